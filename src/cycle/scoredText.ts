import type { Evaluation } from '../app/evaluation';

/** How many were scored, and how many errors there are; Chinese, a sentence. */
export function scoredText({ scores, counts }: Evaluation): string {
  const scored = scores.persons.filter(({ status }) => status === 'scored').length;
  const rest = scores.persons.length - scored;
  return `已计分 ${scored} 人次${rest > 0 ? `,未计分 ${rest} 人次,数字不是最终结果` : ''};错误 ${counts.error} 个。`;
}
