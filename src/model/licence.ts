/** Digits of a retail licence number. */
const LENGTH = 12;

/** The number of 12 plain digits, -1 for every other text. Each household of a province passes here: no pattern. */
export function licenceNumber(text: string): number {
  if (text.length !== LENGTH) return -1;
  let value = 0;
  for (let index = 0; index < LENGTH; index++) {
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
