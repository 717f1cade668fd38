import { type BlockRequest, packed } from './blocks';

type Kind = 'values' | 'types';

/** So many rows of ten cells each, from the first row on. */
function rows(sheet: string, count: number, kind: Kind = 'values'): BlockRequest<Kind> {
  return { sheet, kind, area: { top: 0, left: 0, bottom: count - 1, right: 9 } };
}

/** A trip takes 100 cells of values, or 50 of their types. */
const trips = (...wanted: readonly BlockRequest<Kind>[]): readonly string[] =>
  packed(wanted, (kind) => (kind === 'values' ? 100 : 50)).map((trip) =>
    trip.map(({ sheet, kind, area }) => `${kind} ${sheet} ${area.top}-${area.bottom}`).join(', '),
  );

test('what fits goes in one round trip', () => {
  expect(trips(rows('甲', 4), rows('乙', 6))).toEqual(['values 甲 0-3, values 乙 0-5']);
  expect(trips()).toEqual([]);
});

test('each trip but the last is full: a sheet begins where another one ends', () => {
  expect(trips(rows('甲', 4), rows('乙', 15), rows('丙', 3))).toEqual([
    'values 甲 0-3, values 乙 0-5',
    'values 乙 6-14, values 丙 0-0',
    'values 丙 1-2',
  ]);
});

test('kinds that take more room share a trip with others', () => {
  expect(trips(rows('甲', 5), rows('甲', 4, 'types'))).toEqual([
    'values 甲 0-4, types 甲 0-1',
    'types 甲 2-3',
  ]);
});

test('a row that is wider than a trip goes by itself', () => {
  const wide = { ...rows('甲', 2), area: { top: 5, left: 0, bottom: 6, right: 149 } };
  expect(trips(rows('乙', 1), wide, rows('丙', 1))).toEqual([
    'values 乙 0-0',
    'values 甲 5-5',
    'values 甲 6-6',
    'values 丙 0-0',
  ]);
});

test('every row is asked for once, whatever the sizes', () => {
  for (let seed = 1; seed < 60; seed++) {
    const wanted = [3, 7, 11].map((step, at) =>
      rows(`${at}`, 1 + ((seed * step) % 37), at === 1 ? 'types' : 'values'),
    );
    const asked = packed(wanted, (kind) => (kind === 'values' ? 100 : 50)).flat();
    for (const { sheet, area } of wanted) {
      const own = asked.filter((block) => block.sheet === sheet);
      const all = own.flatMap(({ area: { top, bottom } }) =>
        Array.from({ length: bottom - top + 1 }, (_, row) => top + row),
      );
      expect(all).toEqual(Array.from({ length: area.bottom + 1 }, (_, row) => row));
    }
  }
});
