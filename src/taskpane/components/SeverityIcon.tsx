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

interface Props {
  readonly severity: Severity;
  /** The name stands beside it already. */
  readonly decorative?: boolean;
}

/** How grave an issue is, as a picture with a name. */
export function SeverityIcon({ severity, decorative = false }: Props) {
  const styles = useStyles();
  const t = useWords();
  return (
    <span
      className={mergeClasses(styles.icon, styles[severity])}
      {...(decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': t.severity[severity] })}
    >
      <Icon name={severity} />
    </span>
  );
}
