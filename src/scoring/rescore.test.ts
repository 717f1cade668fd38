import fc from 'fast-check';
import type Fraction from 'fraction.js';
import { person, settings } from '../../tests/golden/arbitrary';
import type { Assessment, ScoreBook } from '../model';
import { yinchuan2008 } from '../schemes';
import { rescored, resolveRulings, scoreBook, touchedAfter, touchedBy, type Touched } from '.';

/* After an edit only the persons that it concerns are scored again: that must be what scoring all of them gives. */

const scheme = yinchuan2008();
const text = (value: Fraction | null): string => (value === null ? '—' : value.toFraction());

function figuresOf({ persons, departments }: ScoreBook): unknown {
  return {
    persons: persons.map((one) => [
      `${one.assessee.department} ${one.assessee.name} ${one.assessee.post} ${one.status}`,
      [one.score, one.rawTotal, one.deduction, ...one.sections.map(({ points }) => points)]
        .map(text)
        .join(' '),
      [one.rank, one.qualified, one.households],
    ]),
    departments: departments.map(({ name, persons: count, score, rank, qualified, headDeduction }) => [
      [name, count, rank, qualified],
      [text(score), text(headDeduction)],
    ]),
  };
}

const sorted = (touched: Touched): unknown =>
  [...touched].map(([ruling, indices]) => [ruling, [...indices].sort((a, b) => a - b)]);

/** A book's persons, and other data for one in each two or three of them. */
const edits = fc
  .tuple(
    fc.array(person(scheme), { minLength: 2, maxLength: 9 }),
    fc.array(person(scheme), { minLength: 9, maxLength: 9 }),
    fc.array(fc.constantFrom('as it was', 'other data', 'unknown'), { minLength: 9, maxLength: 9 }),
  )
  .map(([drawn, others, what]) => {
    const all = drawn.map((one, id): Assessment => ({ ...one, assessee: { ...one.assessee, id } }));
    const changed = new Map<number, Assessment>();
    all.forEach((one, index) => {
      const other = others.find(({ assessee }) => assessee.post === one.assessee.post);
      if (what[index] === 'other data' && other) changed.set(index, { ...other, assessee: one.assessee });
      if (what[index] === 'unknown') changed.set(index, { ...one, unresolved: true });
    });
    return { all, changed };
  });

test('persons scored again stand where scoring everybody anew puts them, and back again', () => {
  fc.assert(
    fc.property(
      edits,
      settings(scheme),
      fc.subarray(['一所', '二所']),
      ({ all, changed }, setting, withheld) => {
        const rulings = resolveRulings(scheme, setting);
        const anew = (persons: readonly Assessment[]): ScoreBook =>
          scoreBook(scheme, rulings, persons, new Set(withheld));
        const before = anew(all);
        const wanted = anew(all.map((one, index) => changed.get(index) ?? one));
        const first = rescored(before, changed);
        const back = new Map([...changed.keys()].map((index) => [index, all[index]!] as const));
        const second = rescored(first.book, back);
        const places = new Set([...changed.values()].map(({ assessee }) => assessee.department));
        expect([first.departments, second.departments]).toEqual([places, places]);
        expect(figuresOf(first.book)).toEqual(figuresOf(wanted));
        expect(figuresOf(second.book)).toEqual(figuresOf(before));
        const touched = touchedAfter(touchedBy(before), first.book, changed.keys(), first.departments);
        expect(sorted(touched)).toEqual(sorted(touchedBy(wanted)));
      },
    ),
    { numRuns: Math.ceil((fc.readConfigureGlobal()?.numRuns ?? 100) / 2) },
  );
});

test('persons whom nothing concerns are kept as they are', () => {
  const [all] = fc.sample(fc.array(person(scheme), { minLength: 6, maxLength: 6 }), { numRuns: 1, seed: 1 });
  const apart = all!.map((one, id) => ({
    ...one,
    assessee: { ...one.assessee, id, department: `${id}所`, name: `${id}`, post: one.assessee.post },
  }));
  const before = scoreBook(scheme, resolveRulings(scheme), apart, new Set());
  const { book } = rescored(before, new Map([[2, apart[2]!]]));
  expect(book.persons.map((one, index) => one === before.persons[index])).toEqual(
    apart.map((_, index) => index !== 2),
  );
  expect(book.departments[0]).toBe(before.departments[0]);
});

test('a book of somebody else’s making is refused', () => {
  const foreign: ScoreBook = { persons: [], departments: [] };
  expect(() => rescored(foreign, new Map())).toThrow(new RangeError('this book was not made by scoreBook'));
});
