import { fullWidth } from '../../../locales/punctuation';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { EntryPreview } from '../../../app/entry/desk';
import { formatFigure } from '../../../locales';
import { entryWords } from '../../../locales/pages/entry';
import { CellLink } from '../../components/CellLink';
import { SeverityIcon } from '../../components/SeverityIcon';
import { useWords, useWordsOf } from '../../state/context';
import type { PreviewState } from './usePreview';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    padding: '8px 12px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    overflowWrap: 'anywhere',
  },
  line: { display: 'flex', flexWrap: 'wrap', columnGap: '8px', alignItems: 'baseline' },
  score: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  issues: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
  },
  issue: { display: 'flex', gap: '6px', alignItems: 'flex-start' },
});

/** A serial day as it is written: `2008-06-30`. */
function dayText(serial: number): string {
  return new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10);
}

function Ready({ preview }: { preview: EntryPreview }) {
  const styles = useStyles();
  const words = useWordsOf(entryWords);
  const t = useWords();
  const [place] = preview.plan.rows;
  const total = (score: number | null) => (score === null ? words.unscored : formatFigure(score));
  return (
    <>
      {preview.effects.map(({ person, points, maximum, before, after }) => (
        <div key={person.post}>
          <div className={styles.line}>
            <span className={styles.score}>
              {words.score} {formatFigure(points)} / {formatFigure(maximum)}
            </span>
            {points < maximum && <span>{words.lost(formatFigure(maximum - points))}</span>}
          </div>
          <div className={styles.quiet}>
            {words.totalOf(person.name)} {total(before)} → {total(after)}
          </div>
        </div>
      ))}
      <div className={styles.quiet}>{words.where(place!.sheet, place!.row + 1)}</div>
      {preview.waiting.length > 0 && <div>{words.waiting}</div>}
      {preview.recorded && (
        <div role="alert">
          {words.recorded(preview.recorded.date === null ? words.noDay : dayText(preview.recorded.date))}{' '}
          <CellLink cell={preview.recorded.cell} />
        </div>
      )}
      {preview.issues.length > 0 && (
        <>
          <div>{words.brought}</div>
          <ul role="list" className={styles.issues}>
            {preview.issues.map((issue, index) => (
              <li key={index} className={styles.issue}>
                <SeverityIcon severity={issue.severity} />
                <span>
                  <strong>{t.codes[issue.code]}</strong> {fullWidth(issue.message)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** The score of the visit as it grows, where it goes, and what is wrong with it. */
export function Effect({ state }: { state: PreviewState }) {
  const styles = useStyles();
  const words = useWordsOf(entryWords);
  const t = useWords();
  return (
    <section className={styles.box} aria-live="polite" aria-label={words.score}>
      {state.kind === 'incomplete' && <span className={styles.quiet}>{words.incomplete}</span>}
      {state.kind === 'computing' && <span className={styles.quiet}>{words.computing}</span>}
      {state.kind === 'failed' && (
        <span role="alert">{(state.message && fullWidth(state.message)) ?? t.status.unknownFailure}</span>
      )}
      {state.kind === 'ready' && <Ready preview={state.preview} />}
    </section>
  );
}
