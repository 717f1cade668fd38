import type { EvaluateOptions } from '../app/evaluation';
import type { RulingValue } from '../model';
import { type Arguments, optionOf, type OptionSpec } from './arguments';
import { CallError } from './callError';

/** Options by which the caller decides what a workbook leaves open. */
export const DECISION_OPTIONS: readonly OptionSpec[] = [
  { name: '--period', value: '半年,例如 2008H1', help: '测评期间;不写时取日期最多的半年' },
  {
    name: '--set',
    value: ' 规定=取值,例如 percentStep=started',
    repeatable: true,
    help: '改变一条规定的取值,可以写多次',
  },
];

/** What the caller has decided. Throws CallError on a period or setting that is none. */
export function decisionsOf(given: Arguments): EvaluateOptions {
  const period = optionOf(given, '--period');
  if (period !== null && !/^\d{4}H[12]$/.test(period)) {
    throw new CallError(`--period 要写成 2008H1(上半年)或 2008H2(下半年),现在是“${period}”。`);
  }
  const rulings: Record<string, RulingValue> = {};
  for (const setting of given.options.get('--set') ?? []) {
    const equals = setting.indexOf('=');
    if (equals < 1 || equals === setting.length - 1) {
      throw new CallError(`--set 要写成 规定=取值,现在是“${setting}”。`);
    }
    rulings[setting.slice(0, equals)] = setting.slice(equals + 1);
  }
  return { rulings, ...(period === null ? {} : { period }) };
}
