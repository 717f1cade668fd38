const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

const POWERS = Array.from({ length: 16 }, (_, power) => 10 ** power);
/** A whole number of that many digits, and a power of ten up to the same, are exact as binary numbers. */
const EXACT_DIGITS = 15;

/**
 * The number that is written between the two places, to the last bit as `Number()` gives it; `null` where there is
 * none, or none that is finite. No white space.
 */
export function numberIn(bytes: Uint8Array, start: number, end: number): number | null {
  let at = start;
  const isNegative = bytes[at] === 45;
  if (isNegative) at++;
  const first = at;
  let digits = 0;
  let decimals = -1;
  for (; at < end; at++) {
    const byte = bytes[at]!;
    if (byte === 46 && decimals < 0) decimals = 0;
    else if (byte < 48 || byte > 57) return spelled(bytes, start, end);
    else {
      digits = digits * 10 + byte - 48;
      if (decimals >= 0) decimals++;
    }
  }
  const isShort = at - first <= EXACT_DIGITS;
  if (!isShort || at === first || decimals === 0 || bytes[first] === 46) return spelled(bytes, start, end);
  const number = decimals > 0 ? digits / POWERS[decimals]! : digits;
  return isNegative ? -number : number;
}

function spelled(bytes: Uint8Array, start: number, end: number): number | null {
  if (end - start > 64) return null;
  const text = String.fromCharCode(...bytes.subarray(start, end));
  const number = NUMBER.test(text) ? Number(text) : NaN;
  return Number.isFinite(number) ? number : null;
}
