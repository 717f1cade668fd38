const NOTICE = /^注[::]本表有\d+人.+,以上数字不是最终结果。?$/;

/** The line below a summary in which `count` persons have no score; `word` says so (未计分). */
export function noticeText(count: number, word: string): string {
  return `注:本表有${count}人${word},以上数字不是最终结果。`;
}

/** Whether a text is such a line, left by an earlier fill. */
export function isNotice(text: string): boolean {
  return NOTICE.test(text.normalize('NFKC').replace(/\s/g, ''));
}
