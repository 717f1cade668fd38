import Fraction from 'fraction.js';

/*
 * The arithmetic of fraction.js, with a short cut: where numerators and denominators are small, as all of a person's
 * figures are, products and sums stay whole binary numbers, and reducing those is ten times as fast as reducing
 * BigInts. A province has millions of such steps. Whatever is larger goes the long way.
 */

export const ZERO = new Fraction(0);
export const ONE = new Fraction(1);

/** 2^26: a product of two smaller numbers, and the sum of two such products, is an exact binary number. */
const SMALL = 67108864n;

/** Largest whole number for which a short cut is taken by `quotient`. */
const LARGEST = Number.MAX_SAFE_INTEGER;

function isSmall(value: Fraction): boolean {
  return value.n < SMALL && value.d < SMALL;
}

function numerator(value: Fraction): number {
  return value.s < 0n ? -Number(value.n) : Number(value.n);
}

/** Whole `n` ÷ whole `d`, both exact binary numbers; throws where `d` is 0. */
export function quotient(n: number, d: number): Fraction {
  if (d === 0) throw new RangeError('division by zero');
  if (n === 0) return ZERO;
  if (Math.abs(n) > LARGEST || Math.abs(d) > LARGEST) return new Fraction(n, d);
  const sign = n < 0 !== d < 0;
  const upper = Math.abs(n);
  const lower = Math.abs(d);
  const divisor = commonDivisor(upper, lower);
  const result = Object.create(Fraction.prototype) as Fraction;
  result.s = sign ? -1n : 1n;
  result.n = BigInt(upper / divisor);
  result.d = BigInt(lower / divisor);
  return result;
}

function commonDivisor(a: number, b: number): number {
  let larger = a;
  let smaller = b;
  while (smaller !== 0) {
    const rest = larger % smaller;
    larger = smaller;
    smaller = rest;
  }
  return larger;
}

export function isZero(value: Fraction): boolean {
  return value.n === 0n;
}

export function isNegative(value: Fraction): boolean {
  return value.s < 0n && value.n !== 0n;
}

export function isPositive(value: Fraction): boolean {
  return value.s > 0n && value.n !== 0n;
}

export function add(a: Fraction, b: Fraction): Fraction {
  if (isZero(a)) return b;
  if (isZero(b)) return a;
  if (!isSmall(a) || !isSmall(b)) return a.add(b);
  const lowerA = Number(a.d);
  const lowerB = Number(b.d);
  if (lowerA === lowerB) return quotient(numerator(a) + numerator(b), lowerA);
  return quotient(numerator(a) * lowerB + numerator(b) * lowerA, lowerA * lowerB);
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  if (isZero(b)) return a;
  if (!isSmall(a) || !isSmall(b)) return a.sub(b);
  const lowerA = Number(a.d);
  const lowerB = Number(b.d);
  if (lowerA === lowerB) return quotient(numerator(a) - numerator(b), lowerA);
  return quotient(numerator(a) * lowerB - numerator(b) * lowerA, lowerA * lowerB);
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  if (isZero(a) || isZero(b)) return ZERO;
  if (!isSmall(a) || !isSmall(b)) return a.mul(b);
  return quotient(numerator(a) * numerator(b), Number(a.d) * Number(b.d));
}

/** Throws where `b` is 0. */
export function divide(a: Fraction, b: Fraction): Fraction {
  if (isZero(b)) throw new RangeError('division by zero');
  if (isZero(a)) return ZERO;
  if (!isSmall(a) || !isSmall(b)) return a.div(b);
  return quotient(numerator(a) * Number(b.d), Number(a.d) * numerator(b));
}

/** Below 0 where `a` is the smaller, above 0 where it is the larger, else 0. */
export function compare(a: Fraction, b: Fraction): number {
  if (!isSmall(a) || !isSmall(b)) return a.compare(b);
  return numerator(a) * Number(b.d) - numerator(b) * Number(a.d);
}

/** The largest whole number that is not above it. */
export function floor(value: Fraction): Fraction {
  if (value.d === 1n) return value;
  if (!isSmall(value)) return value.floor();
  return quotient(Math.floor(numerator(value) / Number(value.d)), 1);
}

/** The smallest whole number that is not below it. */
export function ceil(value: Fraction): Fraction {
  if (value.d === 1n) return value;
  if (!isSmall(value)) return value.ceil();
  return quotient(Math.ceil(numerator(value) / Number(value.d)), 1);
}
