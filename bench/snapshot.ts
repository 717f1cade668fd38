import type { Snapshot } from '../src/workbook/snapshot';
import type { SheetValues } from './city';

/** The snapshot of plain values: no merges, formats or formulas, as most large scoring sheets are. */
export function snapshotOf(sheets: readonly SheetValues[]): Snapshot {
  return {
    name: 'bench.xlsx',
    memory: null,
    date1904: false,
    sheets: sheets.map(({ name, values }) => ({
      name,
      top: 0,
      left: 0,
      values,
      merges: [],
      formats: new Map(),
      formulas: new Map(),
      uncalculated: new Set(),
      errors: new Set(),
      visible: true,
    })),
  };
}
