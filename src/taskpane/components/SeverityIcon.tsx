import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Severity } from '../../model';
import { useWords } from '../state/context';
import { Icon } from './Icon';

const useStyles = makeStyles({
  icon: { display: 'inline-flex', flexShrink: 0, height: '20px', alignItems: 'center' },
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  info: { color: tokens.colorNeutralForeground3 },
});

/** How grave an issue is, as a picture with a name. */
export function SeverityIcon({ severity }: { severity: Severity }) {
  const styles = useStyles();
  const t = useWords();
  return (
    <span
      className={mergeClasses(styles.icon, styles[severity])}
      role="img"
      aria-label={t.severity[severity]}
    >
      <Icon name={severity} />
    </span>
  );
}
