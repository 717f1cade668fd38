import type Fraction from 'fraction.js';
import {
  type CellValue,
  type FieldDefinition,
  FigureTable,
  type Measure,
  type MeasureRow,
  shownValue,
  type Slices,
} from '../../model';
import { compare, divide, isNegative, isWhole, multiply, ONE, quotient } from '../../model/rational';
import { cellKey, columnOfKey, type SheetSnapshot } from '../snapshot';
import type { SheetField } from './field';
import { stateWords } from './register';
import { FigureRow } from './figureRow';
import { type PlainScale, plainScale, setPlain } from './plainFigures';
import type { SheetReader } from './reader';
import { fieldsThatMayBeStruck, isStroke } from './struck';
import { AmountUnits, type Unlike } from './amountUnits';
import { type ColumnUnit, columnUnit, signAt } from './units';
import { exact, readNumber } from './values/number';
import { compact } from './values/text';

/** Rows of figures that are read in one slice. */
const FIGURE_ROWS = 1_024;

/** A cell that holds something unreadable, which was reported. */
const BROKEN = Symbol('broken');
const NUMERIC = new Set(['count', 'amount', 'rate', 'ratio', 'score']);
const HUNDRED = quotient(100, 1);
const THOUSAND = quotient(1000, 1);

interface MeasureColumn {
  readonly field: FieldDefinition;
  readonly cells: SheetField;
  readonly column: number;
  readonly unit: ColumnUnit;
  readonly states: ReadonlyMap<string, string>;
  /** A stroke says that there is nothing. */
  readonly mayBeStruck: boolean;
  /** How a number that needs no closer look is meant; `null` where every one needs it. */
  readonly scale: PlainScale | null;
}

/** Columns with a number format that matters in some cell. */
function formattedColumns({ formats }: SheetSnapshot): ReadonlySet<number> {
  const columns = new Set<number>();
  for (const key of formats.keys()) columns.add(columnOfKey(key));
  return columns;
}

/** Reads a sheet of figures into `into`: a row a person (in the sheet's post, or in the post the row names). */
export function* readMeasures(reader: SheetReader, into: MeasureRow[]): Slices<void> {
  const { layout, context } = reader;
  const fields = layout.definition.fields
    .map((id) => context.vocabulary.field(id))
    .filter((field) => reader.column(field.id) !== undefined)
    .filter((field) => NUMERIC.has(field.type) || field.type === 'flag' || field.type === 'state');
  const filling = ['name', ...fields.map(({ id }) => id)].map((id) => reader.field(id));
  const all = new Int32Array(layout.sheet.values.length);
  let filled = 0;
  yield* reader.rowsInSlices((row) => {
    if (isFilled(filling, row)) all[filled++] = row;
  });
  const rows = all.subarray(0, filled);
  const formatted = formattedColumns(layout.sheet);
  const units = new AmountUnits(reader);
  const struck = fieldsThatMayBeStruck(context.vocabulary.scheme);
  const columns = fields.map((field): MeasureColumn => {
    const unit = unitOf(reader, field, rows);
    const isPlain = !formatted.has(reader.column(field.id)!);
    return {
      field,
      cells: reader.field(field.id),
      column: reader.column(field.id)!,
      unit,
      states: NUMERIC.has(field.type) ? new Map() : stateWords(reader, field.id),
      mayBeStruck: struck.has(field.id),
      scale: isPlain ? plainScale(field.type, unit) : null,
    };
  });
  const shared = columns.map(({ field, column }) => ({ field: field.id, column }));
  const figures = new FigureTable(shared, rows.length);
  const broken = new Map<number, ReadonlySet<string>>();
  const section = layout.definition.section ?? '';
  const sheet = { source: reader.source, section, figures, rows, broken };
  const post = layout.definition.post ?? null;
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place]!;
    const unread = readRow(reader, row, columns, figures, place, units.of(row));
    if (unread !== null) broken.set(place, unread);
    into.push(new FigureRow(sheet, place, reader.who(row, post, null)));
    if (row % FIGURE_ROWS === 0) yield;
  }
}

/** A ratio stands as it is unless its header speaks of percent (社会存销比(%)). */
function unitOf(reader: SheetReader, field: FieldDefinition, rows: Int32Array): ColumnUnit {
  const header = reader.layout.fields.get(field.id)?.leaf ?? '';
  const saysPercent = field.type === 'ratio' && header.normalize('NFKC').includes('%');
  const isRate = field.type === 'rate' || field.type === 'score' || saysPercent;
  return isRate ? columnUnit(reader, field, rows) : 'fraction';
}

function isFilled(fields: readonly SheetField[], row: number): boolean {
  for (let at = 0; at < fields.length; at++) if (fields[at]!.own(row) !== '') return true;
  return false;
}

