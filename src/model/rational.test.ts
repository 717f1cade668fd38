import fc from 'fast-check';
import Fraction from 'fraction.js';
import {
  ZERO,
  add,
  ceil,
  compare,
  divide,
  equal,
  floor,
  isNegative,
  isPositive,
  isWhole,
  isZero,
  multiply,
  quotient,
  reduced,
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

/** Whether a number is kept as two binary numbers. */
const isQuick = (value: Fraction): boolean => Object.hasOwn(value, 'q');

test('the short cut gives what the long way gives', () => {
  fc.assert(
    fc.property(fraction, fraction, fc.boolean(), (first, b, quick) => {
      const a = quick ? reduced(first) : first;
      const divisible = b.n !== 0n;
      const own = [
        ...[add(a, b), subtract(a, b), multiply(a, b), floor(a), ceil(a)].map(text),
        divisible && text(divide(a, b)),
        Math.sign(compare(a, b)),
        isZero(a),
        isWhole(a),
        isPositive(a),
        isNegative(a),
        equal(a, b),
        equal(a, first),
      ];
      const long = [
        ...[first.add(b), first.sub(b), first.mul(b), first.floor(), first.ceil()].map(text),
        divisible && text(first.div(b)),
        Math.sign(first.compare(b)),
        first.n === 0n,
        first.d === 1n,
        first.compare(0) > 0,
        first.compare(0) < 0,
        first.equals(b),
        true,
      ];
      // One comparison, since there are thousands of runs.
      expect(own).toEqual(long);
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
  const texts = [
    quotient(6, 4),
    quotient(-6, 4),
    quotient(6, -4),
    quotient(-6, -4),
    quotient(0, -5),
    quotient(6, -2),
    quotient(-6, -2),
    quotient(-6, 2),
    quotient(-7, 1),
    quotient(512, 1),
    quotient(1024, 2),
  ].map(text);
  expect(texts).toEqual(['3/2', '-3/2', '-3/2', '3/2', '0', '-3', '3', '-3', '-7', '512', '512']);
  expect(text(quotient(2 ** 54, 2 ** 55))).toBe('1/2');
});

test('nothing, whole and broken numbers are told apart in both forms', () => {
  for (const form of [(value: Fraction) => value, reduced]) {
    const [none, three, half] = [form(new Fraction(0)), form(new Fraction(3)), form(new Fraction(1, 2))];
    expect([none, three, half].map(isZero)).toEqual([true, false, false]);
    expect([none, three, half].map(isWhole)).toEqual([true, true, false]);
    expect([none, three, half].map(isPositive)).toEqual([false, true, true]);
    expect([none, three.neg(), half.neg()].map(isNegative)).toEqual([false, true, true]);
    expect(Object.is(none.valueOf(), 0)).toBe(true);
    expect(text(floor(half))).toBe('0');
    expect(text(ceil(half.neg()))).toBe('0');
  }
});

test('small numbers are kept as binary numbers up to 2^26, larger ones are not', () => {
  const [below, at] = [2 ** 26 - 1, 2 ** 26];
  for (const value of [quotient(below, 1), quotient(1, below), quotient(-below, 2)]) {
    expect(isQuick(value)).toBe(true);
    expect(isQuick(reduced(new Fraction(text(value))))).toBe(true);
  }
  for (const value of [quotient(at, 1), quotient(1, at), quotient(-at, 3), quotient(at + 1, at)]) {
    expect(isQuick(value)).toBe(false);
    expect(isQuick(reduced(new Fraction(text(value))))).toBe(false);
  }
  expect(isQuick(quotient(600, 1))).toBe(true);
  expect(isQuick(subtract(quotient(at, 1), quotient(at, 1)))).toBe(true);
  expect(isQuick(divide(quotient(at, 1), quotient(at, 3)))).toBe(true);
});

/** Runs it where every large number throws. */
function withoutLargeNumbers(run: () => void): void {
  const { BigInt } = globalThis;
  globalThis.BigInt = Object.assign(() => {
    throw new Error('a large number was made');
  }, BigInt);
  try {
    run();
  } finally {
    globalThis.BigInt = BigInt;
  }
}

test('small numbers are reckoned with as binary numbers throughout', () => {
  withoutLargeNumbers(() => {
    const [half, third, minus] = [quotient(1, 2), quotient(1, 3), quotient(-7, 2)];
    const made = [
      [add(half, third), 5 / 6],
      [add(half, half), 1],
      [subtract(half, third), 1 / 6],
      [subtract(minus, half), -4],
      [multiply(minus, third), -7 / 6],
      [divide(minus, third), -10.5],
      [floor(minus), -4],
      [ceil(minus), -3],
      [reduced(half), 0.5],
      [quotient(0, 7), 0],
    ] as const;
    expect(made.map(([value]) => value.valueOf())).toEqual(made.map(([, value]) => value));
    expect([compare(half, third) > 0, compare(minus, half) < 0, equal(half, half)]).toEqual([
      true,
      true,
      true,
    ]);
    expect([isZero(half), isWhole(half), isPositive(minus), isNegative(minus)]).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });
  expect(() => withoutLargeNumbers(() => quotient(2 ** 26, 1))).toThrow('a large number was made');
});

test('whole numbers up to 511 are made once', () => {
  for (const whole of [1, 3, 511]) {
    expect(quotient(whole, 1)).toBe(quotient(whole, 1));
    expect(quotient(whole * 2, 2)).toBe(quotient(whole, 1));
    expect(quotient(-whole, -1)).toBe(quotient(whole, 1));
  }
  expect(quotient(0, 3)).toBe(ZERO);
  const large = new Fraction(2 ** 40);
  expect([floor(large), ceil(large)].every((value) => value === large)).toBe(true);
});

test('division by zero is refused', () => {
  const zeros = [new Fraction(0), quotient(0, 1)];
  expect(() => quotient(1, 0)).toThrow(new RangeError('division by zero'));
  expect(() => quotient(0, 0)).toThrow(RangeError);
  for (const upper of [new Fraction(1), new Fraction(0), new Fraction(2 ** 40)]) {
    for (const zero of zeros) expect(() => divide(upper, zero)).toThrow(new RangeError('division by zero'));
  }
});
