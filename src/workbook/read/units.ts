import type { FieldDefinition } from '../../model';
import type { SheetReader } from './reader';
import { rateFormat } from '../numberFormats';
import { cellKey, valueAt } from '../snapshot';
import { plainNumber, readNumber, type Sign } from './values/number';

/**
 * How the plain numbers of a rate column are meant (rulebook §3): a percent sign or format of a cell wins, the rest
 * is inferred for the column as a whole; `unknown` is an error and never guessed.
 */
export type ColumnUnit = 'fraction' | 'percent' | 'permille' | 'unknown';

/** The sign of one cell: behind the figure, or in its number format. Formatted percentages are kept as fractions. */
export function signAt(
  { layout: { sheet } }: SheetReader,
  row: number,
  column: number,
): { readonly sign: Sign; readonly formatted: boolean } {
  const raw = valueAt(sheet, row, column);
  if (typeof raw === 'number') {
    if (sheet.formats.size === 0) return NO_SIGN;
    const format = rateFormat(sheet.formats.get(cellKey(row, column)) ?? '');
    if (format === null) return NO_SIGN;
    return { sign: format === 'permille sign' ? 'permille' : 'percent', formatted: format === 'percent' };
  }
  const reading = readNumber(raw);
  return { sign: reading.kind === 'number' ? reading.sign : 'none', formatted: false };
}

const NO_SIGN = { sign: 'none', formatted: false } as const;

/** Decides the unit of a column's plain numbers; reports what was inferred and what cannot be told. */
export function columnUnit(reader: SheetReader, field: FieldDefinition, rows: ArrayLike<number>): ColumnUnit {
  const header = reader.layout.fields.get(field.id)!;
  const cells = reader.field(field.id);
  let plain = 0;
  let small = 0;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    const value = plainNumber(cells.own(row));
    // Nothing says the unit of 0, and below 0 no rate is.
    if (value === null || value <= 0 || signAt(reader, row, header.column).sign !== 'none') continue;
    plain += 1;
    if (value <= 1) small += 1;
  }
  const title = header.leaf.normalize('NFKC');
  const inHeader = title.includes('‰') ? 'permille' : title.includes('%') ? 'percent' : null;
  if (plain === 0) return inHeader ?? 'percent';
  if (field.permille) return inHeader ?? unknown(reader, field, '请在数值后面写上 ‰ 或 %');
  if (small === 0) return inHeader ?? 'percent';
  if (small < plain || inHeader !== null || field.type === 'score') {
    return unknown(
      reader,
      field,
      field.type === 'score' ? '请写 0 到 100 的分数' : '请统一写成百分数,例如 95%',
    );
  }
  reader.context.report('rate-unit-inferred', {
    cell: reader.cell(header.leafRow, header.column),
    received: `${plain} 个不大于 1 的数,都没有百分号`,
    expected: '百分数',
    message: `“${field.name}”这一列的数都不大于 1 且没有百分号,按小数读取(0.95 即 95%)。若不是,请写上百分号。`,
  });
  return 'fraction';
}

function unknown(reader: SheetReader, field: FieldDefinition, advice: string): ColumnUnit {
  const header = reader.layout.fields.get(field.id)!;
  reader.context.report('rate-unit-ambiguous', {
    cell: reader.cell(header.leafRow, header.column),
    received: header.leaf,
    expected: '能看出单位的数',
    message: `“${field.name}”这一列看不出是小数还是百分数,不能猜。${advice},再校验。`,
  });
  return 'unknown';
}
