import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { usePane, useWords } from '../state/context';
import { statusText, statusTone, type Tone } from '../state/statusText';
import { useTableOffer } from '../state/useTableOffer';
import { Icon, type IconName } from './Icon';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '8px',
    padding: '6px 8px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  icon: { flexShrink: 0, display: 'inline-flex', height: '20px', alignItems: 'center' },
  text: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  good: { backgroundColor: tokens.colorStatusSuccessBackground1 },
  goodIcon: { color: tokens.colorStatusSuccessForeground1 },
  bad: { backgroundColor: tokens.colorStatusDangerBackground1 },
  badIcon: { color: tokens.colorStatusDangerForeground1 },
  unsure: { backgroundColor: tokens.colorStatusWarningBackground1 },
  unsureIcon: { color: tokens.colorStatusWarningForeground3 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

const icons: Record<Tone, IconName> = { good: 'success', bad: 'error', unsure: 'warning', plain: 'info' };

/** The status region: what was done, and how many errors and warnings there are, or what to do next. */
export function Status() {
  const styles = useStyles();
  const t = useWords();
  const isTable = useTableOffer() !== null;
  const text = usePane((state) => statusText(state, isTable, t));
  const tone = usePane((state) => statusTone(state, isTable));
  const toned = tone === 'plain' ? undefined : styles[tone];
  const iconToned = tone === 'plain' ? undefined : styles[`${tone}Icon`];
  return (
    <div className={mergeClasses(styles.line, toned)}>
      <span className={mergeClasses(styles.icon, iconToned)}>
        <Icon name={icons[tone]} />
      </span>
      <span role="status" className={styles.text}>
        {text}
      </span>
    </div>
  );
}

/** What can be done about the last fill: undo it, or look at the formulas that were left alone. */
export function AfterFill() {
  const styles = useStyles();
  const t = useWords();
  const busy = usePane((state) => state.work !== null);
  const outcome = usePane((state) => state.outcome);
  const undo = usePane((state) => state.undo);
  const undoes = usePane((state) => state.undoes);
  const show = usePane((state) => state.show);
  const jump = usePane((state) => state.jump);
  const filled = outcome?.kind === 'filled' ? outcome : null;
  const formulas = filled?.plan && filled.plan.formulas.length > 0 ? filled.plan : null;
  const written = filled?.plan?.cells[0]?.cell;
  if (!undoes && !formulas && !written) return null;
  return (
    <div className={styles.actions}>
      {undoes && (
        <Button size="small" icon={<Icon name="undo" />} disabledFocusable={busy} onClick={() => void undo()}>
          {t.undo[undoes]}
        </Button>
      )}
      {written && (
        <Button size="small" icon={<Icon name="sheet" />} onClick={() => void jump(written)}>
          {t.actions.showSummary}
        </Button>
      )}
      {formulas && (
        <Button
          size="small"
          onClick={() =>
            show({ name: 'formulas', plan: formulas, ...(filled ? { options: filled.options } : {}) })
          }
        >
          {t.formulas.kept(formulas.formulas.length)}
        </Button>
      )}
    </div>
  );
}
