import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluate } from '../../src/app/evaluate';
import { cellName } from '../../src/model';
import { readWorkbook } from '../../src/hosts/file';
import { yinchuan2008 } from '../../src/schemes';
import { toResult } from '../../src/app/result';

interface Place {
  sheet: string | null;
  cell: string | null;
}
interface ExpectedIssue extends Place {
  code: string;
  severity: string;
  anyOf?: Place[];
  many?: boolean;
}
interface Expected {
  period: string;
  persons: Record<string, unknown>[];
  departments: Record<string, unknown>[];
  issues: ExpectedIssue[];
  infos: ExpectedIssue[];
}

const SAMPLES = join(__dirname, '../samples');
const NAMES = [
  'worked-examples',
  'city-matrix',
  'existing-summary',
  'no-roster',
  'cards',
  'city-combined-dirty',
  'list-with-defects',
];

function load(name: string): { expected: Expected; evaluation: ReturnType<typeof evaluate> } {
  const expected = JSON.parse(readFileSync(join(SAMPLES, `${name}.expected.json`), 'utf8')) as Expected;
  const snapshot = readWorkbook(readFileSync(join(SAMPLES, `${name}.xlsx`)), `${name}.xlsx`);
  return { expected, evaluation: evaluate(snapshot, yinchuan2008()) };
}

/** Fields marked "*" are not compared. */
function withoutStars(
  expected: Record<string, unknown>,
  actual: Record<string, unknown>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(actual).filter(([key]) => key in expected && expected[key] !== '*'),
  );
}

function unstarred(expected: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(expected).filter(([, value]) => value !== '*'));
}

const places = (issue: ExpectedIssue): string[] =>
  [issue, ...(issue.anyOf ?? [])].map((at) => `${at.sheet}!${at.cell}`);

describe.each(NAMES)('%s', (name) => {
  const { expected, evaluation } = load(name);
  const result = toResult(evaluation);

  test('gives the persons of the expected result', () => {
    const key = (person: Record<string, unknown>): string =>
      `${String(person.department)} ${String(person.name)} ${String(person.role)}`;
    const actual = new Map<string, Record<string, unknown>>(
      result.persons.map((person) => [key({ ...person }), { ...person }]),
    );
    for (const person of expected.persons) {
      const found = actual.get(key(person)) ?? {};
      expect({ who: key(person), ...withoutStars(person, found) }).toEqual({
        who: key(person),
        ...unstarred(person),
      });
    }
    expect(result.persons).toHaveLength(expected.persons.length);
  });

  test('gives the departments of the expected result', () => {
    const byName = (one: { name: unknown }, other: { name: unknown }): number =>
      String(one.name) < String(other.name) ? -1 : 1;
    expect([...result.departments].sort(byName)).toEqual(
      [...expected.departments].sort((a, b) => (String(a.name) < String(b.name) ? -1 : 1)),
    );
    expect(result.period).toBe(expected.period);
  });

  test('finds the faults, each at its cell, no more and no fewer', () => {
    const found = evaluation.issues
      .filter((issue) => issue.severity !== 'info')
      .map(
        (issue) =>
          `${issue.code} ${issue.sheet}!${issue.cell ? cellName(issue.cell.row, issue.cell.column) : 'null'}`,
      );
    const wanted = expected.issues.map((issue) => ({
      issue,
      texts: places(issue).map((at) => `${issue.code} ${at}`),
    }));
    const unexpected = found.filter((text) => !wanted.some((each) => each.texts.includes(text)));
    const missed = wanted
      .filter((each) => !each.texts.some((text) => found.includes(text)))
      .map((each) => each.texts[0]);
    expect({ unexpected, missed }).toEqual({ unexpected: [], missed: [] });
  });

  test('reports what is read otherwise than it stands', () => {
    const found = evaluation.issues
      .filter((issue) =>
        ['text-number', 'negative-deduction', 'two-roles', 'rate-unit-inferred'].includes(issue.code),
      )
      .map(
        (issue) =>
          `${issue.code} ${issue.sheet}!${issue.cell ? cellName(issue.cell.row, issue.cell.column) : 'null'}`,
      )
      .sort();
    const wanted = expected.infos.map((issue) => `${issue.code} ${issue.sheet}!${issue.cell}`).sort();
    expect(found).toEqual(wanted);
  });
});
