import fc from 'fast-check';
import Fraction from 'fraction.js';
import {
  add,
  ceil,
  compare,
  divide,
  floor,
  isNegative,
  isPositive,
  multiply,
  quotient,
  subtract,
} from './rational';

const whole = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }),
  fc.integer({ min: -67108870, max: 67108870 }),
  fc.maxSafeInteger(),
);
const fraction = fc
  .tuple(whole, whole)
  .filter(([, lower]) => lower !== 0)
  .map(([upper, lower]) => new Fraction(upper, lower));
const text = (value: Fraction): string => value.toFraction();

test('the short cut gives what the long way gives', () => {
  fc.assert(
    fc.property(fraction, fraction, (a, b) => {
      expect(text(add(a, b))).toBe(text(a.add(b)));
      expect(text(subtract(a, b))).toBe(text(a.sub(b)));
      expect(text(multiply(a, b))).toBe(text(a.mul(b)));
      expect(Math.sign(compare(a, b))).toBe(Math.sign(a.compare(b)));
      expect(text(floor(a))).toBe(text(a.floor()));
      expect(text(ceil(a))).toBe(text(a.ceil()));
      expect(isPositive(a)).toBe(a.compare(0) > 0);
      expect(isNegative(a)).toBe(a.compare(0) < 0);
      if (b.n !== 0n) expect(text(divide(a, b))).toBe(text(a.div(b)));
    }),
    { numRuns: 30 * (fc.readConfigureGlobal()?.numRuns ?? 100) },
  );
});

test('the short cut ends where binary numbers are no longer exact', () => {
  const edge = [67108863, 67108864, 67108865, 94906267, Number.MAX_SAFE_INTEGER].flatMap((n) => [
    new Fraction(n, 67108859),
    new Fraction(67108859, n),
    new Fraction(-n, 67108857),
    new Fraction(n),
  ]);
  for (const a of edge) {
    for (const b of edge) {
      expect(text(add(a, b))).toBe(text(a.add(b)));
      expect(text(subtract(a, b))).toBe(text(a.sub(b)));
      expect(text(multiply(a, b))).toBe(text(a.mul(b)));
      expect(text(divide(a, b))).toBe(text(a.div(b)));
      expect(Math.sign(compare(a, b))).toBe(Math.sign(a.compare(b)));
    }
    expect(text(floor(a))).toBe(text(a.floor()));
    expect(text(ceil(a))).toBe(text(a.ceil()));
  }
});

test('a quotient of whole numbers is reduced, whatever its signs', () => {
  const texts = [quotient(6, 4), quotient(-6, 4), quotient(6, -4), quotient(-6, -4), quotient(0, -5)].map(
    text,
  );
  expect(texts).toEqual(['3/2', '-3/2', '-3/2', '3/2', '0']);
  expect(text(quotient(2 ** 54, 2 ** 55))).toBe('1/2');
});

test('division by zero is refused', () => {
  expect(() => quotient(1, 0)).toThrow(RangeError);
  expect(() => divide(new Fraction(1), new Fraction(0))).toThrow(RangeError);
  expect(() => divide(new Fraction(0), new Fraction(0))).toThrow(RangeError);
});
