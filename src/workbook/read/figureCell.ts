import type Fraction from 'fraction.js';
import { type CellValue, type FieldDefinition, type Measure, shownValue } from '../../model';
import { compare, divide, isNegative, isWhole, multiply, ONE, quotient } from '../../model/rational';
import { cellKey } from '../snapshot';
import type { SheetField } from './field';
import type { PlainScale } from './plainFigures';
import type { SheetReader } from './reader';
import { isStroke } from './struck';
import { type ColumnUnit, signAt } from './units';
import { exact, readNumber, type Sign } from './values/number';
import { compact } from './values/text';

/** A cell that holds something unreadable, which was reported. */
export const BROKEN = Symbol('broken');
export const NUMERIC: ReadonlySet<string> = new Set(['count', 'amount', 'rate', 'ratio', 'score']);
const HUNDRED = quotient(100, 1);
const THOUSAND = quotient(1000, 1);

/** Units that may stand behind a figure; in any other it is another figure (`3条` for a number of shops). */
const UNITS: Readonly<Record<string, readonly string[]>> = {
  count: ['户', '户次', '项', '次', '起', '人'],
  amount: ['条', '元', '包', '件'],
  score: ['分'],
};
const EXPECTED: Readonly<Record<string, string>> = { count: '不小于 0 的整数', amount: '不小于 0 的数' };

/** A column of figures, with what is looked up once for all its cells. */
export interface MeasureColumn {
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

/** Reads the cell of a figure: `null` for a blank one, `BROKEN` for what is none, which is reported. */
export function readValue(
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
  if (!fits(at.field, reading.sign, reading.unit))
    return notANumber(reader, row, raw, at, EXPECTED[at.field.type] ?? '数值');
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
  if (sign === 'permille') return divide(number, THOUSAND);
  if (isRatio && at.unit === 'fraction') return number;
  if (value === 0) return number;
  if (at.unit === 'unknown') return null;
  if (at.unit === 'permille') return divide(number, THOUSAND);
  return at.unit === 'percent' ? divide(number, HUNDRED) : number;
}

/** Whether the figure may stand for what the column holds: no share where things are counted, no goods for shops. */
function fits({ type }: FieldDefinition, sign: Sign, unit: string): boolean {
  if (unit !== '' && UNITS[type]?.includes(unit) !== true) return false;
  return sign === 'none' || (type !== 'count' && type !== 'amount');
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
    return notANumber(reader, row, raw, at, EXPECTED[type]!);
  }
  if (type === 'amount' && isNegative(value)) return notANumber(reader, row, raw, at, EXPECTED[type]!);
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
