import * as v from 'valibot';
import { nearestOf } from '../model';

/** An object whose misspelt parameter is refused with the name that was probably meant. */
export function record<const Entries extends v.ObjectEntries>(entries: Entries) {
  const names = Object.keys(entries);
  return v.strictObject(entries, (issue) => {
    const name = issue.path?.at(-1)?.key;
    if (issue.expected === 'Object') return `应为一个对象,实际是 ${issue.received}`;
    if (issue.expected !== 'never') return `缺少参数 ${String(name)}`;
    const meant = nearestOf(String(name), names);
    const hint = meant === null ? `可用的有 ${names.join('、')}` : `是否想写 ${meant}`;
    return `没有名为 ${String(name)} 的参数;${hint}`;
  });
}

const wrongType = (expected: string) => (issue: { readonly received: string }) =>
  `应为${expected},实际是 ${issue.received}`;

export const flag = v.boolean(wrongType(' true 或 false'));

/** A text that is not blank. */
export const text = v.pipe(v.string(wrongType('文字')), v.trim(), v.nonEmpty('不能为空'));

/** An exact decimal of 0 and above, as text. */
export const decimal = v.pipe(
  v.string(wrongType('写成文字的小数(例如 "0.95")')),
  v.regex(/^\d+(\.\d+)?$/, (issue) => `应为写成文字的小数(例如 "0.95"),实际是 ${issue.received}`),
);

/** Size of a step: a decimal above 0. */
export const stepSize = v.pipe(
  decimal,
  v.check((size) => Number(size) > 0, '步长必须大于 0'),
);

/** Points above 0 with at most two decimals. */
export const points = v.pipe(
  v.number(wrongType('分值(数字)')),
  v.check((value) => Number.isFinite(value) && value > 0, '分值必须大于 0'),
  v.check((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-9, '分值最多两位小数'),
);

/** Points of 0 and above with at most two decimals. */
export const pointsOrNone = v.pipe(
  v.number(wrongType('分值(数字)')),
  v.check((value) => Number.isFinite(value) && value >= 0, '分值不能小于 0'),
  v.check((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-9, '分值最多两位小数'),
);

/** A share of the whole: an exact decimal from 0 to 1. */
export const share = v.pipe(
  decimal,
  v.check((value) => Number(value) <= 1, '比例应在 0 到 100% 之间'),
);

/** How many there must be: a whole number above 0. */
export const amount = v.pipe(
  v.number(wrongType('数量(整数)')),
  v.check((value) => Number.isInteger(value) && value > 0, '数量应为大于 0 的整数'),
);

/** Who changed what when. */
export const revision = record({ version: text, date: text, who: text, what: text });

export const texts = v.array(text, wrongType('列表'));

/** A list with at least one entry. */
export function some<const Item extends v.GenericSchema>(item: Item) {
  return v.pipe(v.array(item, wrongType('列表')), v.minLength(1, '至少要有一项'));
}

/** A list, possibly empty. */
export function many<const Item extends v.GenericSchema>(item: Item) {
  return v.array(item, wrongType('列表'));
}

/** One of the values named. */
export function oneOf<const Options extends readonly string[]>(options: Options) {
  return v.picklist(options, (issue) => onlyOneOf(options, issue.received));
}

/** Says what can stand there, what stands there (`received` as valibot quotes it), and which was probably meant. */
export function onlyOneOf(options: readonly string[], received: string): string {
  const given = received.replace(/^"|"$/g, '');
  const meant = nearestOf(given, options);
  return `只能是 ${options.join('、')},实际是 ${given}${meant === null ? '' : `;是否想写 ${meant}`}`;
}
