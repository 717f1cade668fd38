import type { Assessment, Rulings } from '../model';
import { yinchuan2008 } from '../schemes';
import { resolveRulings, scoreBook } from '.';

/* What is refused before, at the scheme and at the reading, must not be scored by guess if it comes this far. */

const scheme = yinchuan2008();
const CELL = { sheet: '', row: 0, column: 0 };

function person(post: string, indicator: string): Assessment {
  return {
    assessee: { id: 0, department: '示例所', name: '甲', post, cell: CELL },
    visits: [
      {
        household: '户',
        licence: '',
        cell: CELL,
        date: null,
        findings: [{ indicator, hundredths: 100, cell: CELL, note: null }],
      },
    ],
    measures: new Map([
      ['accident', { field: 'accident', value: true, cell: CELL }],
      ['safetyViolation', { field: 'safetyViolation', value: true, cell: CELL }],
    ]),
    register: [],
    missing: new Set(post === 'DL' ? [] : ['enhanced']),
    blocked: new Set(['satisfaction']),
    unresolved: false,
  };
}

/** A result is computed when somebody looks: this looks at all of it. */
function scored(rulings: Rulings, one: Assessment): unknown {
  const { persons, departments } = scoreBook(
    scheme,
    { ...resolveRulings(scheme), ...rulings },
    [one],
    new Set(),
  );
  return [
    ...persons.map(({ score, deduction, step, sections }) => [
      score,
      deduction,
      step,
      ...sections.map(({ points }) => points),
    ]),
    ...departments.map(({ score, headDeduction }) => [score, headDeduction]),
  ];
}

test.each([
  ['totalBasis', 'MS', 'MS-S01'],
  ['repeatFindings', 'MS', 'MS-S01'],
  ['householdAveraging', 'MS', 'MS-S01'],
  ['missingSection', 'MS', 'MS-S01'],
  ['individualDeduction', 'MS', 'MS-S01'],
  ['policyAwareness', 'MS', 'MS-S01'],
  ['accidentZeroes', 'DL', 'DL-S01'],
])('a value of %s that the engine does not know', (key, post, indicator) => {
  expect(() => scored({ [key]: 'whatever' }, person(post, indicator))).toThrow(
    new RangeError(`ruling ${key} has no value whatever`),
  );
});

test('an own step setting that the engine does not know', () => {
  expect(() => scored({ 'percentStep.MS-S03': 'half' }, person('MS', 'MS-S01'))).toThrow(
    new RangeError('ruling percentStep.MS-S03 has no value half'),
  );
});

test('a finding under an indicator of another post', () => {
  expect(() => scored({}, person('MS', 'CM-S01'))).toThrow(
    new RangeError('indicator CM-S01 does not belong to this post'),
  );
});
