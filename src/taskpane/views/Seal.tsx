import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { SealVerdict } from '../../app/submission';
import { CellLink } from '../components/CellLink';
import { fullWidth } from '../../locales/punctuation';
import { Icon, type IconName } from '../components/Icon';
import { Page } from '../components/Page';
import { periodLabel, periodName } from '../../locales';
import { usePane, useWords } from '../state/context';

/** More changes than this say no more. */
const MOST = 200;

const useStyles = makeStyles({
  result: { display: 'flex', alignItems: 'center', gap: '8px', margin: 0, fontSize: tokens.fontSizeBase400 },
  icon: { display: 'inline-flex', flexShrink: 0 },
  intact: { color: tokens.colorStatusSuccessForeground1 },
  changed: { color: tokens.colorStatusDangerForeground1 },
  none: { color: tokens.colorStatusWarningForeground3 },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: '12px',
    rowGap: '4px',
    margin: 0,
  },
  term: { color: tokens.colorNeutralForeground2 },
  fact: { margin: 0, overflowWrap: 'anywhere', fontVariantNumeric: 'tabular-nums' },
  code: { fontFamily: tokens.fontFamilyMonospace, userSelect: 'all' },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: { padding: '6px 0', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  again: { alignSelf: 'flex-start' },
});

const icons: Record<SealVerdict['kind'], IconName> = { intact: 'success', changed: 'error', none: 'warning' };

function Facts({ seal }: { seal: Extract<SealVerdict, { kind: 'intact' }>['seal'] }) {
  const styles = useStyles();
  const t = useWords();
  const words = t.submission.seal;
  const facts: readonly (readonly [string, string])[] = [
    [words.time, seal.time.slice(0, 16).replace('T', ' ')],
    [periodLabel(seal.period, t), seal.period === null ? t.period.unknown : periodName(seal.period, t)],
    [words.persons, String(seal.persons)],
    [words.warnings, String(seal.counts.warning)],
  ];
  return (
    <dl className={styles.facts}>
      {facts.flatMap(([term, fact]) => [
        <dt key={term} className={styles.term}>
          {term}
        </dt>,
        <dd key={`${term} is`} className={styles.fact}>
          {fact}
        </dd>,
      ])}
      <dt className={styles.term}>{words.code}</dt>
      <dd className={mergeClasses(styles.fact, styles.code)}>{seal.code.slice(0, 16)}</dd>
    </dl>
  );
}

function Changes({ changes }: { changes: Extract<SealVerdict, { kind: 'changed' }>['changes'] }) {
  const styles = useStyles();
  const { seal } = useWords().submission;
  return (
    <>
      <ul role="list" className={styles.list} aria-label={seal.changes}>
        {changes.slice(0, MOST).map(({ message, sheet, from }, index) => (
          <li key={index} className={styles.item}>
            <div>{fullWidth(message)}</div>
            {sheet !== null && from !== null && <CellLink cell={{ sheet, row: from, column: 0 }} />}
          </li>
        ))}
      </ul>
      {changes.length > MOST && <div>{seal.more(changes.length - MOST)}</div>}
    </>
  );
}

/** Whether the workbook is still what was sealed; where not, which sheets and rows changed. */
export default function Seal({ seen }: { seen: SealVerdict }) {
  const styles = useStyles();
  const words = useWords().submission.seal;
  const busy = usePane((state) => state.work !== null);
  const verify = usePane((state) => state.verifySeal);
  const seal = seen.kind === 'none' ? null : seen.seal;
  return (
    <Page back title={words.title} intro={words.explain}>
      <h3 className={styles.result}>
        <span className={mergeClasses(styles.icon, styles[seen.kind])}>
          <Icon name={icons[seen.kind]} size={20} />
        </span>
        {words[seen.kind]}
      </h3>
      {seen.kind === 'none' && <p className={styles.text}>{words.noneExplain}</p>}
      {seen.kind === 'changed' && <Changes changes={seen.changes} />}
      {seal && <Facts seal={seal} />}
      {seen.kind === 'intact' && <p className={styles.text}>{words.codeExplain}</p>}
      <Button
        className={styles.again}
        icon={<Icon name="seal" />}
        disabledFocusable={busy}
        onClick={() => void verify()}
      >
        {words.again}
      </Button>
    </Page>
  );
}
