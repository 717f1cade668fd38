import Fraction from 'fraction.js';
import { type CellValue, type CompositeScheme, makeIssue, published, type TableField } from '../../model';
import { placesOf, weightedScore } from '../../scoring';
import { readNumber } from '../../workbook/read/values/number';
import type { TableRow } from '../../workbook/tables';
import type { Computed } from './outcome';
import type { TableReading } from './reading';

/** A form with its weight, a fraction of 1. */
interface Weight {
  readonly form: string;
  readonly weight: Fraction;
}

/** Units by their forms under the weights that the owner has entered; without these nobody has a score. */
export function composite(reading: TableReading, scheme: CompositeScheme): Computed {
  const weights = weightsInForce(reading, scheme);
  const named = reading.rows.flatMap((row) => {
    const name = reading.nameAt(row, scheme.unit);
    return name === null ? [] : [[name, row] as const];
  });
  const units = [...reading.unique(named, scheme.unit)].map(([name, row]) => {
    const parts = (weights ?? []).map(({ form, weight }) => ({
      form,
      weight,
      score: row && (weight.equals(0) ? new Fraction(0) : reading.scoreAt(row, form, scheme.maximum)),
    }));
    const known = parts.flatMap(({ weight, score }) => (score ? [{ weight, score }] : []));
    const isKnown = weights !== null && row !== null && known.length === parts.length;
    return { name, parts, score: isKnown ? weightedScore(known) : null };
  });
  const places = placesOf(units.map(({ score }) => score));
  const departments = units.map(({ name, parts, score }, index) => ({
    name,
    status: score ? 'scored' : 'unscored',
    score: published(score),
    rank: places[index] ?? null,
    forms: Object.fromEntries(
      parts.filter(({ weight }) => !weight.equals(0)).map((each) => [each.form, published(each.score)]),
    ),
  }));
  const used = (weights ?? []).filter(({ weight }) => !weight.equals(0));
  const headers = used.map(
    ({ form, weight }) => `${reading.fieldName(form)}得分(${weight.mul(100).toString()}%)`,
  );
  const rows = departments.map((each): CellValue[] => [
    each.name,
    ...used.map(({ form }) => each.forms[form] ?? ''),
    each.score ?? scheme.words.unscored,
    each.rank ?? '',
  ]);
  const known = departments.filter(({ score }) => score !== null).length;
  return {
    tables: [
      {
        names: scheme.result,
        headers: [reading.fieldName(scheme.unit), ...headers, scheme.words.score, scheme.words.rank],
        rows,
        keys: 1,
      },
    ],
    data: {
      weights:
        weights?.map(({ form, weight }) => ({
          form,
          name: reading.fieldName(form),
          percent: published(weight.mul(100)),
        })) ?? null,
      departments,
    },
    known,
    unknown: departments.length - known,
  };
}

/**
 * The weights of the rules, or those of the sheet of weights. Where both say something they must say the same: which of
 * the two is meant is not for the program to guess.
 */
function weightsInForce(reading: TableReading, scheme: CompositeScheme): readonly Weight[] | null {
  const { shares } = scheme;
  if (!shares) return weightsOf(reading, scheme);
  const own = scheme.forms.map((form) => ({ form, weight: new Fraction(shares[form]!) }));
  const { weight } = scheme.weights;
  const entered = reading.enteredIn(scheme.weights.sheet, weightFields(scheme), 'weight');
  if (entered === null) return null;
  if (entered.length === 0) return own;
  const weights = weightsOf(reading, scheme);
  if (weights === null) return null;
  const differs = own.some((each, index) => !each.weight.equals(weights[index]!.weight));
  if (!differs) return own;
  const message = `这里的${weight}和评分标准表不一样。请改成一样的,或把这里的${weight}清空。`;
  refuse(reading, entered[0]!, 'weight', entered[0]!.text('weight'), '和评分标准表一样', message);
  return null;
}

function weightFields({ weights: { form, weight } }: CompositeScheme): readonly TableField[] {
  return [
    { id: 'form', name: form, synonyms: [] },
    { id: 'weight', name: weight, synonyms: [] },
  ];
}

