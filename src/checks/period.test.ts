import { dateOf, dayOf } from '../../tests/fixtures/checkRows';
import type { PeriodUnit } from '../model';
import {
  daysOf,
  isOutside,
  periodLike,
  periodOfSerial,
  periodOfText,
  periodText,
  serialIn,
  votePeriod,
} from './period';

/** Some time of that day: what was said of another time of it is not remembered. */
const someTimeOf = (day: string): number => dayOf(day) + Math.random() * 0.99;

const periodOf = (serial: number) => periodOfSerial(serial, 'halfYear');
const vote = (...days: readonly string[]) => votePeriod(days.map(dateOf), 'halfYear');
const named = (text: string) => periodOfText(text, 'halfYear');

test.each([
  ['2008-01-01', '2008H1'],
  ['2008-02-29', '2008H1'],
  ['2008-06-30', '2008H1'],
  ['2008-07-01', '2008H2'],
  ['2008-12-31', '2008H2'],
  ['2009-01-01', '2009H1'],
  ['1999-12-31', '1999H2'],
])('%s lies in %s, at any time of the day', (day, period) => {
  for (let times = 0; times < 3; times += 1) expect(periodOf(someTimeOf(day))).toBe(period);
  expect(periodOf(dayOf(day))).toBe(period);
  expect(periodOf(dayOf(day))).toBe(period);
});

test('thousands of days are each in their half-year', () => {
  const first = dayOf('2000-01-01');
  const days = Array.from({ length: 6000 }, (_, index) => first + index);
  const wrong = [...days, ...days.slice(0, 50)].filter((serial) => {
    const date = new Date((serial - dayOf('1970-01-01')) * 86_400_000).toISOString();
    return periodOf(serial) !== `${date.slice(0, 4)}H${date.slice(5, 7) <= '06' ? 1 : 2}`;
  });
  expect(wrong).toEqual([]);
});

describe('the half-year of a workbook', () => {
  test('is the one of most dates; blank ones and those without a year have no vote', () => {
    expect(vote('2008-07-02', '2008-03-01', '2008-06-30')).toEqual({ kind: 'period', period: '2008H1' });
    expect(vote('2008-07-02', '03-01', '03-02', '', '')).toEqual({ kind: 'period', period: '2008H2' });
    expect(vote('2008-03-01', '2008-03-01', '2008-07-01', '2008-07-02', '2008-07-03')).toEqual({
      kind: 'period',
      period: '2008H2',
    });
    expect(vote('2008-07-01', '2008-03-01', '2008-03-01', '2008-03-01')).toEqual({
      kind: 'period',
      period: '2008H1',
    });
  });

  test('two with as many dates are a tie, whatever a third has', () => {
    expect(vote('2008-07-02', '2008-03-01')).toEqual({ kind: 'tie', periods: ['2008H1', '2008H2'] });
    expect(vote('2007-12-31', '2008-07-02', '2008-07-03', '2008-03-01', '2008-03-02')).toEqual({
      kind: 'tie',
      periods: ['2008H1', '2008H2'],
    });
    expect(vote('2009-01-01', '2008-07-01', '2008-01-01')).toEqual({
      kind: 'tie',
      periods: ['2008H1', '2008H2', '2009H1'],
    });
  });

  test('no date says nothing', () => {
    expect(vote()).toEqual({ kind: 'none' });
    expect(vote('', '03-01')).toEqual({ kind: 'none' });
  });
});

test.each([
  ['测评时间:2008年6月', '2008H1'],
  ['2008年 7 月', '2008H2'],
  ['２００８年１２月', '2008H2'],
  ['2008年1月15日', '2008H1'],
  ['2008年上半年', '2008H1'],
  ['2008 年 下半年测评', '2008H2'],
  ['2008年13月', null],
  ['2008年0月', null],
  ['2008年13月,2009年下半年', '2009H2'],
  ['8年6月', null],
  ['2008年', null],
  ['上半年', null],
  ['二〇〇八年六月', null],
  ['', null],
])('“%s” above a table names %s', (text, period) => {
  expect(named(text)).toBe(period);
});

