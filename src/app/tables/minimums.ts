import Fraction from 'fraction.js';
import { type CellValue, type MinimumRule, type MinimumsScheme, nearestOf } from '../../model';
import type { TableRow } from '../../workbook/tables';
import type { Computed, ResultTable } from './outcome';
import type { TableReading } from './reading';

/** What a row must come to: the minimum, or the share of the total rounded up, whichever is more; low marks on top. */
function requiredOf(
  { minimum = 0, share, withLow }: MinimumRule,
  total: Fraction | null,
  low: Fraction | null,
): Fraction {
  const byShare = share !== undefined && total ? total.mul(new Fraction(share)).ceil() : new Fraction(0);
  const least = byShare.compare(minimum) > 0 ? byShare : new Fraction(minimum);
  const wanted = withLow && low ? least.add(low) : least;
  // There cannot be more to look at than there was.
  return total && wanted.compare(total) > 0 ? total : wanted;
}

/** A row, judged; what is not known is `null`. */
interface Judged {
  readonly name: string;
  readonly period: string;
  readonly total: number | null;
  readonly required: number | null;
  readonly actual: number | null;
  readonly met: boolean | null;
}

/** Actual counts against the minimum of their kind of work. */
export function minimums(reading: TableReading, scheme: MinimumsScheme): Computed {
  const twice = repeated(reading, scheme);
  const rows = reading.rows.map((row) => judged(reading, scheme, row, twice));
  const known = rows.filter(({ met }) => met !== null).length;
  return {
    tables: [tableOf(reading, scheme, rows)],
    data: { rows },
    known,
    unknown: rows.length - known,
  };
}

/** Rows of a week and kind that stands more than once: each is a part of the figure, and none is it. Each but the first is an issue. */
function repeated(reading: TableReading, scheme: MinimumsScheme): ReadonlySet<TableRow> {
  const first = new Map<string, TableRow>();
  const twice = new Set<TableRow>();
  for (const row of reading.rows) {
    const rule = ruleOf(scheme, row);
    if (!rule) continue;
    const when = weekOf(row, scheme);
    if (when === '') continue;
    const before = first.get(`${when}\n${rule.name}`);
    if (!before) {
      first.set(`${when}\n${rule.name}`, row);
      continue;
    }
    twice.add(before).add(row);
    reading.report(row, scheme.category, 'duplicate-row', {
      received: `${when} ${rule.name}`,
      expected: '每期每类一行',
      message: `${when}的“${rule.name}”在第 ${before.row + 1} 行已经有了。请合并成一行。`,
    });
  }
  return twice;
}

function weekOf(row: TableRow, { when }: MinimumsScheme): string {
  return row.text(when).replace(/\s/g, '');
}

/** `twice`: the rows whose week and kind stands in another row too. */
function judged(
  reading: TableReading,
  scheme: MinimumsScheme,
  row: TableRow,
  twice: ReadonlySet<TableRow>,
): Judged {
  const when = weekOf(row, scheme);
  const rule = ruleAt(reading, scheme, row);
  const unknown = { period: when, total: null, required: null, actual: null, met: null };
  if (rule === null) return { name: row.text(scheme.category), ...unknown };
  if (when === '') {
    const title = reading.fieldName(scheme.when);
    reading.report(row, scheme.when, 'missing-input', {
      received: '',
      expected: title,
      message: `第 ${row.row + 1} 行没有写“${title}”,不知道是哪一期的。请补上。`,
    });
    return { name: rule.name, ...unknown };
  }
  if (twice.has(row)) return { name: rule.name, ...unknown };
  const figures = figuresOf(reading, scheme, row, rule);
  if (figures === null) return { name: rule.name, ...unknown };
  const { required, actual, total } = figures;
  const met = actual.compare(required) >= 0;
  if (!met) short(reading, scheme, row, rule, when, figures);
  return {
    name: rule.name,
    period: when,
    total: total?.valueOf() ?? null,
    required: required.valueOf(),
    actual: actual.valueOf(),
    met,
  };
}

