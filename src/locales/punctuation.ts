const CHINESE = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef“”]/;
const FULL: Readonly<Record<string, string>> = { ',': '，', ':': '：', ';': '；', '?': '？' };

/**
 * A sentence of the engine as the pane sets it: commas, colons, semicolons and question marks beside Chinese are
 * full-width, as in all other words of the pane. What stands in quotes is a cell's own text and stays as it is;
 * brackets stay too, for clauses and headers are written with them; behind one counts what stands inside it.
 */
export function fullWidth(sentence: string): string {
  let depth = 0;
  let made = '';
  for (let at = 0; at < sentence.length; at += 1) {
    const sign = sentence[at]!;
    if (sign === '“') depth += 1;
    else if (sign === '”') depth = Math.max(0, depth - 1);
    const full = depth === 0 ? FULL[sign] : undefined;
    made += full && isInChinese(sentence, at) ? full : sign;
  }
  return made;
}

function isInChinese(sentence: string, at: number): boolean {
  const before = sentence[at - 1] === ')' ? sentence[at - 2] : sentence[at - 1];
  return [before, sentence[at + 1]].some((beside) => beside !== undefined && CHINESE.test(beside));
}
