import { type Area, cellName, isInArea } from '../../../model';
import { parseArea } from '../read/areas';
import { cellsOf, rowsOf, sheetData, type RawCell } from '../read/cells';
import { formulaElement } from '../read/formulas';
import { attribute, withAttribute } from '../xml/tags';
import { escapeXml } from '../xml/text';

/** Cells that hold one array formula or data table together. */
export interface ArrayBlock extends Area {
  /** A dynamic array formula, which stands in the first cell alone and spills into the others. */
  readonly isDynamic: boolean;
}

/** The blocks of more than one cell on a sheet. */
export function arrayBlocks(xml: string): ArrayBlock[] {
  const data = sheetData(xml);
  if (!data || !/\st\s*=\s*["'](?:array|dataTable)["']/.test(xml)) return [];
  const blocks: ArrayBlock[] = [];
  for (const row of rowsOf(xml, data.openEnd, data.close)) {
    for (const cell of cellsOf(xml, row)) {
      const area = parseArea(blockOf(cell) ?? '');
      if (!area || (area.top === area.bottom && area.left === area.right)) continue;
      blocks.push({ ...area, isDynamic: attribute(cell.tag, 'cm') !== null });
    }
  }
  return blocks;
}

function blockOf(cell: RawCell): string | null {
  const element = formulaElement(cell);
  const isBlock = element && ['array', 'dataTable'].includes(attribute(element.tag, 't') ?? '');
  return isBlock ? attribute(element.tag, 'ref') : null;
}

/** What is to be put into a cell: a formula, or a value where that is left out; 0-based. */
interface Edit {
  readonly row: number;
  readonly column: number;
  readonly formula?: string;
}

/** Whether the edits take the block as a whole: values or one formula for all of its cells, or a formula where a dynamic one stands. */
export function takesWhole(block: ArrayBlock, edits: readonly Edit[]): boolean {
  const inside = edits.filter(({ row, column }) => isInArea(block, row, column));
  const [first] = inside;
  if (!first || inside.some(({ formula }) => formula !== first.formula)) return false;
  if (block.isDynamic && first.formula !== undefined)
    return inside.length === 1 && first.row === block.top && first.column === block.left;
  return new Set(inside.map(({ row, column }) => cellName(row, column))).size === sizeOf(block);
}

function sizeOf({ top, left, bottom, right }: Area): number {
  return (bottom - top + 1) * (right - left + 1);
}

/**
 * The cell with another array formula (without its leading `=`) in place of the one that it holds, over the same cells and
 * without stored value; `null` where it holds none.
 */
export function withArrayFormula(cell: RawCell, formula: string): string | null {
  const element = formulaElement(cell);
  if (!element || attribute(element.tag, 't') !== 'array') return null;
  const { prefix } = element;
  const tag = withAttribute(cell.tag, 't', null).replace(/\s*\/>$/, '>');
  const open = element.tag.replace(/\s*\/>$/, '>');
  return `${tag}${open}${escapeXml(formula)}</${prefix}f></${prefix}c>`;
}
