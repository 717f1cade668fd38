/**
 * Whether a number under this format (en-US, as in `0.00%`) is a rate or a date for the reader: percent, per mille, date
 * or time. Quoted text counts only where it is a percent or per mille sign; colours and conditions do not count.
 */
export function mattersFormat(format: string): boolean {
  if (/"[^"]*[%‰]|\\[%‰]/.test(format)) return true;
  const plain = format.replace(/"[^"]*"|\\.|_.|\*./g, '').replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  return /[%‰]/.test(plain) || (!/general/i.test(plain) && /[ymdhs]/i.test(plain));
}

/**
 * What a format says of a rate: `percent` shows its number times a hundred; `percent sign` and `permille sign` are only
 * printed behind the number as it is (`0.0"%"`). `null` for neither.
 */
export function rateFormat(format: string): 'percent' | 'percent sign' | 'permille sign' | null {
  if (!/[%‰]/.test(format)) return null;
  if (format.replace(/"[^"]*"|\\./g, '').includes('%')) return 'percent';
  return format.includes('%') ? 'percent sign' : 'permille sign';
}
