import type { Area } from '../../model';
import { formulaReads } from '../../workbook/formulaReads';
import { cellKey, type SheetSnapshot, type Snapshot } from '../../workbook/snapshot';
import type { FarFormulas, FormulaCell } from './farFormulas';

/** Cells of one sheet. */
export interface SheetArea {
  readonly sheet: string;
  readonly area: Area;
}

/** The formula cells that show something else once the edited cells do, directly or over others. */
export function affectedFormulas(
  snapshot: Snapshot,
  far: FarFormulas,
  edited: readonly SheetArea[],
): readonly FormulaCell[] {
  const found = new Map<string, FormulaCell>();
  const waiting = [...edited];
  for (let changed = waiting.pop(); changed; changed = waiting.pop()) {
    for (const cell of [...formulasInRows(snapshot, changed), ...far.all]) {
      const place = `${cell.sheet}\n${cell.row}\n${cell.column}`;
      if (found.has(place) || !readsFrom(cell, changed)) continue;
      found.set(place, cell);
      waiting.push({ sheet: cell.sheet, area: areaOf(cell) });
    }
  }
  return [...found.values()];
}

function areaOf({ row, column }: FormulaCell): Area {
  return { top: row, left: column, bottom: row, right: column };
}

function readsFrom({ sheet, reads }: FormulaCell, changed: SheetArea): boolean {
  if (reads.open) return true;
  return reads.areas.some(
    (read) => isSame(read.sheet ?? sheet, changed.sheet) && meets(read.area, changed.area),
  );
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function meets(one: Area, other: Area): boolean {
  return (
    one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right
  );
}

/** The formulas in the rows of an area. */
function formulasInRows({ sheets }: Snapshot, { sheet, area }: SheetArea): FormulaCell[] {
  const known = sheets.find(({ name }) => name === sheet);
  if (!known || known.formulas.size === 0) return [];
  const right = known.left + widthOf(known);
  const found: FormulaCell[] = [];
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = known.left; column < right; column += 1) {
      const formula = known.formulas.get(cellKey(row, column));
      if (formula !== undefined) found.push({ sheet, row, column, reads: formulaReads(formula) });
    }
  }
  return found;
}

/** Columns that a sheet uses. */
export function widthOf({ values }: SheetSnapshot): number {
  let width = 0;
  for (const { length } of values) if (length > width) width = length;
  return width;
}
