import { lazy, Suspense } from 'react';
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { CheckNotRun, Evaluation } from '../../app/evaluation';
import { verdictOf, type Verdict as Judgement } from '../../app/verdict';
import type { Dictionary } from '../../locales';
import { fullWidth } from '../../locales/punctuation';
import type { IssueCode } from '../../model';
import { Icon, type IconName } from '../components/Icon';
import { usePane, useWords } from '../state/context';

// Wanted only where a verdict was asked for.
const SubmissionActions = lazy(() => import('../components/SubmissionActions'));

const useStyles = makeStyles({
  card: {
    padding: '8px 8px 12px 12px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderInlineStartWidth: '4px',
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
  },
  ready: { borderInlineStartColor: tokens.colorStatusSuccessBorderActive },
  errors: { borderInlineStartColor: tokens.colorStatusDangerBorderActive },
  confirm: { borderInlineStartColor: tokens.colorStatusWarningBorderActive },
  head: { display: 'flex', gap: '8px', alignItems: 'center' },
  title: { flexGrow: 1, minWidth: 0, margin: 0, fontSize: tokens.fontSizeBase400 },
  readyIcon: { color: tokens.colorStatusSuccessForeground1 },
  errorsIcon: { color: tokens.colorStatusDangerForeground1 },
  confirmIcon: { color: tokens.colorStatusWarningForeground3 },
  icon: {
    display: 'inline-flex',
    flexShrink: 0,
    // The sentence says it too, and needs the room.
    '@media (max-width: 259px)': { display: 'none' },
  },
  text: { margin: 0 },
  notRun: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  term: { fontWeight: tokens.fontWeightSemibold, marginTop: '4px' },
  reason: { margin: 0 },
  summary: { cursor: 'pointer', minHeight: '24px' },
});

const icons: Record<Judgement['kind'], IconName> = { ready: 'success', errors: 'error', confirm: 'question' };

/** A check goes by the code of what it finds, or by words of its own. */
function isIssueCode(check: string, t: Dictionary): check is IssueCode {
  return Object.hasOwn(t.codes, check);
}

function sentence({ kind, errors, confirm, failed }: Judgement, t: Dictionary): string {
  const open = failed.length > 0 ? [t.verdict.failed(failed.length)] : [];
  if (kind === 'errors') return t.verdict.join([t.verdict.errors(errors), ...open]);
  if (kind === 'ready') return t.verdict.ready;
  return t.verdict.confirm([...(confirm > 0 ? [t.verdict.questions(confirm)] : []), ...open]);
}

/** The checks that were not run, each with its reason; those that broke down come first. */
function NotRun({ checks }: { checks: readonly CheckNotRun[] }) {
  const styles = useStyles();
  const t = useWords();
  if (checks.length === 0) return null;
  const sorted = [...checks].sort(
    (one, other) => Number(other.failed ?? false) - Number(one.failed ?? false),
  );
  return (
    <details className={styles.notRun} open={checks.length <= 3 || sorted[0]?.failed === true}>
      <summary className={styles.summary}>{t.verdict.notRun(checks.length)}</summary>
      <dl className={styles.text}>
        {sorted.map(({ check, reason }, index) => (
          <div key={index}>
            <dt className={styles.term}>{isIssueCode(check, t) ? t.codes[check] : fullWidth(check)}</dt>
            <dd className={styles.reason}>{fullWidth(reason)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** The answer to 提交前校验: may it go, what stands in the way, what was not looked at and why. */
export function Verdict({ evaluation }: { evaluation: Evaluation }) {
  const styles = useStyles();
  const t = useWords();
  const close = usePane((state) => state.closeVerdict);
  const verdict = verdictOf(evaluation);
  const { kind } = verdict;
  const unscored = evaluation.scores.persons.filter((person) => person.status === 'unscored').length;
  return (
    <section className={mergeClasses(styles.card, styles[kind])} aria-labelledby="verdict-title">
      <div className={styles.head}>
        <span className={mergeClasses(styles.icon, styles[`${kind}Icon`])}>
          <Icon name={icons[kind]} size={20} />
        </span>
        <h2 id="verdict-title" className={styles.title}>
          {sentence(verdict, t)}
        </h2>
        <Button
          size="small"
          appearance="subtle"
          icon={<Icon name="close" />}
          aria-label={t.verdict.close}
          title={t.verdict.close}
          onClick={close}
        />
      </div>
      {unscored > 0 && <p className={styles.text}>{t.verdict.unscored(unscored)}</p>}
      <NotRun checks={verdict.notRun} />
      <Suspense fallback={null}>
        <SubmissionActions evaluation={evaluation} verdict={verdict} />
      </Suspense>
    </section>
  );
}
