import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { rulesWords } from '../../locales/pages/rules';
import { Page } from '../components/Page';
import { PendingScores } from '../components/PendingScores';
import { usePane, useServices, useWordsOf } from '../state/context';

const useStyles = makeStyles({
  now: { margin: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  bad: { margin: 0, color: tokens.colorStatusDangerForeground1, overflowWrap: 'anywhere' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

/** The rules that the workbook is scored under, and what its sheet of rules would change before it is taken over. */
export default function Rules() {
  const styles = useStyles();
  const words = useWordsOf(rulesWords);
  const services = useServices();
  const evaluation = usePane((state) => state.evaluation);
  const busy = usePane((state) => state.work !== null);
  const write = usePane((state) => state.writeRules);
  const giveUp = usePane((state) => state.giveRulesUp);
  const jump = usePane((state) => state.jump);
  if (!evaluation)
    return (
      <Page back title={words.title}>
        <p className={styles.quiet}>{words.reading}</p>
      </Page>
    );
  const { scheme, standing } = evaluation;
  const { sheet } = standing;
  const pending = services.rules.pending(evaluation);
  return (
    <Page back title={words.title} intro={words.intro}>
      <p className={styles.now}>{words.inForce(scheme.title, scheme.version)}</p>
      <p className={styles.quiet}>{words.sources[standing.source]}</p>
      {standing.isInvalid && (
        <p role="alert" className={styles.bad}>
          {words.invalid}
        </p>
      )}
      {pending && <PendingScores key={pending.changes.join()} pending={pending} posts={scheme.posts} />}
      {sheet !== null && !pending && !standing.isInvalid && <p className={styles.quiet}>{words.none}</p>}
      <div className={styles.buttons}>
        {sheet === null ? (
          <Button disabledFocusable={busy} onClick={() => void write()}>
            {words.write}
          </Button>
        ) : (
          <Button onClick={() => void jump({ sheet, row: 0, column: 0 })}>{words.goTo}</Button>
        )}
        {standing.source === 'workbook' && (
          <Button disabledFocusable={busy} onClick={() => void giveUp()}>
            {words.giveUp}
          </Button>
        )}
      </div>
      {standing.source === 'workbook' && <p className={styles.quiet}>{words.giveUpNote}</p>}
    </Page>
  );
}
