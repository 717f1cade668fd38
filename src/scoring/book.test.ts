import Fraction from 'fraction.js';
import type { Assessment, Measure, Visit } from '../model';
import { yinchuan2008 } from '../schemes';
import { resolveRulings, scoreBook } from '.';

const cell = { sheet: 'S', row: 0, column: 0 };

function visit(...findings: readonly (readonly [string, number])[]): Visit {
  return {
    household: 'H',
    licence: '',
    cell,
    date: null,
    findings: findings.map(([indicator, points]) => ({
      indicator,
      hundredths: points * 100,
      cell,
      note: null,
    })),
  };
}

function measures(entries: Readonly<Record<string, string | boolean>>): ReadonlyMap<string, Measure> {
  return new Map(
    Object.entries(entries).map(([field, value]) => {
      const figure = typeof value === 'string' && /^[\d.]+$/.test(value) ? new Fraction(value) : value;
      return [field, { field, value: figure, cell }];
    }),
  );
}

function courier(more: Readonly<Record<string, string | boolean>>, founded: number): Assessment {
  return {
    assessee: { id: 0, department: '示例一所', name: '赵强', post: 'DL', cell },
    visits: [
      visit(['DL-S03', 2]),
      visit(['DL-S03', 2]),
      visit(['DL-S04a', 1]),
      visit(['DL-S04b', 1]),
      visit(),
      visit(),
      visit(),
      visit(),
    ],
    measures: measures({
      deliveriesChecked: '60',
      deliveriesOnTime: '58',
      securityLapses: '1',
      safetyViolation: false,
      accident: false,
      routePlan: 'notDue',
      goodsDelivered: '125000',
      goodsBroken: '30',
      satisfaction: '0.934',
      ...more,
    }),
    register: Array.from({ length: founded }, () => ({ cell, state: 'founded', date: null, summary: '' })),
    missing: new Set(),
    blocked: new Set(),
    unresolved: false,
  };
}

test('scores a person under the default rulings', () => {
  const scheme = yinchuan2008();
  const book = scoreBook(scheme, resolveRulings(scheme), [courier({}, 2)], new Set());
  const person = book.persons[0]!;
  expect(person.sections.map(({ points }) => points?.toString())).toEqual(['19.25', '21', '16', '28']);
  expect(person.rawTotal?.toString()).toBe('84.25');
  expect(person.rawMaximum).toBe(110);
  expect(person.score?.toString()).toBe('76.59');
  expect(person.deduction?.toString()).toBe('8');
  expect(book.departments[0]?.headDeduction?.toString()).toBe('8');
});

test('an accident with a violation takes 提升服务', () => {
  const scheme = yinchuan2008();
  const data = [courier({ accident: true, safetyViolation: true }, 2)];
  expect(scoreBook(scheme, resolveRulings(scheme), data, new Set()).persons[0]!.score?.toString()).toBe(
    '57.5',
  );
  const item = resolveRulings(scheme, { accidentZeroes: 'item' });
  expect(scoreBook(scheme, item, data, new Set()).persons[0]!.score?.toString()).toBe('76.59');
  const total = resolveRulings(scheme, { accidentZeroes: 'total' });
  expect(scoreBook(scheme, total, data, new Set()).persons[0]!.score?.toString()).toBe('0');
});