/** The weights, which must add up to 100 %; `null` (with issues at their cells) where they cannot be used. */
function weightsOf(reading: TableReading, scheme: CompositeScheme): readonly Weight[] | null {
  const { rows } = reading.table(scheme.weights.sheet, weightFields(scheme));
  if (rows.length === 0) return null;
  const before = reading.issues.length;
  const given = new Map<string, { row: TableRow; value: Fraction; percent: boolean }>();
  for (const row of rows) {
    const id = formAt(reading, scheme, row);
    const entered = id === null ? null : weightAt(reading, row);
    if (id === null || entered === null) continue;
    if (given.has(id)) {
      refuse(
        reading,
        row,
        'form',
        row.text('form'),
        '每种形式一行',
        `“${row.text('form')}”的权重写了两次。请只留一行。`,
      );
    } else given.set(id, { row, ...entered });
  }
  if (reading.issues.length > before) return null;
  const missing = scheme.forms.filter((id) => !given.has(id)).map((id) => reading.fieldName(id));
  const last = rows.at(-1)!;
  if (missing.length > 0) {
    refuse(
      reading,
      last,
      'form',
      '',
      missing.join('、'),
      `没有写权重的考核形式:${missing.join('、')}。不采用的形式请写 0%。`,
    );
    return null;
  }
  return scaled(reading, scheme, given, last);
}

type Entered = ReadonlyMap<
  string,
  { readonly row: TableRow; readonly value: Fraction; readonly percent: boolean }
>;

/** Signed weights are percentages; plain ones are so where they come to 100, and fractions where they come to 1. */
function scaled(
  reading: TableReading,
  scheme: CompositeScheme,
  given: Entered,
  last: TableRow,
): readonly Weight[] | null {
  const all = [...given.values()];
  const total = all.reduce((sum, { value }) => sum.add(value), new Fraction(0));
  const signed = all.filter(({ percent, value }) => percent || value.equals(0)).length;
  const plain = all.every(({ percent }) => !percent);
  const whole = plain && total.equals(100) ? 100 : 1;
  if ((plain || signed === all.length) && total.equals(whole)) {
    return scheme.forms.map((form) => ({ form, weight: given.get(form)!.value.div(whole) }));
  }
  const mixed = !plain && signed < all.length;
  const shown = `${total.mul(plain ? 1 : 100).toString()}${plain ? '' : '%'}`;
  const message = mixed
    ? '权重有的带 %,有的不带,单位不清楚。请都写成百分数,例如 30%。'
    : `权重合计是 ${shown},必须正好是 100%。请改正权重;改正前不计分。`;
  const cell = mixed ? all.find(({ percent, value }) => !percent && !value.equals(0))!.row : last;
  refuse(reading, cell, 'weight', mixed ? cell.text('weight') : shown, '100%', message);
  return null;
}

function formAt(reading: TableReading, scheme: CompositeScheme, row: TableRow): string | null {
  const text = row.text('form').replace(/\s/g, '');
  const found = scheme.fields.find(
    ({ id, name, synonyms }) => scheme.forms.includes(id) && [name, ...synonyms].includes(text),
  );
  if (found) return found.id;
  const known = scheme.forms.map((id) => reading.fieldName(id)).join('、');
  refuse(reading, row, 'form', text, known, `没有考核形式“${text}”。可以写:${known}。`);
  return null;
}

function weightAt(reading: TableReading, row: TableRow): { value: Fraction; percent: boolean } | null {
  const raw = row.value('weight');
  const read = readNumber(raw);
  const formatted = typeof raw === 'number' && reading.formatAt(row.cell('weight')).includes('%');
  if (read.kind === 'number' && read.value >= 0 && read.sign !== 'permille') {
    const value = new Fraction(String(read.value));
    return {
      value: read.sign === 'percent' ? value.div(100) : value,
      percent: formatted || read.sign === 'percent',
    };
  }
  const what = read.kind === 'blank' ? '是空的' : `写的是“${row.text('weight')}”`;
  refuse(
    reading,
    row,
    'weight',
    row.text('weight'),
    '百分数,例如 30%',
    `“${row.text('form')}”的权重${what}。办法没有规定权重,请由本单位填写百分数,例如 30%。`,
  );
  return null;
}

function refuse(
  reading: TableReading,
  row: TableRow,
  field: string,
  received: string,
  expected: string,
  message: string,
): void {
  reading.issues.push(makeIssue('scheme-invalid', { cell: row.cell(field), received, expected, message }));
}
