import { LAST_COLUMN } from '../../workbook/formulaReferences';
import type { CellEdit, RowBlock } from '../../workbook/host';
import { cellKey, type SheetSnapshot } from '../../workbook/snapshot';
import type { Evaluation } from '../evaluation';
import { affectedFormulas, widthOf, type SheetArea } from './affected';
import type { FarFormulas } from './farFormulas';

/** Rows that are read one by one; more are a paste, for which a full read is as quick. */
const MOST_ROWS = 200;

/**
 * The rows that have to be read again after the edits: those that were edited, and those in which a formula shows
 * something else by them. `null` where rows do not tell everything: cells moved, a header or what stands above it was
 * edited, the sheet was empty or unknown, or an error value stood in a row.
 */
export function rowsToRead(
  evaluation: Evaluation,
  far: FarFormulas,
  edits: readonly CellEdit[],
): readonly RowBlock[] | null {
  if (far.tooMany) return null;
  const edited = edits.map((edit) => belowHeader(evaluation, edit));
  if (!edited.every((area) => area !== null) || countRows(edited) > MOST_ROWS) return null;
  const affected = affectedFormulas(evaluation.snapshot, far, edited);
  const rows = new RowSet();
  for (const { sheet, area } of edited) {
    for (let row = area.top; row <= area.bottom; row += 1) rows.add(sheet, row, area.right);
  }
  const read = new Set(evaluation.readings.flatMap((each) => (each.definition === null ? [] : [each.sheet])));
  for (const { sheet, row, column } of affected) if (read.has(sheet)) rows.add(sheet, row, column);
  return rows.count > MOST_ROWS ? null : rows.blocks(evaluation.snapshot.sheets);
}

function countRows(areas: readonly SheetArea[]): number {
  return areas.reduce((sum, { area }) => sum + area.bottom - area.top + 1, 0);
}

/** The edited cells, `null` where they are not all rows of data that were read. */
function belowHeader({ snapshot, readings }: Evaluation, { sheet, area }: CellEdit): SheetArea | null {
  const known = snapshot.sheets.find(({ name }) => name === sheet);
  const reading = readings.find((each) => each.sheet === sheet);
  if (!known || !reading || sheet === null || area === null || known.values.length === 0) return null;
  const first = Math.max(known.top, ...reading.headerRows.map((row) => row + 1));
  if (area.top < first || area.left < known.left) return null;
  // A whole row was emptied or pasted: beyond the columns in use stands nothing that is read.
  return area.right === LAST_COLUMN
    ? { sheet, area: { ...area, right: known.left + widthOf(known) - 1 } }
    : { sheet, area };
}

/** Rows by sheet, each with the last column that is wanted. */
class RowSet {
  private readonly sheets = new Map<string, Map<number, number>>();

  get count(): number {
    return [...this.sheets.values()].reduce((sum, rows) => sum + rows.size, 0);
  }

  add(sheet: string, row: number, right: number): void {
    const rows = this.sheets.get(sheet) ?? new Map<number, number>();
    rows.set(row, Math.max(right, rows.get(row) ?? 0));
    this.sheets.set(sheet, rows);
  }

  /** Neighbouring rows together, over the whole width of their sheet; `null` where a row held an error. */
  blocks(known: readonly SheetSnapshot[]): RowBlock[] | null {
    const blocks: RowBlock[] = [];
    for (const [name, rows] of this.sheets) {
      const sheet = known.find((each) => each.name === name)!;
      const right = Math.max(sheet.left + widthOf(sheet) - 1, ...rows.values());
      for (const row of [...rows.keys()].sort((a, b) => a - b)) {
        if (heldError(sheet, row, right)) return null;
        const last = blocks.at(-1);
        if (last?.sheet === name && last.bottom === row - 1)
          blocks[blocks.length - 1] = { ...last, bottom: row };
        else blocks.push({ sheet: name, top: row, bottom: row, left: sheet.left, right });
      }
    }
    return blocks;
  }
}

function heldError({ errors, uncalculated, left }: SheetSnapshot, row: number, right: number): boolean {
  if (errors.size === 0 && uncalculated.size === 0) return false;
  for (let column = left; column <= right; column += 1) {
    const key = cellKey(row, column);
    if (errors.has(key) || uncalculated.has(key)) return true;
  }
  return false;
}
