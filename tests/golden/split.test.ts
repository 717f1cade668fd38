import fc from 'fast-check';
import type { ResultPerson } from '../../src/app/result';
import type { CellValue } from '../../src/model';
import { yinchuan2008 } from '../../src/schemes';
import type { SheetLayout } from '../../src/workbook/recognise/layout';
import { recognise } from '../../src/workbook/recognise/recognise';
import { cellKey, type SheetSnapshot, type Snapshot } from '../../src/workbook/snapshot';
import { personKey, run, type Outcome } from '../fixtures/outcomes';
import { sample } from '../fixtures/workbooks';

/** A row's values and number formats, by column. */
interface Line {
  readonly values: readonly CellValue[];
  readonly formats: readonly (readonly [number, string])[];
}

/** A sheet of data: what stands above the rows, and the rows, each with its person written out. */
interface Table {
  readonly sheet: SheetSnapshot;
  readonly head: readonly Line[];
  readonly rows: readonly Line[];
  /** Column of the department. */
  readonly department: number;
}

function tablesOf(book: Snapshot): readonly Table[] {
  return recognise(book, yinchuan2008())
    .layouts.filter(({ definition }) => definition.kind !== 'summary')
    .map(tableOf);
}

function tableOf({ sheet, header, fields }: SheetLayout): Table {
  const filled = sheet.values.map((row) => [...row]);
  for (const { top, bottom, left } of sheet.merges) {
    if (top <= header.bottom) continue;
    for (let row = top + 1; row <= bottom; row += 1) filled[row]![left] = filled[top]![left]!;
  }
  const merges = sheet.merges.filter(({ bottom }) => bottom <= header.bottom);
  const lines = filled.map((values, row) => ({ values, formats: formatsOf(sheet, row) }));
  return {
    sheet: { ...sheet, merges },
    head: lines.slice(0, header.bottom + 1),
    rows: lines.slice(header.bottom + 1),
    department: fields.get('department')!.column,
  };
}

function formatsOf({ formats }: SheetSnapshot, row: number): Line['formats'] {
  return [...formats]
    .filter(([key]) => Math.floor(key / 16384) === row)
    .map(([key, code]) => [key % 16384, code]);
}

function bookOf(book: Snapshot, tables: readonly Table[]): Snapshot {
  return { ...book, sheets: tables.map(sheetOf) };
}

function sheetOf({ sheet, head, rows }: Table): SheetSnapshot {
  const lines = [...head, ...rows];
  return {
    ...sheet,
    values: lines.map(({ values }) => values),
    formats: new Map(
      lines.flatMap(({ formats }, row) =>
        formats.map(([column, code]) => [cellKey(row, column), code] as const),
      ),
    ),
    formulas: new Map(),
  };
}

/** The rows in another order; `keys` are drawn at random, as many as are needed are taken. */
function shuffled<Item>(items: readonly Item[], keys: readonly number[]): readonly Item[] {
  return items
    .map((item, index) => ({ item, key: keys[index % keys.length]! * ((index % 7) + 1) }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

const byKey = (persons: readonly ResultPerson[]): Record<string, ResultPerson> =>
  Object.fromEntries(persons.map((person) => [personKey(person), person]));
const withoutRank = (persons: readonly ResultPerson[]): Record<string, unknown> =>
  byKey(persons.map((person) => ({ ...person, rank: null })));
const codesOf = ({ issues }: Outcome): readonly string[] =>
  issues.map((issue) => issue.split('!')[0]!).sort();
const departmentsOf = ({ result }: Outcome): Record<string, unknown> =>
  Object.fromEntries(result.departments.map(({ rank: _, ...department }) => [department.name, department]));

/** Places as the contract counts them: 1, 2, 2, 4, within the post. */
function ranksOf(persons: readonly ResultPerson[]): Record<string, number | null> {
  return Object.fromEntries(
    persons.map((person) => {
      const better = persons.filter(({ role, score }) => role === person.role && score! > person.score!);
      return [personKey(person), person.score === null ? null : better.length + 1];
    }),
  );
}

const BOOKS = ['worked-examples', 'existing-summary', 'list-with-defects', 'no-roster'];

test.each(BOOKS)('%s: the order of rows and of sheets does not matter', (name) => {
  const tables = tablesOf(sample(name));
  const before = run(bookOf(sample(name), tables));
  const keys = fc.array(fc.nat(), { minLength: 11, maxLength: 40 });
  fc.assert(
    fc.property(keys, keys, (rows, sheets) => {
      const turned = tables.map((table) => ({ ...table, rows: shuffled(table.rows, rows) }));
      const after = run(bookOf(sample(name), shuffled(turned, sheets)));
      expect(byKey(after.result.persons)).toEqual(byKey(before.result.persons));
      expect(departmentsOf(after)).toEqual(departmentsOf(before));
      expect(codesOf(after)).toEqual(codesOf(before));
    }),
    { numRuns: 3 },
  );
});

test.each(['worked-examples', 'existing-summary', 'no-roster'])(
  '%s: a workbook for each department gives the same persons as one for all',
  (name) => {
    const tables = tablesOf(sample(name));
    const whole = run(bookOf(sample(name), tables)).result;
    const departments = whole.departments.map((each) => each.name);
    const parts = departments.map((department) => {
      const own = tables.map((table) => ({
        ...table,
        rows: table.rows.filter((row) => row.values[table.department] === department),
      }));
      return run(bookOf(sample(name), own), { period: '2008H1' });
    });
    const merged = parts.flatMap(({ result }) => result.persons);
    expect(departments.length).toBeGreaterThan(1);
    expect(withoutRank(merged)).toEqual(withoutRank(whole.persons));
    expect(ranksOf(merged)).toEqual(
      Object.fromEntries(whole.persons.map((person) => [personKey(person), person.rank])),
    );
    expect(Object.assign({}, ...parts.map(departmentsOf))).toEqual(
      Object.fromEntries(whole.departments.map(({ rank: _, ...rest }) => [rest.name, rest])),
    );
  },
);
