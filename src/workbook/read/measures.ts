import Fraction from 'fraction.js';
import type { CellValue, FieldDefinition, Measure, MeasureRow } from '../../model';
import { cellKey } from '../snapshot';
import { stateWords } from './register';
import type { SheetReader } from './reader';
import { type ColumnUnit, columnUnit, signAt } from './units';
import { exact, readNumber } from './values/number';
import { compact } from './values/text';

/** A cell that holds something unreadable, which was reported. */
const BROKEN = Symbol('broken');
const NUMERIC = new Set(['count', 'amount', 'rate', 'ratio', 'score']);
const HUNDRED = new Fraction(100);

interface MeasureColumn {
  readonly field: FieldDefinition;
  readonly column: number;
  readonly unit: ColumnUnit;
  readonly states: ReadonlyMap<string, string>;
}

/** Reads a sheet of figures: a row a person (in the sheet's post, or in the post the row names). */
export function readMeasures(reader: SheetReader): MeasureRow[] {
  const { layout, context } = reader;
  const fields = layout.definition.fields
    .map((id) => context.vocabulary.field(id))
    .filter((field) => reader.column(field.id) !== undefined)
    .filter((field) => NUMERIC.has(field.type) || field.type === 'flag' || field.type === 'state');
  const rows: number[] = [];
  reader.eachRow((row) => {
    if (reader.value(row, 'name') !== '' || fields.some((field) => reader.value(row, field.id) !== ''))
      rows.push(row);
  });
  const columns = fields.map((field): MeasureColumn => {
    const rate = field.type === 'rate' || field.type === 'score';
    return {
      field,
      column: reader.column(field.id)!,
      unit: rate ? columnUnit(reader, field, rows) : 'fraction',
      states: NUMERIC.has(field.type) ? new Map() : stateWords(reader, field.id),
    };
  });
  return rows.map((row) => readRow(reader, row, columns));
}

function readRow(reader: SheetReader, row: number, columns: readonly MeasureColumn[]): MeasureRow {
  const measures = new Map<string, Measure>();
  const broken = new Set<string>();
  for (const column of columns) {
    const value = readValue(reader, row, column);
    if (value === BROKEN) broken.add(column.field.id);
    else if (value !== null) {
      const cell = reader.cell(row, column.column);
      measures.set(column.field.id, { field: column.field.id, value, cell });
    }
  }
  return {
    source: reader.source,
    row,
    who: reader.who(row, reader.layout.definition.post ?? null, null),
    nameColumn: null,
    section: reader.layout.definition.section ?? '',
    measures,
    broken,
    faulty: broken.size > 0,
  };
}

function readValue(
  reader: SheetReader,
  row: number,
  at: MeasureColumn,
): Measure['value'] | typeof BROKEN | null {
  const raw = reader.value(row, at.field.id);
  if (raw === '' && !reader.layout.sheet.uncalculated.has(cellKey(row, at.column))) return null;
  if (reader.broken(row, at.column, at.field.name, null)) return BROKEN;
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
  if (at.field.type === 'ratio') return sign === 'percent' && !formatted ? number.div(HUNDRED) : number;
  if (at.field.type !== 'rate' && at.field.type !== 'score') return number;
  if (formatted) return number;
  if (sign === 'percent') return number.div(HUNDRED);
  if (sign === 'permille') return number.div(1000);
  if (value === 0) return number;
  if (at.unit === 'unknown') return null;
  if (at.unit === 'permille') return number.div(1000);
  return at.unit === 'percent' ? number.div(HUNDRED) : number;
}

function inRange(
  reader: SheetReader,
  row: number,
  raw: CellValue,
  at: MeasureColumn,
  value: Fraction,
): Fraction | typeof BROKEN {
  const { type, name } = at.field;
  if (type === 'count' && (value.compare(0) < 0 || !value.mod(1).equals(0))) {
    return notANumber(reader, row, raw, at, '不小于 0 的整数');
  }
  if (type === 'amount' && value.compare(0) < 0) return notANumber(reader, row, raw, at, '不小于 0 的数');
  const top = type === 'rate' || type === 'score' ? value.compare(1) > 0 : false;
  if ((type === 'rate' || type === 'score' || type === 'ratio') && (value.compare(0) < 0 || top)) {
    const percent = value.mul(type === 'ratio' ? 1 : 100).toString(6);
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
    received: String(raw),
    expected,
    message: `“${at.field.name}”这里写的是“${String(raw)}”,应为${expected}。请改正,说明写到备注。`,
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
