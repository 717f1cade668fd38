import { makeStyles, tokens } from '@fluentui/react-components';
import { formatFigure } from '../../locales';
import type { Scheme, SectionScore } from '../../model';
import { useWords } from '../state/context';
import { PointsBar } from './PointsBar';

const useStyles = makeStyles({
  list: { display: 'grid', gap: '10px' },
  line: { display: 'flex', gap: '8px', alignItems: 'baseline', marginBottom: '3px' },
  title: { flexGrow: 1, minWidth: 0 },
  reached: { whiteSpace: 'nowrap' },
  points: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  maximum: { color: tokens.colorNeutralForeground2 },
  lost: {
    color: tokens.colorStatusDangerForeground1,
    minWidth: '48px',
    textAlign: 'end',
    '@media (max-width: 259px)': { minWidth: '32px' },
  },
  note: { color: tokens.colorNeutralForeground2 },
});

function Points({ section }: { section: SectionScore }) {
  const styles = useStyles();
  const t = useWords();
  if (section.points === null) {
    return (
      <span className={styles.note}>{section.state === 'missing' ? t.person.missing : t.person.unknown}</span>
    );
  }
  const lost = section.points.neg().add(section.maximum).valueOf();
  return (
    <>
      <span className={styles.reached}>
        <span className={styles.points}>{formatFigure(section.points.round(2).valueOf())}</span>
        <span className={styles.maximum}> / {section.maximum}</span>
      </span>
      <span className={styles.lost}>{lost > 0 ? t.person.lost(formatFigure(lost)) : ''}</span>
    </>
  );
}

/** A person's sections as bars, with what was reached and what was lost. */
export function Sections({ scheme, sections }: { scheme: Scheme; sections: readonly SectionScore[] }) {
  const styles = useStyles();
  return (
    <div className={styles.list}>
      {sections.map((section) => (
        <div key={section.section}>
          <div className={styles.line}>
            <span className={styles.title}>
              {scheme.sections.find((each) => each.id === section.section)?.title ?? section.section}
            </span>
            <Points section={section} />
          </div>
          <PointsBar share={(section.points?.valueOf() ?? 0) / section.maximum} />
        </div>
      ))}
    </div>
  );
}
