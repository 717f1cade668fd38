import fc from 'fast-check';
import Fraction from 'fraction.js';
import { isSameScore, movePlaces, placesAmong, placesOf, type Ranked } from './ranks';

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

/** A score that is told as a whole number of hundredths, or by its fraction alone. */
const ranked = (score: Fraction | null, isTold: boolean): Ranked => ({
  whole: isTold && score !== null ? score.valueOf() * 100 : NaN,
  score,
});

test('scores told as whole numbers have the places of their fractions', () => {
  const score = fc.tuple(fc.option(fc.nat(5).map((n) => new Fraction(n, 4))), fc.boolean());
  fc.assert(
    fc.property(fc.array(score), (scores) => {
      const mixed = scores.map(([each, isTold]) => ranked(each, isTold));
      const byFractions = scores.map(([each]) => ranked(each, false));
      const told = scores.flatMap(([each]) => (each === null ? [] : [ranked(each, true)]));
      expect(placesAmong(mixed)).toEqual(placesAmong(byFractions));
      expect(placesOf(scores.map(([each]) => each))).toEqual(placesAmong(byFractions));
      expect(placesAmong(told)).toEqual(placesOf(told.map((each) => each.score)));
    }),
  );
});

test('the same score, however it is told', () => {
  const [half, third] = [new Fraction(1, 2), new Fraction(1, 3)];
  expect(isSameScore(ranked(half, true), ranked(half, false))).toBe(true);
  expect(isSameScore(ranked(half, true), ranked(third, false))).toBe(false);
  expect(isSameScore(ranked(null, true), ranked(null, false))).toBe(true);
  expect(isSameScore(ranked(null, true), ranked(half, true))).toBe(false);
  expect(isSameScore(ranked(third, false), ranked(new Fraction('0.33333333333333333333'), false))).toBe(
    false,
  );
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
        const told = (each: Fraction | null): Ranked => ranked(each, each?.d === 1n);
        movePlaces(places, [...after.keys()], (index) => told(after[index]!), moved, told(before[moved]!));
        expect(places).toEqual([...placesOf(after), 7]);
      },
    ),
  );
});
