import Fraction from 'fraction.js';
import { placesOf } from './ranks';

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
