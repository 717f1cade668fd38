import { makeStyles } from '@fluentui/react-components';
import { formatFigure } from '../../locales';

const useStyles = makeStyles({
  // Digits that are not there keep their room, so that the points of a column stand below each other.
  none: { '::after': { content: '".00"', visibility: 'hidden' } },
  one: { '::after': { content: '"0"', visibility: 'hidden' } },
});

/** A figure exactly as in the result (`81.5`, not `81.50`), aligned by its decimal point. */
export function Figure({ value }: { value: number | null }) {
  const styles = useStyles();
  const text = formatFigure(value);
  const decimals = text.split('.')[1]?.length ?? 0;
  return <span className={[styles.none, styles.one, undefined][decimals]}>{text}</span>;
}
