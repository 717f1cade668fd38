import type { CellValue } from '../../../src/model';
import { columnCount, isWholeColumns, isWholeRows, rowCount, valueType, type Cell } from '../../model';
import { accessDenied, invalidArgument } from '../errors';
import type { RangeTarget, Scalar, Session } from '../remote';
import { shownText } from './cell-text';

/** Fails where the range's sheet or workbook may not be written. */
export function assertWritable({ sheet }: RangeTarget, session: Session): void {
  if (sheet.isProtected) throw accessDenied(`the sheet ${sheet.name} is protected`);
  if (session.workbook.readOnly) throw accessDenied('the workbook is read-only');
}

/** Row by row what `pick` gives for each cell; `null` where the range is too large, as Excel does without an error. */
function grid(target: RangeTarget, session: Session, pick: (cell: Cell) => unknown): unknown[][] | null {
  const { sheet, area } = target;
  if (isWholeRows(area) || isWholeColumns(area)) return null;
  if (rowCount(area) * columnCount(area) > session.cellLimit) return null;
  const columns = columnCount(area);
  return Array.from({ length: rowCount(area) }, (_, row) =>
    Array.from({ length: columns }, (__, column) => pick(sheet.cell(area.top + row, area.left + column))),
  );
}

/** Calls back with the entry for each cell; one value stands for all, `null` leaves a cell as it is. */
function eachEntry(
  target: RangeTarget,
  value: unknown,
  put: (row: number, column: number, entry: unknown) => void,
): void {
  const { area } = target;
  const rows = Array.isArray(value) ? (value as unknown[]) : null;
  if (rows && (rows.length !== rowCount(area) || rows.some((row) => !fits(row, columnCount(area))))) {
    throw invalidArgument(
      `the number of rows or columns of the array doesn't match the size of the range (${rowCount(area)} × ${columnCount(area)})`,
    );
  }
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) {
      const entry = rows ? (rows[row - area.top] as unknown[])[column - area.left] : value;
      if (entry !== null && entry !== undefined) put(row, column, entry);
    }
  }
}

function fits(row: unknown, columns: number): boolean {
  return Array.isArray(row) && row.length === columns;
}

/** As much as a cell holds, not counting an apostrophe in front. */
const LONGEST_TEXT = 32_767;

function asEntry(entry: unknown): CellValue {
  if (typeof entry === 'string' && entry.replace(/^'/, '').length > LONGEST_TEXT)
    throw invalidArgument('the text is too long for a cell');
  if (typeof entry === 'string' || typeof entry === 'number' || typeof entry === 'boolean') return entry;
  throw invalidArgument('a value must be text, number or boolean');
}

function writeEntries(target: RangeTarget, value: unknown, session: Session): void {
  assertWritable(target, session);
  const { workbook } = session;
  eachEntry(target, value, (row, column, entry) => workbook.enter(target.sheet, row, column, asEntry(entry)));
  session.note(target.sheet, target.area);
}

function writeFormats(target: RangeTarget, value: unknown, session: Session): void {
  assertWritable(target, session);
  const { sheet } = target;
  const cells: { row: number; column: number; format: string }[] = [];
  eachEntry(target, value, (row, column, entry) => {
    sheet.patch(row, column, { numberFormat: String(entry) });
    cells.push({ row, column, format: String(entry) });
  });
  if (session.workbook.original.has(sheet)) {
    session.workbook.journal.record({ kind: 'setNumberFormats', sheet: sheet.name, cells });
  }
}

const entries = (pick: (cell: Cell) => unknown): Scalar<RangeTarget> => ({
  get: (target, session) => grid(target, session, pick),
  set: writeEntries,
});

const formats: Scalar<RangeTarget> = {
  get: (target, session) => grid(target, session, (cell) => cell.numberFormat),
  set: writeFormats,
};

/** What a range holds, cell by cell. */
export const valueScalars: Readonly<Record<string, Scalar<RangeTarget>>> = {
  Values: entries((cell) => cell.value),
  Formulas: entries((cell) => cell.formula ?? cell.value),
  FormulasLocal: entries((cell) => cell.formula ?? cell.value),
  NumberFormat: formats,
  NumberFormatLocal: formats,
  Text: { get: (target, session) => grid(target, session, shownText) },
  ValueTypes: { get: (target, session) => grid(target, session, valueType) },
};