/** Reads the figures of a row into its place; returns the fields whose cell holds something unreadable, `null` for none. */
function readRow(
  reader: SheetReader,
  row: number,
  columns: readonly MeasureColumn[],
  figures: FigureTable,
  place: number,
  unlike: ReadonlyMap<string, Unlike>,
): ReadonlySet<string> | null {
  let broken: Set<string> | null = null;
  for (let position = 0; position < columns.length; position++) {
    const column = columns[position]!;
    if (unlike.size > 0 && unlike.has(column.field.id)) {
      if (unlike.get(column.field.id) === 'broken') (broken ??= new Set()).add(column.field.id);
      continue;
    }
    const raw = column.cells.own(row);
    if (
      column.scale !== null &&
      typeof raw === 'number' &&
      setPlain(figures, position, place, raw, column.scale)
    )
      continue;
    const value = readValue(reader, row, raw, column);
    if (value === BROKEN) (broken ??= new Set()).add(column.field.id);
    else if (value !== null) figures.set(position, place, value);
  }
  return broken;
}

function readValue(
  reader: SheetReader,
  row: number,
  raw: CellValue,
  at: MeasureColumn,
): Measure['value'] | typeof BROKEN | null {
  if (raw === '' && !reader.layout.sheet.uncalculated.has(cellKey(row, at.column))) return null;
  if (typeof raw !== 'number' && reader.broken(row, at.column, at.field.name, null)) return BROKEN;
  if (at.mayBeStruck && typeof raw === 'string' && isStroke(raw)) return null;
  if (!NUMERIC.has(at.field.type)) return stateValue(reader, row, raw, at);
  const reading = readNumber(raw);
  if (reading.kind === 'blank') return null;
  if (reading.kind === 'unreadable') return notANumber(reader, row, raw, at, '数值');
  const fraction = toFraction(reader, row, at, reading.value);
  if (fraction === null) return BROKEN;
  if (reading.asText && reading.sign === 'none') {
    const fix = { kind: 'set-number', value: reading.value } as const;
    reader.reportTextNumber(row, at.column, String(raw), reading.value, fix);
  }
  return inRange(reader, row, raw, at, fraction);
}

/** The value as the model keeps it: rates and scores as a fraction of 1. `null` where the unit is not known. */
function toFraction(reader: SheetReader, row: number, at: MeasureColumn, value: number): Fraction | null {
  const { sign, formatted } = signAt(reader, row, at.column);
  const number = exact(value);
  const isRatio = at.field.type === 'ratio';
  if (!isRatio && at.field.type !== 'rate' && at.field.type !== 'score') return number;
  if (formatted) return number;
  if (sign === 'percent') return divide(number, HUNDRED);
  if (isRatio && at.unit === 'fraction') return number;
  if (sign === 'permille') return divide(number, THOUSAND);
  if (value === 0) return number;
  if (at.unit === 'unknown') return null;
  if (at.unit === 'permille') return divide(number, THOUSAND);
  return at.unit === 'percent' ? divide(number, HUNDRED) : number;
}

function inRange(
  reader: SheetReader,
  row: number,
  raw: CellValue,
  at: MeasureColumn,
  value: Fraction,
): Fraction | typeof BROKEN {
  const { type, name } = at.field;
  if (type === 'count' && (isNegative(value) || !isWhole(value))) {
    return notANumber(reader, row, raw, at, '不小于 0 的整数');
  }
  if (type === 'amount' && isNegative(value)) return notANumber(reader, row, raw, at, '不小于 0 的数');
  const top = type === 'rate' || type === 'score' ? compare(value, ONE) > 0 : false;
  if ((type === 'rate' || type === 'score' || type === 'ratio') && (isNegative(value) || top)) {
    const percent = multiply(value, type === 'ratio' ? ONE : HUNDRED).toString(6);
    const expected = type === 'ratio' ? '不小于 0' : type === 'score' ? '0 到 100' : '0 到 100%';
    reader.context.report('rate-out-of-range', {
      cell: reader.cell(row, at.column),
      received: type === 'rate' ? `${percent}%` : percent,
      expected,
      message: `“${name}”是 ${type === 'rate' ? `${percent}%` : percent},超出了 ${expected} 的范围。请核对原始数据后改正。`,
    });
    return BROKEN;
  }
  return value;
}

function notANumber(
  reader: SheetReader,
  row: number,
  raw: CellValue,
  at: MeasureColumn,
  expected: string,
): typeof BROKEN {
  reader.context.report('not-a-number', {
    cell: reader.cell(row, at.column),
    received: shownValue(raw),
    expected,
    message: `“${at.field.name}”这里写的是“${shownValue(raw)}”,应为${expected}。请改正,说明写到备注。`,
  });
  return BROKEN;
}

function stateValue(
  reader: SheetReader,
  row: number,
  raw: CellValue,
  at: MeasureColumn,
): boolean | string | typeof BROKEN | null {
  if (typeof raw === 'boolean' && at.field.type === 'flag') return raw;
  const text = compact(String(raw));
  if (text === '') return null;
  const state = at.states.get(text);
  if (state === undefined) {
    return notANumber(reader, row, raw, at, [...at.states.keys()].join('、'));
  }
  return at.field.type === 'flag' ? state === 'true' : state;
}
