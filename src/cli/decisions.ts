import type { EvaluateOptions } from '../app/evaluation';
import { type PeriodUnit, periodUnit, type RulingValue, type Scheme } from '../model';
import { type Arguments, optionOf, type OptionSpec } from './arguments';
import { CallError } from './callError';

/** Options by which the caller decides what a workbook leaves open. */
export const DECISION_OPTIONS: readonly OptionSpec[] = [
  {
    name: '--period',
    value: '半年 2008H1、季度 2008Q3 或月份 2008-06',
    help: '测评期间,按办法的周期写;不写时取日期最多的一期',
  },
  {
    name: '--set',
    value: ' 规定=取值,例如 percentStep=started',
    repeatable: true,
    help: '改变一条规定的取值,可以写多次',
  },
];

/** How a period of each length is written, for people. */
const FORMS: Readonly<Record<PeriodUnit, string>> = {
  halfYear: '2008H1(上半年)或 2008H2(下半年)',
  quarter: '2008Q1 到 2008Q4(季度)',
  month: '2008-06(月份)',
};

/** What the caller has decided. Throws CallError on a period or setting that is none. */
export function decisionsOf(given: Arguments): EvaluateOptions {
  const period = optionOf(given, '--period');
  if (period !== null && periodUnit(period) === null) throw badPeriod(period, Object.values(FORMS).join(';'));
  const rulings: Record<string, RulingValue> = {};
  for (const setting of given.options.get('--set') ?? []) {
    const equals = setting.indexOf('=');
    if (equals < 1 || equals === setting.length - 1) {
      throw new CallError(`--set 要写成 规定=取值,现在是“${setting}”。`);
    }
    const [key, value] = [setting.slice(0, equals), setting.slice(equals + 1)];
    if (Object.hasOwn(rulings, key) && rulings[key] !== value)
      throw new CallError(`--set ${key} 写了两个取值:${String(rulings[key])} 和 ${value}。请只留一个。`);
    rulings[key] = value;
  }
  return { rulings, ...(period === null ? {} : { period }) };
}

/** The same for a scheme; a period of another length than its own is refused too. */
export function decisionsFor({ period: unit = 'halfYear' }: Scheme, given: Arguments): EvaluateOptions {
  const decisions = decisionsOf(given);
  const { period } = decisions;
  if (period === undefined || periodUnit(period) === unit) return decisions;
  throw badPeriod(period, FORMS[unit]);
}

/** The period that a scheme over a table is computed for; `unit` is `null` where it has none. Throws CallError. */
export function periodOf(given: Arguments, unit: PeriodUnit | null): string | null {
  const period = optionOf(given, '--period');
  if (period === null || (unit !== null && periodUnit(period) === unit)) return period;
  if (unit === null) throw new CallError('这个办法没有测评期间,不用写 --period。');
  throw badPeriod(period, FORMS[unit]);
}

function badPeriod(period: string, forms: string): CallError {
  return new CallError(`--period 要写成 ${forms},现在是“${period}”。`);
}
