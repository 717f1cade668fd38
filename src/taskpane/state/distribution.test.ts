import { overviewWords } from '../../locales/pages/overview';
import { wordsFor } from '../../locales';
import { distributionByPost } from './distribution';
import type { PersonRow } from './persons';

const rows = (...scores: readonly (number | null)[]) =>
  scores.map((score) => ({ post: 'a', postName: '甲', score })) as unknown as PersonRow[];

/** The bands that hold anybody, with the names that stand below the bars. */
function bands(...scores: readonly (number | null)[]): string[] {
  const { band } = wordsFor(overviewWords, 'zh-CN');
  return distributionByPost(rows(...scores)).flatMap((post) =>
    post.bands.filter(({ count }) => count > 0).map(({ from, to, count }) => `${band(from, to)}: ${count}`),
  );
}

test('scores fall into bands; unscored persons are in none', () => {
  expect(bands(0, 59.99, 60, 84.99, 85, 100, null)).toEqual([
    '0–60: 2',
    '60–70: 1',
    '80–85: 1',
    '85–90: 1',
    '95–100: 1',
  ]);
});

test('a score beyond the ends is counted, and its band does not say that it lay within', () => {
  expect(bands(-12, 96, 114)).toEqual(['<60: 1', '≥95: 2']);
});
