/** Digits of a retail licence number. */
const LENGTH = 12;
const HALF = 6;

/** The number of 12 plain digits, -1 for every other text. Each household of a province passes here: no pattern. */
export function licenceNumber(text: string): number {
  if (text.length !== LENGTH) return -1;
  const upper = sixDigits(text, 0);
  const lower = upper < 0 ? -1 : sixDigits(text, HALF);
  return lower < 0 ? -1 : upper * 1_000_000 + lower;
}

/** So many digits are a small whole number, which is worked out quicker than a large one. */
function sixDigits(text: string, from: number): number {
  let value = 0;
  for (let index = from; index < from + HALF; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** Whether a text is a licence number as it should be. */
export function isTwelveDigits(text: string): boolean {
  return licenceNumber(text) >= 0;
}
