import Fraction from 'fraction.js';

/*
 * The arithmetic of fraction.js, with a short cut: where numerator and denominator are small, as all of a person's
 * figures are, they stay whole binary numbers and no BigInt is made. A province has millions of such steps. Whatever
 * is larger goes the long way, and comes back as soon as it is small again.
 */

/** 2^26: a product of two smaller numbers, and the sum of two such products, is an exact binary number. */
const SMALL = 67_108_864;

/**
 * So far the sum of two whole numbers is exact, and so is the whole part of a quotient: the next whole number above it is
 * too far away for the rounding to reach.
 */
export const EXACT = 2 ** 52;

/** Largest whole number that `quotient` takes as it is. */
const LARGEST = Number.MAX_SAFE_INTEGER;

/** An exact number whose parts are below `SMALL`. To everybody else it is a Fraction like any other. */
class SmallFraction {
  constructor(
    /** Numerator, with the sign. */
    readonly p: number,
    /** Denominator, above 0; both without a common divisor. */
    readonly q: number,
  ) {}

  get s(): bigint {
    return this.p < 0 ? -1n : 1n;
  }

  get n(): bigint {
    return BigInt(Math.abs(this.p));
  }

  get d(): bigint {
    return BigInt(this.q);
  }

  valueOf(): number {
    return this.p / this.q;
  }
}

Object.setPrototypeOf(SmallFraction.prototype, Fraction.prototype);

function made(p: number, q: number): Fraction {
  return new SmallFraction(p, q) as unknown as Fraction;
}

export const ZERO = made(0, 1);
export const ONE = made(1, 1);

/** Whole numbers that come up all the time: counts, points, steps. */
const WHOLE: readonly Fraction[] = Array.from({ length: 512 }, (_, whole) => made(whole, 1));

/** The number with its parts as binary numbers; `null` where it is too large for that. */
function small(value: Fraction): SmallFraction | null {
  if ((value as unknown as SmallFraction).q !== undefined) return value as unknown as SmallFraction;
  if (value.n >= SMALL || value.d >= SMALL) return null;
  const upper = Number(value.n);
  return new SmallFraction(value.s < 0n && upper !== 0 ? -upper : upper, Number(value.d));
}

/** The same number, in the quick form where it is small enough. */
export function reduced(value: Fraction): Fraction {
  return (small(value) as unknown as Fraction | null) ?? value;
}

/** Whole `n` ÷ whole `d`, both exact binary numbers; throws where `d` is 0. */
export function quotient(n: number, d: number): Fraction {
  if (d === 0) throw new RangeError('division by zero');
  if (n === 0) return ZERO;
  if (d === 1 && n > 0 && n < WHOLE.length) return WHOLE[n]!;
  if (Math.abs(n) > LARGEST || Math.abs(d) > LARGEST) return reduced(new Fraction(n, d));
  const upper = Math.abs(n);
  const lower = Math.abs(d);
  const divisor = lower === 1 ? 1 : commonDivisor(upper, lower);
  const p = upper / divisor;
  const q = lower / divisor;
  if (q === 1 && p < WHOLE.length && n < 0 === d < 0) return WHOLE[p]!;
  if (p >= SMALL || q >= SMALL) return new Fraction(BigInt(n), BigInt(d));
  return made(n < 0 === d < 0 ? p : -p, q);
}

/** The largest whole number that divides both, whole numbers from 0; that of 0 and another is the other. */
export function commonDivisor(a: number, b: number): number {
  if (a > 0x7fff_ffff || b > 0x7fff_ffff) return largeDivisor(a, b);
  let larger = a | 0;
  let smaller = b | 0;
  while (smaller !== 0) {
    const rest = (larger % smaller) | 0;
    larger = smaller;
    smaller = rest;
  }
  return larger;
}

/** One remainder of two large numbers, at times a few; then they are small enough for the quick way. */
function largeDivisor(a: number, b: number): number {
  let larger = a;
  let smaller = b;
  while (smaller !== 0) {
    if (larger <= 0x7fff_ffff && smaller <= 0x7fff_ffff) return commonDivisor(larger, smaller);
    const rest = larger % smaller;
    larger = smaller;
    smaller = rest;
  }
  return larger;
}

export function isZero(value: Fraction): boolean {
  const own = value as unknown as SmallFraction;
  return own.q !== undefined ? own.p === 0 : value.n === 0n;
}

export function isNegative(value: Fraction): boolean {
  const own = value as unknown as SmallFraction;
  return own.q !== undefined ? own.p < 0 : value.s < 0n && value.n !== 0n;
}

export function isPositive(value: Fraction): boolean {
  const own = value as unknown as SmallFraction;
  return own.q !== undefined ? own.p > 0 : value.s > 0n && value.n !== 0n;
}

export function add(a: Fraction, b: Fraction): Fraction {
  const one = small(a);
  const other = small(b);
  if (one === null || other === null) return reduced(a.add(b));
  if (one.q === other.q) return quotient(one.p + other.p, one.q);
  return quotient(one.p * other.q + other.p * one.q, one.q * other.q);
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  const one = small(a);
  const other = small(b);
  if (one === null || other === null) return reduced(a.sub(b));
  if (one.q === other.q) return quotient(one.p - other.p, one.q);
  return quotient(one.p * other.q - other.p * one.q, one.q * other.q);
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  const one = small(a);
  const other = small(b);
  if (one === null || other === null) return reduced(a.mul(b));
  return quotient(one.p * other.p, one.q * other.q);
}

/** Throws where `b` is 0. */
export function divide(a: Fraction, b: Fraction): Fraction {
  if (isZero(b)) throw new RangeError('division by zero');
  const one = small(a);
  const other = small(b);
  if (one === null || other === null) return reduced(a.div(b));
  return quotient(one.p * other.q, one.q * other.p);
}

/** Below 0 where `a` is the smaller, above 0 where it is the larger, else 0. */
export function compare(a: Fraction, b: Fraction): number {
  const one = small(a);
  const other = small(b);
  if (one === null || other === null) return a.compare(b);
  return one.q === other.q ? one.p - other.p : one.p * other.q - other.p * one.q;
}

/** The same number. */
export function equal(a: Fraction, b: Fraction): boolean {
  return compare(a, b) === 0;
}

/** Whether it is a whole number. */
export function isWhole(value: Fraction): boolean {
  const own = value as unknown as SmallFraction;
  return own.q !== undefined ? own.q === 1 : value.d === 1n;
}

/** The largest whole number that is not above it. */
export function floor(value: Fraction): Fraction {
  if (isWhole(value)) return value;
  const own = small(value);
  return own === null ? reduced(value.floor()) : quotient(Math.floor(own.p / own.q), 1);
}

/** The smallest whole number that is not below it. */
export function ceil(value: Fraction): Fraction {
  if (isWhole(value)) return value;
  const own = small(value);
  return own === null ? reduced(value.ceil()) : quotient(Math.ceil(own.p / own.q), 1);
}

/** Numerator with its sign, lowest terms, as a binary number below 2^26; `NaN` where the number is no such small one. */
export function numerator(value: Fraction): number {
  return small(value)?.p ?? NaN;
}

/** Denominator above 0, lowest terms, as a binary number below 2^26; `NaN` where the number is no such small one. */
export function denominator(value: Fraction): number {
  return small(value)?.q ?? NaN;
}
