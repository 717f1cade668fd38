import Fraction from 'fraction.js';
import { schemeById, yinchuan2008 } from '../schemes';
import type { Scheme } from '../model';
import { contextOf } from './context';
import { headDeduction, personDeduction, wholeLine } from './passLine';
import { resolveRulings } from './rulings';

/* 第十九条: below 85 points each whole point that is missing costs one. */

const city = yinchuan2008();
const mall = schemeById('mall-property')!;
const under = (scheme: Scheme, setting = {}) => contextOf(scheme, resolveRulings(scheme, setting));

test.each([
  [85, 0],
  [100, 0],
  ['84.99', 0],
  [84, 1],
  ['82.5', 2],
  [0, 85],
])('%s points lose %s, a person and a head alike', (score, lost) => {
  const context = under(city);
  const [own, mean] = [new Fraction(score), new Fraction(60)];
  expect(personDeduction(context, own, mean)?.valueOf()).toBe(lost);
  expect(headDeduction(context, own)?.valueOf()).toBe(lost);
});

test('nobody loses points for a line below which the regulation deducts none', () => {
  const context = under(mall);
  expect(personDeduction(context, new Fraction(10), new Fraction(10))).toBeNull();
  expect(headDeduction(context, new Fraction(10))).toBeNull();
});

test('the line in hundredths, where it is whole and somebody loses points below it', () => {
  expect(wholeLine(under(city))).toBe(8_500);
  expect(wholeLine(under(city, { qualifyingLine: '84.55' }))).toBe(8_455);
  expect(wholeLine(under(mall))).toBeNaN();
});
