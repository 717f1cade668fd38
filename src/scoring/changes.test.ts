import Fraction from 'fraction.js';
import type { DepartmentScore, PersonScore, ScoreBook } from '../model';
import { departmentsChanged, scoreChanges } from './changes';

type Figures = readonly [name: string, score: string | null, deduction: string | null];

const known = (text: string | null): Fraction | null => (text === null ? null : new Fraction(text));

function book(...persons: readonly Figures[]): ScoreBook {
  return {
    persons: persons.map(([name, score, deduction]) => ({
      assessee: { name },
      score: known(score),
      deduction: known(deduction),
    })) as unknown as PersonScore[],
    departments: [],
  };
}

test('tells who gets another score or another deduction, from what to what', () => {
  const before = book(['甲', '80', '5'], ['乙', '90', '0'], ['丙', '70', '15'], ['丁', null, null]);
  const after = book(['甲', '81', '4'], ['乙', '90', '0'], ['丙', '70', null], ['丁', '60', null]);
  const told = scoreChanges(before, after).map(({ assessee, score, deduction }) => [
    assessee.name,
    ...[score.from, score.to, deduction.from, deduction.to].map((value) => value?.toString() ?? null),
  ]);
  expect(told).toEqual([
    ['甲', '80', '81', '5', '4'],
    ['丙', '70', '70', '15', null],
    ['丁', null, '60', null, null],
  ]);
});

test('tells who comes to the other side of the pass line with the same figures', () => {
  const [before, after] = [false, true].map((qualified) => {
    const one = book(['甲', '84.8', '0']);
    return { ...one, persons: one.persons.map((person) => ({ ...person, qualified })) };
  });
  expect(scoreChanges(before!, after!).map(({ qualified }) => qualified)).toEqual([
    { from: false, to: true },
  ]);
});

test('the same figure written in another way is no change', () => {
  expect(scoreChanges(book(['甲', '0.5', '0']), book(['甲', '1/2', '-0']))).toEqual([]);
});

test('names the departments whose mean, rank, result or deduction of the head differs', () => {
  const departments = (change: Partial<DepartmentScore> = {}): ScoreBook => {
    const one = { score: known('82.5'), rank: 1, qualified: false, headDeduction: known('2') };
    const both = [
      { ...one, name: '一所', ...change },
      { ...one, name: '二所' },
    ];
    return { persons: [], departments: both as unknown as DepartmentScore[] };
  };
  const told = (change: Partial<DepartmentScore>) => departmentsChanged(departments(), departments(change));
  expect(told({ score: known('165/2') })).toEqual([]);
  expect(told({ score: known('82.51') })).toEqual(['一所']);
  expect(told({ score: null })).toEqual(['一所']);
  expect(told({ rank: 2 })).toEqual(['一所']);
  expect(told({ qualified: true })).toEqual(['一所']);
  expect(told({ headDeduction: known('2.5') })).toEqual(['一所']);
});
