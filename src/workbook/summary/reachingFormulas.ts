import type { WorkbookChange } from '../host';
import type { Snapshot } from '../snapshot';
import { type GrownSheet, reachingFormula } from './reach';

/**
 * Rewrites the formulas of all sheets whose ranges end above the persons that were added (see `reachingFormula`). A formula
 * may add up several of the sheets that grow, so all of them are looked at together; the changes come after the insertions
 * of all of them.
 */
export function reachingFormulas(snapshot: Snapshot, sheets: readonly GrownSheet[]): WorkbookChange[] {
  if (sheets.every(({ growths }) => growths.length === 0)) return [];
  return snapshot.sheets.flatMap((sheet): WorkbookChange[] => {
    const own = sheets.find(({ name }) => name === sheet.name);
    const cells: { row: number; column: number; formula: string }[] = [];
    for (const [key, formula] of sheet.formulas) {
      const [row, column] = [Math.floor(key / 16384), key % 16384];
      const text = reachingFormula(formula, { sheet: sheet.name, row }, sheets);
      if (text !== null) cells.push({ row: own ? own.insertions.after(row) : row, column, formula: text });
    }
    return cells.length > 0 ? [{ kind: 'setFormulas', sheet: sheet.name, cells }] : [];
  });
}
