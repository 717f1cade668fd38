import type { WorkbookChange } from '../host';
import type { Snapshot } from '../snapshot';
import { type GrownSheet, reachingFormula } from './reach';

/** Rewrites the formulas of all sheets whose ranges end above the persons that were added (see `reachingFormula`). */
export function reachingFormulas(snapshot: Snapshot, grown: GrownSheet): WorkbookChange[] {
  if (grown.growths.length === 0) return [];
  return snapshot.sheets.flatMap((sheet): WorkbookChange[] => {
    const own = sheet.name === grown.name;
    const cells: { row: number; column: number; formula: string }[] = [];
    for (const [key, formula] of sheet.formulas) {
      const [row, column] = [Math.floor(key / 16384), key % 16384];
      const text = reachingFormula(formula, { sheet: sheet.name, row }, grown);
      if (text !== null) cells.push({ row: own ? grown.insertions.after(row) : row, column, formula: text });
    }
    return cells.length > 0 ? [{ kind: 'setFormulas', sheet: sheet.name, cells }] : [];
  });
}
