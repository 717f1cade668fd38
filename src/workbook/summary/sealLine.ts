const LINE = /^注[::]提交凭证.+校验码[0-9A-F-]{19}。?$/;

/** What the line below a sealed summary says, for people; `code` is made of 16 hexadecimal digits. */
export function sealLineText(parts: {
  /** `2008年上半年`, `''` where it is not known. */
  readonly period: string;
  /** `2008-07-05 10:30`. */
  readonly time: string;
  readonly persons: number;
  readonly warnings: number;
  readonly code: string;
}): string {
  const { period, time, persons, warnings, code } = parts;
  const groups = code.toUpperCase().match(/.{1,4}/g) ?? [];
  const open = warnings === 0 ? '' : `,提醒 ${warnings} 个`;
  const of = period === '' ? '' : ` ${period}`;
  return `注:提交凭证${of},${persons} 人次,错误 0 个${open},${time} 封存,校验码 ${groups.join('-')}。`;
}

/** Whether a text is such a line. */
export function isSealLine(text: string): boolean {
  return LINE.test(text.normalize('NFKC').replace(/\s/g, ''));
}
