import { useState } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { fullWidth } from '../../locales/punctuation';
import { useWords } from '../state/context';
import type { ExplainedNode } from '../state/tree';
import { CellLink } from './CellLink';
import { Icon } from './Icon';

/** More cells than this beside one line are folded away. */
const CELLS = 3;

const useStyles = makeStyles({
  node: {
    borderInlineStartWidth: '1px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStroke2,
    paddingInlineStart: '8px',
  },
  root: { borderInlineStartStyle: 'none', paddingInlineStart: 0 },
  line: { display: 'flex', alignItems: 'flex-start', gap: '4px', padding: '3px 0' },
  toggle: {
    flexShrink: 0,
    width: '24px',
    height: '24px',
    padding: 0,
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusSmall,
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  leaf: { flexShrink: 0, width: '24px' },
  text: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere', paddingTop: '2px' },
  cells: { display: 'flex', flexWrap: 'wrap', columnGap: '12px' },
  lost: {
    flexShrink: 0,
    paddingTop: '2px',
    color: tokens.colorStatusDangerForeground1,
    fontVariantNumeric: 'tabular-nums',
  },
  more: {
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    cursor: 'pointer',
    minHeight: '24px',
    padding: '0 4px',
  },
});

function Cells({ node }: { node: ExplainedNode }) {
  const styles = useStyles();
  const t = useWords();
  const [all, setAll] = useState(false);
  const { cells } = node.line;
  if (cells.length === 0) return null;
  const shown = all ? cells : cells.slice(0, CELLS);
  return (
    <div className={styles.cells}>
      {shown.map((cell) => (
        <CellLink key={`${cell.sheet}!${cell.row},${cell.column}`} cell={cell} />
      ))}
      {shown.length < cells.length && (
        <button type="button" className={styles.more} onClick={() => setAll(true)}>
          {t.person.cells(cells.length - shown.length)}
        </button>
      )}
    </div>
  );
}

function Node({ node, level }: { node: ExplainedNode; level: number }) {
  const styles = useStyles();
  const t = useWords();
  // The sections stand open, what lies below them is opened at will.
  const [open, setOpen] = useState(level < 1);
  const { lost } = node.line;
  const text = fullWidth(node.line.text);
  return (
    <div className={mergeClasses(styles.node, level === 0 && styles.root)}>
      <div className={styles.line}>
        {node.children.length > 0 ? (
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={open}
            aria-label={open ? t.person.collapse(text) : t.person.expand(text)}
            onClick={() => setOpen(!open)}
          >
            <Icon name={open ? 'down' : 'right'} />
          </button>
        ) : (
          <span className={styles.leaf} />
        )}
        <div className={styles.text}>
          {text}
          <Cells node={node} />
        </div>
        {lost !== null && <span className={styles.lost}>{t.person.lost(lost)}</span>}
      </div>
      {open && node.children.map((child, index) => <Node key={index} node={child} level={level + 1} />)}
    </div>
  );
}

/** How a score came about, step by step down to the cells; each step can be folded. */
export function ExplanationTree({ nodes }: { nodes: readonly ExplainedNode[] }) {
  return nodes.map((node, index) => <Node key={index} node={node} level={0} />);
}