function short(
  reading: TableReading,
  scheme: MinimumsScheme,
  row: TableRow,
  rule: MinimumRule,
  when: string,
  { required, actual }: Figures,
): void {
  const details = {
    received: actual.toString(),
    expected: `至少 ${required.toString()}`,
    message: `${when}“${rule.name}”应抽查至少 ${required.toString()},实际 ${actual.toString()}。`,
  };
  reading.report(row, scheme.actual, 'sample-too-small', details, rule.clause);
}

function tableOf(reading: TableReading, scheme: MinimumsScheme, rows: readonly Judged[]): ResultTable {
  const { met, short: tooFew, unknown, ...words } = scheme.words;
  const lines = rows.map((each): CellValue[] => [
    each.period,
    each.name,
    each.total ?? '',
    each.required ?? unknown,
    each.actual ?? '',
    each.met === null ? unknown : each.met ? met : tooFew,
  ]);
  const headers = [scheme.when, scheme.category].map((id) => reading.fieldName(id));
  return {
    names: scheme.result,
    headers: [...headers, words.total, words.required, words.actual, words.verdict],
    rows: lines,
    keys: 2,
  };
}

interface Figures {
  readonly required: Fraction;
  readonly actual: Fraction;
  readonly total: Fraction | null;
}

/** The figures of a row; `null` where one that the rule needs is not known. */
function figuresOf(
  reading: TableReading,
  scheme: MinimumsScheme,
  row: TableRow,
  rule: MinimumRule,
): Figures | null {
  const optional = (field: string, isNeeded: boolean): Fraction | null | undefined => {
    const blank = !reading.has(field) || row.text(field) === '';
    if (blank && !isNeeded) return undefined;
    const value = reading.numberAt(row, field);
    return value;
  };
  const total = optional(scheme.total, rule.share !== undefined);
  const low = optional(scheme.low, rule.withLow === true);
  const actual = reading.numberAt(row, scheme.actual);
  if (total === null || low === null || actual === null) return null;
  const whole = [total, low, actual].every((each) => each === undefined || each.mod(1).equals(0));
  if (!whole || (total && actual.compare(total) > 0)) {
    reading.report(row, scheme.actual, whole ? 'numerator-exceeds-denominator' : 'not-a-number', {
      received: row.text(scheme.actual),
      expected: whole ? `不大于 ${total!.toString()}` : '整数',
      message: whole
        ? `抽查了 ${actual.toString()},比总数 ${total!.toString()} 还多。请核对。`
        : '数量应是整数。请核对这一行。',
    });
    return null;
  }
  if (total && low && low.compare(total) > 0) {
    reading.report(row, scheme.low, 'numerator-exceeds-denominator', {
      received: row.text(scheme.low),
      expected: `不大于 ${total.toString()}`,
      message: `“${reading.fieldName(scheme.low)}”是 ${low.toString()},比总数 ${total.toString()} 还多。请核对。`,
    });
    return null;
  }
  return { required: requiredOf(rule, total ?? null, low ?? null), actual, total: total ?? null };
}

function ruleOf({ category, rules }: MinimumsScheme, row: TableRow): MinimumRule | undefined {
  const text = row.text(category).replace(/\s/g, '');
  return rules.find(({ name, synonyms }) => [name, ...synonyms].includes(text));
}

function ruleAt(reading: TableReading, scheme: MinimumsScheme, row: TableRow): MinimumRule | null {
  const found = ruleOf(scheme, row);
  if (found) return found;
  const text = row.text(scheme.category).replace(/\s/g, '');
  const names = scheme.rules.map(({ name }) => name);
  const meant = nearestOf(text, names);
  reading.report(row, scheme.category, 'code-unknown', {
    received: text,
    expected: names.join('、'),
    message: `没有类别“${text}”。${meant === null ? '' : `是否想写“${meant}”?`}可以写:${names.join('、')}。`,
  });
  return null;
}
