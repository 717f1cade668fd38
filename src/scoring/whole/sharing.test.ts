import type { RulingValue } from '../../model';
import { yinchuan2008 } from '../../schemes';
import { contextOf, type Context, indicatorsOf } from '../context';
import { resolveRulings } from '../rulings';
import { wholeLosses } from '.';

/* Under rulings that do not concern an indicator its loss is one and the same; under those that do it is another. */

const scheme = yinchuan2008();
const under = (setting: Readonly<Record<string, RulingValue>>): Context =>
  contextOf(scheme, resolveRulings(scheme, setting));

/** Indicators of a post's 提升服务 whose loss is another one than under the rulings as they stand. */
function changed(post: string, setting: Readonly<Record<string, RulingValue>>): readonly string[] {
  const section = scheme.sections.find(({ id }) => id === 'enhanced')!;
  const [before, after] = [under({}), under(setting)];
  const losses = [before, after].map((context) => wholeLosses(context, section, post)!);
  return indicatorsOf(before, section, post).flatMap(({ id }, at) =>
    losses[0]![at] === losses[1]![at] ? [] : [id],
  );
}

const RATES = ['CM-U1', 'CM-U2', 'CM-U4', 'CM-U5', 'CM-U6'];

test.each<[string, Readonly<Record<string, RulingValue>>, string, readonly string[]]>([
  ['the basis of totals', { totalBasis: 'raw' }, 'CM', []],
  ['rounding', { rounding: 'none' }, 'CM', []],
  ['a missing section', { missingSection: 'zero' }, 'CM', []],
  ['started steps', { percentStep: 'started' }, 'CM', RATES],
  ['started steps of one indicator', { 'percentStep.CM-U4': 'started' }, 'CM', ['CM-U4']],
  ['rounded rates', { rateRounding: 'twoDecimals' }, 'CM', RATES],
  ['the unit of 存销比', { stockSalesUnit: 'points' }, 'CM', ['CM-U2']],
  ['how 市场净化率 is put together', { marketPurity: 'sum' }, 'MS', ['MS-U1']],
  ['the step of 破损率', { breakageStep: 0.01 }, 'CM', []],
])('under %s', (_, setting, post, expected) => {
  expect(changed(post, setting)).toEqual(expected);
  expect(changed(post, {})).toEqual([]);
});
