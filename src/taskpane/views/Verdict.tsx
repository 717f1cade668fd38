import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Evaluation } from '../../app/evaluation';
import type { Dictionary } from '../../locales';
import type { IssueCode } from '../../model';
import { Icon, type IconName } from '../components/Icon';
import { usePane, useWords } from '../state/context';

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
  icon: { display: 'inline-flex', flexShrink: 0 },
  text: { margin: 0 },
  notRun: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  term: { fontWeight: tokens.fontWeightSemibold, marginTop: '4px' },
  reason: { margin: 0 },
  summary: { cursor: 'pointer', minHeight: '24px' },
});

type Kind = 'ready' | 'errors' | 'confirm';
const icons: Record<Kind, IconName> = { ready: 'success', errors: 'error', confirm: 'question' };

/** A check goes by the code of what it finds, or by words of its own. */
function isIssueCode(check: string, t: Dictionary): check is IssueCode {
  return Object.hasOwn(t.codes, check);
}

/** The answer to 提交前校验: may it go, what stands in the way, what was not looked at and why. */
export function Verdict({ evaluation }: { evaluation: Evaluation }) {
  const styles = useStyles();
  const t = useWords();
  const close = usePane((state) => state.closeVerdict);
  const errors = evaluation.counts.error;
  const questions = evaluation.issues.filter((issue) => issue.code === 'needs-confirmation').length;
  const unscored = evaluation.scores.persons.filter((person) => person.status === 'unscored').length;
  const kind: Kind = errors > 0 ? 'errors' : questions > 0 ? 'confirm' : 'ready';
  const sentence = {
    ready: t.verdict.ready,
    errors: t.verdict.errors(errors),
    confirm: t.verdict.confirm(questions),
  };
  return (
    <section className={mergeClasses(styles.card, styles[kind])} aria-labelledby="verdict-title">
      <div className={styles.head}>
        <span className={mergeClasses(styles.icon, styles[`${kind}Icon`])}>
          <Icon name={icons[kind]} size={20} />
        </span>
        <h2 id="verdict-title" className={styles.title}>
          {sentence[kind]}
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
      {evaluation.notRun.length > 0 && (
        <details className={styles.notRun} open={evaluation.notRun.length <= 3}>
          <summary className={styles.summary}>{t.verdict.notRun(evaluation.notRun.length)}</summary>
          <dl className={styles.text}>
            {evaluation.notRun.map(({ check, reason }, index) => (
              <div key={index}>
                <dt className={styles.term}>{isIssueCode(check, t) ? t.codes[check] : check}</dt>
                <dd className={styles.reason}>{reason}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </section>
  );
}
