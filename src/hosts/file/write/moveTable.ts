import type { RowMove } from '../../../workbook/formulaMoves';
import { parseArea, writeArea } from '../read/areas';
import { attribute, findElement, replaceTags, withAttribute } from '../xml/tags';
import { MoveRefused } from './moveSheet';
import { moveFormulas, movedPlace } from './places';

/** Elements with formulas of a table. */
export const TABLE_FORMULAS = 'calculatedColumnFormula|totalsRowFormula';

/**
 * The XML of a table of the sheet on which rows came or went. One that holds all rows of the block below which rows come in
 * takes them in, as Excel extends a table by what is typed right below it: formulas that name its columns mean everybody.
 * Throws `MoveRefused` where the row of its header would go.
 */
export function movedTable(xml: string, move: RowMove): string {
  const table = findElement(xml, 'table');
  const headerRows = count(table?.tag, 'headerRowCount', 1);
  const before = table ? (attribute(table.tag, 'ref') ?? '') : '';
  const header = Number(/\d+/.exec(before)?.[0] ?? 0) - 1;
  const losesHeader =
    move.count < 0 && headerRows > 0 && header >= move.row && header < move.row - move.count;
  if (movedPlace(before, move) === null || losesHeader)
    throw new MoveRefused(`表格 ${before} 的标题行不能删除`);
  const takesIn = holdsBlock(before, headerRows, count(table?.tag, 'totalsRowCount', 0), move);
  const own = replaceTags(xml, 'table|autoFilter|sortState|sortCondition', (tag) => {
    const place = attribute(tag, 'ref');
    const moved = place === null ? null : takesIn ? grown(place, move) : movedPlace(place, move);
    return moved === null || moved === place ? tag : withAttribute(tag, 'ref', moved);
  });
  return moveFormulas(own, TABLE_FORMULAS, move.sheet, move);
}

function count(tag: string | undefined, key: string, otherwise: number): number {
  return Number((tag && attribute(tag, key)) ?? otherwise);
}

/** Whether the rows of data of a table are all of the block, and end with it. */
function holdsBlock(place: string, headerRows: number, totalsRows: number, move: RowMove): boolean {
  const area = parseArea(place);
  if (!area || move.namesFrom === undefined || move.count < 0) return false;
  return area.top + headerRows <= move.namesFrom && area.bottom - totalsRows === move.row - 1;
}

/** The place after the move, with the new rows where it ends right above them. */
function grown(place: string, move: RowMove): string | null {
  const area = parseArea(place);
  if (area?.bottom !== move.row - 1) return movedPlace(place, move);
  return writeArea({ ...area, bottom: area.bottom + move.count });
}
