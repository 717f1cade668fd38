import fc from 'fast-check';
import Fraction from 'fraction.js';
import { movePlaces, placesOf } from './ranks';

const scores = (...texts: readonly (string | null)[]) =>
  texts.map((text) => (text === null ? null : new Fraction(text)));

test('equal scores share a place, and who has no score has none', () => {
  expect(placesOf(scores('90', '95', null, '90', '80'))).toEqual([2, 1, null, 2, 4]);
  expect(placesOf([])).toEqual([]);
  expect(placesOf(scores(null))).toEqual([null]);
});

test('scores that binary numbers cannot tell apart are told apart', () => {
  expect(placesOf(scores('1/3', '0.33333333333333333333', '1/3'))).toEqual([1, 3, 1]);
});

test('moving one place is what ranking all of them anew gives', () => {
  const score = fc.option(
    fc.oneof(
      fc.nat(6).map((n) => new Fraction(n)),
      fc.constantFrom(new Fraction('1/3'), new Fraction('0.33333333333333333333')),
    ),
  );
  fc.assert(
    fc.property(
      fc.array(score, { minLength: 1, maxLength: 9 }),
      fc.nat(8),
      score,
      (before, pick, becomes) => {
        const moved = pick % before.length;
        const after = before.map((each, index) => (index === moved ? becomes : each));
        const places = [...placesOf(before), 7];
        movePlaces(places, [...after.keys()], (index) => after[index]!, moved, before[moved]!);
        expect(places).toEqual([...placesOf(after), 7]);
      },
    ),
  );
});
