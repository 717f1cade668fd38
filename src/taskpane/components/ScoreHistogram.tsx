import { overviewWords } from '../../locales/pages/overview';
import { useWords, useWordsOf } from '../state/context';
import type { Band, PostBands } from '../state/distribution';
import { DataTable } from './DataTable';
import { Picture } from './Picture';
import { usePictureStyles } from './pictureStyles';

/** Heights in pixels: the post's name, the bars with their counts, the bands' names. */
const NAME = 20;
const BARS = 64;
const FOOT = 22;
const ROW = NAME + BARS + FOOT;
const COUNT = 14;

interface BarsProps {
  readonly bands: readonly Band[];
  readonly most: number;
}

function Bars({ bands, most }: BarsProps) {
  const styles = usePictureStyles();
  const words = useWordsOf(overviewWords);
  const width = 100 / bands.length;
  const base = NAME + BARS;
  return (
    <>
      {bands.map(({ from, to, count }, at) => {
        const height = (count / most) * (BARS - COUNT);
        const middle = `${(at + 0.5) * width}%`;
        return (
          <g key={from}>
            <rect
              className={styles.bar}
              x={`${(at + 0.12) * width}%`}
              width={`${width * 0.76}%`}
              y={base - height}
              height={height}
            />
            {count > 0 && (
              <text className={styles.text} x={middle} y={base - height - 3} textAnchor="middle">
                {count}
              </text>
            )}
            <text className={styles.quiet} x={middle} y={base + 13} textAnchor="middle">
              {words.band(from, to)}
            </text>
          </g>
        );
      })}
      <line className={styles.axis} x1="0" x2="100%" y1={base + 0.5} y2={base + 0.5} />
    </>
  );
}

/** How many scores fall into each band, a small picture a post, all to one scale. */
export function ScoreHistogram({ posts }: { posts: readonly PostBands[] }) {
  const styles = usePictureStyles();
  const t = useWords();
  const words = useWordsOf(overviewWords);
  const most = Math.max(1, ...posts.flatMap(({ bands }) => bands.map(({ count }) => count)));
  const total = (bands: readonly Band[]) => bands.reduce((sum, { count }) => sum + count, 0);
  const edges = posts[0]?.bands ?? [];
  const label = posts
    .map(({ name, bands }) => {
      const parts = bands
        .filter(({ count }) => count > 0)
        .map(({ from, to, count }) => `${words.band(from, to)} ${words.personCount(count)}`);
      return `${name}${words.colon}${parts.join(words.comma)}`;
    })
    .join(words.separator);
  return (
    <Picture
      label={words.distribution}
      picture={
        <svg
          className={styles.picture}
          height={posts.length * ROW}
          role="img"
          aria-label={`${words.distribution}${words.colon}${label}`}
        >
          {posts.map(({ post, name, bands }, at) => (
            <g key={post} transform={`translate(0 ${at * ROW})`}>
              <text className={styles.strong} x="0" y="13">
                {name}
                <tspan className={styles.quiet} dx="6">
                  {words.personCount(total(bands))}
                </tspan>
              </text>
              <Bars bands={bands} most={most} />
            </g>
          ))}
        </svg>
      }
    >
      <DataTable
        label={words.distribution}
        columns={[{ title: t.persons.score }, ...posts.map(({ name }) => ({ title: name, numeric: true }))]}
        rows={edges.map(({ from, to }, at) => ({
          key: String(from),
          cells: [words.band(from, to), ...posts.map(({ bands }) => bands[at]?.count ?? 0)],
        }))}
      />
    </Picture>
  );
}
