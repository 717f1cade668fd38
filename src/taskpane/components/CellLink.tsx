import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { CellRef } from '../../model';
import { usePane, useWords } from '../state/context';
import { placeName } from '../state/persons';

const useStyles = makeStyles({
  short: { whiteSpace: 'nowrap' },
  link: {
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorBrandForegroundLink,
    backgroundColor: 'transparent',
    border: 'none',
    borderRadius: tokens.borderRadiusSmall,
    padding: '2px 4px',
    margin: '0 -4px',
    minHeight: '24px',
    maxWidth: '100%',
    textAlign: 'start',
    overflowWrap: 'anywhere',
    cursor: 'pointer',
    ':hover': { textDecorationLine: 'underline', color: tokens.colorBrandForegroundLinkHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

/** A button that shows the cell in the workbook. `short` leaves the sheet's name to the accessible name. */
export function CellLink({ cell, short = false }: { cell: CellRef; short?: boolean }) {
  const styles = useStyles();
  const t = useWords();
  const jump = usePane((state) => state.jump);
  const place = placeName(cell);
  return (
    <button
      type="button"
      className={mergeClasses(styles.link, short && styles.short)}
      aria-label={t.issues.jumpTo(place)}
      title={t.issues.jumpTo(place)}
      onClick={() => void jump(cell)}
    >
      {short ? place.slice(cell.sheet.length + 1) : place}
    </button>
  );
}
