import {
  BLANK,
  columnCount,
  intersect,
  isWholeColumns,
  isWholeRows,
  parseArea,
  PLAIN,
  rowCount,
  splitAddress,
  type SheetModel,
  type Shift,
} from '../../model';
import type { Area } from '../../../src/model';
import { invalidArgument, WireError } from '../errors';
import { Remote, type RangeTarget, type Session } from '../remote';
import { assertWritable } from './range-values';

/** Whole rows or columns only: moving part of a sheet is not among the things this stand-in does. */
function shiftOf({ area }: RangeTarget, sign: 1 | -1): Shift {
  if (isWholeRows(area)) return { axis: 'row', at: area.top, count: sign * rowCount(area) };
  if (isWholeColumns(area)) return { axis: 'column', at: area.left, count: sign * columnCount(area) };
  throw new WireError('NotImplemented', 'The emulator inserts and deletes whole rows and columns only.');
}

/** New rows look like the row above, new columns like the column to the left, as in Excel. */
function inheritFormats(sheet: SheetModel, shift: Shift): void {
  if (shift.axis !== 'row' || shift.at === 0) return;
  const above = { ...sheet.whole, top: shift.at - 1, bottom: shift.at - 1 };
  sheet.each(above, ({ numberFormat, format }, _row, column) => {
    for (let row = shift.at; row < shift.at + shift.count; row += 1) {
      sheet.put(row, column, { ...BLANK, numberFormat, format });
    }
  });
}

export function insertCells(target: RangeTarget, _args: readonly unknown[], session: Session): Remote {
  assertWritable(target, session);
  const { sheet, area } = target;
  const shift = shiftOf(target, 1);
  session.workbook.shift(sheet, shift);
  inheritFormats(sheet, shift);
  inheritRules(sheet, shift);
  session.note(sheet, area, shift.axis === 'row' ? 'RowInserted' : 'ColumnInserted');
  return session.range(sheet, area);
}

/** Rules are formats: those of the row above reach into the new rows. */
function inheritRules(sheet: SheetModel, { axis, at, count }: Shift): void {
  if (axis !== 'row') return;
  const grown = (area: Area): Area => (area.bottom === at - 1 ? { ...area, bottom: at + count - 1 } : area);
  sheet.validations = sheet.validations.map((one) => ({ ...one, area: grown(one.area) }));
  sheet.conditions = sheet.conditions.map((one) => ({ ...one, areas: one.areas.map(grown) }));
}

export function deleteCells(target: RangeTarget, _args: readonly unknown[], session: Session): void {
  assertWritable(target, session);
  const { sheet, area } = target;
  const shift = shiftOf(target, -1);
  for (const part of showing(sheet, shift)) session.workbook.shift(sheet, part);
  session.note(sheet, area, shift.axis === 'row' ? 'RowDeleted' : 'ColumnDeleted');
}

/** While a sheet is filtered, Excel takes away only those of the rows that show. Last first, a shift for each of them. */
function showing(sheet: SheetModel, shift: Shift): Shift[] {
  const { filter, filterColumns, hiddenRows } = sheet;
  if (shift.axis !== 'row' || !filter || filterColumns.size === 0) return [shift];
  const rows = Array.from({ length: -shift.count }, (_, index) => shift.at - shift.count - 1 - index);
  const kept = (row: number): boolean => row > filter.top && row <= filter.bottom && hiddenRows.has(row);
  if (!rows.some(kept)) return [shift];
  return rows.filter((row) => !kept(row)).map((at) => ({ axis: 'row', at, count: -1 }));
}

export function clear(target: RangeTarget, [applyTo]: readonly unknown[], session: Session): void {
  assertWritable(target, session);
  const { sheet, area } = target;
  const what = applyTo ?? 'All';
  const cells: [number, number][] = [];
  sheet.each(area, (_cell, row, column) => cells.push([row, column]));
  for (const [row, column] of cells) {
    if (what === 'All' || what === 'Contents') session.workbook.store(sheet, row, column, '');
    if (what === 'All' || what === 'Formats')
      sheet.patch(row, column, { numberFormat: 'General', format: PLAIN });
  }
  session.note(sheet, area);
}

function sourceOf(value: unknown, home: SheetModel, session: Session): { sheet: SheetModel; area: Area } {
  if (value instanceof Remote) return value.self as RangeTarget;
  const { sheet, cells } = splitAddress(String(value));
  const model = sheet === null ? home : session.workbook.sheet(sheet);
  const area = parseArea(cells);
  if (!model || !area) throw invalidArgument('sourceRange');
  return { sheet: model, area };
}

/** Repeats the source's formats (and with `All` or `Values` its values) over the target; formulas are not moved. */
export function copyFrom(target: RangeTarget, args: readonly unknown[], session: Session): void {
  assertWritable(target, session);
  const { sheet, area } = target;
  const source = sourceOf(args[0], sheet, session);
  const type = args[1] ?? 'All';
  if (type !== 'Formats' && type !== 'Values' && type !== 'All') throw invalidArgument(type);
  const columns = Math.min(
    columnCount(area),
    (source.sheet.usedArea(false)?.right ?? -1) + 1 - source.area.left,
  );
  for (let row = area.top; row <= area.bottom; row += 1) {
    const from = source.area.top + ((row - area.top) % rowCount(source.area));
    for (let offset = 0; offset < columns; offset += 1) {
      const cell = source.sheet.cell(from, source.area.left + (offset % columnCount(source.area)));
      const { numberFormat, format } = cell;
      if (type !== 'Values') sheet.patch(row, area.left + offset, { numberFormat, format });
      if (type !== 'Formats') session.workbook.store(sheet, row, area.left + offset, cell.value);
    }
  }
  if (type === 'Formats') noteFormats(target, source, session);
  else session.note(sheet, area);
}

function noteFormats(
  { sheet, area }: RangeTarget,
  source: { sheet: SheetModel; area: Area },
  session: Session,
): void {
  const { original, journal } = session.workbook;
  const name = original.get(sheet);
  if (name === undefined) return;
  const known = source.sheet === sheet && journal.formatsCopied(name, source.area.top, area.top, area.bottom);
  if (!known) journal.lose(`${name}:格式`);
}

export function merge(target: RangeTarget, [across]: readonly unknown[], session: Session): void {
  assertWritable(target, session);
  const { sheet, area } = target;
  unmerge(target, [], session);
  const rows = across === true ? rowCount(area) : 1;
  for (let row = 0; row < rows; row += 1) {
    sheet.merges.push(rows === 1 ? area : { ...area, top: area.top + row, bottom: area.top + row });
  }
  if (session.workbook.original.has(sheet)) session.workbook.journal.lose(`${sheet.name}:合并单元格`);
}

export function unmerge(target: RangeTarget, _args: readonly unknown[], session: Session): void {
  assertWritable(target, session);
  target.sheet.merges = target.sheet.merges.filter((one) => !intersect(one, target.area));
}
