import type { CellRef, CellValue, Scheme } from '../../model';
import { cellKey, type SheetSnapshot, valueAt } from '../snapshot';
import { sameFigure } from './compare';
import type { Figures } from './figures';
import type { SummaryRow, SummaryTable } from './layout';

/** One figure of a summary: what stands there, what it must be. */
export interface FigureCell {
  readonly cell: CellRef;
  readonly field: string;
  /** Whose figure it is, for messages. */
  readonly who: string;
  readonly person: string | null;
  readonly department: string | null;
  readonly filled: CellValue;
  readonly computed: CellValue;
  readonly formula: string | null;
  /** The details have who stands in the row; a fill leaves the row of anybody else. */
  readonly known: boolean;
  /** A formula without a stored value says nothing yet. */
  readonly calculated: boolean;
}

/** The figures of a row; `known` is false in the row of somebody whom the details do not have. */
export function figureCells(
  sheet: SheetSnapshot,
  table: SummaryTable,
  row: SummaryRow,
  computed: Figures,
  known: boolean,
): FigureCell[] {
  const who = row.name === '' ? row.department : row.name;
  return [...computed].flatMap(([field, value]): FigureCell[] => {
    const column = table.columns.get(field);
    if (column === undefined) return [];
    const key = cellKey(row.row, column);
    return [
      {
        cell: { sheet: sheet.name, row: row.row, column },
        field,
        who,
        person: row.name === '' ? null : row.name,
        department: row.name === '' || row.department === '' ? null : row.department,
        filled: valueAt(sheet, row.row, column),
        computed: known ? value : '',
        known,
        formula: sheet.formulas.get(key) ?? null,
        calculated: !sheet.uncalculated.has(key),
      },
    ];
  });
}

/** Something stands there, and says another thing than was computed. */
export function isStale(scheme: Scheme, { calculated, filled, computed }: FigureCell): boolean {
  return calculated && filled !== '' && !sameFigure(scheme, filled, computed);
}