describe('the day of a date', () => {
  test('with a year is its own; without one it is of the period’s year', () => {
    expect(serialIn(dateOf('2007-05-06'), '2008H1')).toBe(dayOf('2007-05-06'));
    expect(serialIn(dateOf('05-06'), '2008H1')).toBe(dayOf('2008-05-06'));
    expect(serialIn(dateOf('12-31'), '2009H2')).toBe(dayOf('2009-12-31'));
    expect(serialIn(dateOf('01-01'), '2009H1')).toBe(dayOf('2009-01-01'));
  });

  test('without any date is none', () => {
    expect(serialIn(dateOf(''), '2008H1')).toBeNull();
  });
});

test('a half-year in words', () => {
  expect([periodText('2008H1'), periodText('2011H2')]).toEqual(['2008年上半年', '2011年下半年']);
});

test.each([
  ['2008-06', '2008-05-31', '2008-06-01', '2008-06-30', '2008-07-01'],
  ['2008-12', '2008-11-30', '2008-12-01', '2008-12-31', '2009-01-01'],
  ['2008Q1', '2007-12-31', '2008-01-01', '2008-03-31', '2008-04-01'],
  ['2008Q4', '2008-09-30', '2008-10-01', '2008-12-31', '2009-01-01'],
  ['2008H1', '2007-12-31', '2008-01-01', '2008-06-30', '2008-07-01'],
  ['2008H2', '2008-06-30', '2008-07-01', '2008-12-31', '2009-01-01'],
])('%s has its first and last day, and no other', (period, before, first, last, after) => {
  const days = [before, first, last, after].map((day) => isOutside(dateOf(day), period));
  expect(days).toEqual([true, false, false, true]);
  expect(daysOf(period)).toEqual({ from: dayOf(first), to: dayOf(after) });
  expect(periodLike(period, dayOf(first))).toBe(period);
  expect(periodLike(period, dayOf(after))).not.toBe(period);
});

test('a day that is not known, or cannot be read, lies outside no period', () => {
  expect(isOutside(dateOf(''), '2008-06')).toBe(false);
  expect(isOutside({ serial: dayOf('2009-01-01'), yearless: null, invalid: true }, '2008-06')).toBe(false);
  expect(isOutside(dateOf('07-01'), '2008-06')).toBe(true);
  expect(isOutside(dateOf('06-30'), '2008-06')).toBe(false);
});

test.each<readonly [string, PeriodUnit, string | null]>([
  ['2008年6月', 'month', '2008-06'],
  ['测评月份:2008 年 12 月', 'month', '2008-12'],
  ['2008年13月', 'month', null],
  ['2008年0月', 'month', null],
  ['2008年上半年', 'month', null],
  ['2008年6月', 'quarter', '2008Q2'],
  ['2008年第3季度', 'quarter', '2008Q3'],
  ['2008年一季度', 'quarter', '2008Q1'],
  ['2008年四季', 'quarter', '2008Q4'],
  ['2008年上半年', 'quarter', null],
  ['2008年12月', 'halfYear', '2008H2'],
])('“%s” names a %s: %s', (text, unit, period) => {
  expect(periodOfText(text, unit)).toBe(period);
});

test('dates vote for months and quarters too', () => {
  const days = ['2008-05-01', '2008-06-01', '2008-06-30', '2008-07-01'].map(dateOf);
  expect(votePeriod(days, 'month')).toEqual({ kind: 'period', period: '2008-06' });
  expect(votePeriod(days, 'quarter')).toEqual({ kind: 'period', period: '2008Q2' });
  expect(votePeriod(days.slice(2), 'month')).toEqual({ kind: 'tie', periods: ['2008-06', '2008-07'] });
});
