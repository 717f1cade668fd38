import { Button, makeStyles } from '@fluentui/react-components';
import type { Evaluation } from '../../app/evaluation';
import type { Verdict } from '../../app/verdict';
import { usePane, useWords } from '../state/context';
import { useOffers } from '../state/useOffers';
import { Icon } from './Icon';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: '4px' },
  wide: { flexBasis: '100%' },
});

interface Props {
  readonly evaluation: Evaluation;
  readonly verdict: Verdict;
}

/** What can be done after a verdict: repair, mark, report; seal where nothing is wrong; verify a seal. */
export default function SubmissionActions({ evaluation, verdict }: Props) {
  const styles = useStyles();
  const words = useWords().submission.actions;
  const busy = usePane((state) => state.work !== null);
  const show = usePane((state) => state.show);
  const mark = usePane((state) => state.mark);
  const unmark = usePane((state) => state.removeMarks);
  const report = usePane((state) => state.report);
  const seal = usePane((state) => state.seal);
  const verify = usePane((state) => state.verifySeal);
  const offers = useOffers(evaluation)?.length ?? 0;
  const common = { size: 'small', disabledFocusable: busy } as const;
  const hasCells = evaluation.issues.some(({ cell }) => cell !== null);
  return (
    <div role="group" aria-label={words.label} className={styles.actions}>
      {offers > 0 && (
        <Button
          {...common}
          className={styles.wide}
          appearance="primary"
          icon={<Icon name="fix" />}
          onClick={() => show({ name: 'fixes' })}
        >
          {words.fixes(offers)}
        </Button>
      )}
      {verdict.errors === 0 && verdict.failed.length === 0 && (
        <Button
          {...common}
          className={styles.wide}
          appearance={verdict.kind === 'ready' && offers === 0 ? 'primary' : 'secondary'}
          icon={<Icon name="seal" />}
          title={words.sealTip}
          onClick={() => void seal()}
        >
          {words.seal}
        </Button>
      )}
      {hasCells && (
        <Button {...common} icon={<Icon name="mark" />} onClick={() => void mark()}>
          {words.mark}
        </Button>
      )}
      <Button {...common} onClick={() => void unmark()}>
        {words.unmark}
      </Button>
      <Button {...common} icon={<Icon name="sheet" />} onClick={() => void report()}>
        {words.report}
      </Button>
      <Button {...common} onClick={() => void verify()}>
        {words.verify}
      </Button>
    </div>
  );
}
