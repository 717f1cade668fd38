import { useRef, type KeyboardEvent } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    gap: '4px',
    overflowX: 'auto',
    '@media (max-width: 349px)': { gap: 0, justifyContent: 'space-between' },
    // The narrowest pane at twice the size: a second line rather than a tab out of sight.
    '@media (max-width: 259px)': { flexWrap: 'wrap', justifyContent: 'flex-start' },
  },
  tab: {
    font: 'inherit',
    color: tokens.colorNeutralForeground2,
    backgroundColor: 'transparent',
    border: 'none',
    padding: '8px',
    // All five stand side by side in the narrowest pane, in English too.
    '@media (max-width: 349px)': { paddingInline: '4px' },
    minHeight: '36px',
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    borderBottom: '2px solid transparent',
    '@media (forced-colors: active)': { borderBottomColor: 'Canvas' },
    ':hover': { color: tokens.colorNeutralForeground1, borderBottomColor: tokens.colorNeutralStroke1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  selected: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    ':hover': { borderBottomColor: tokens.colorCompoundBrandStroke },
    '@media (forced-colors: active)': { borderBottomColor: 'Highlight' },
  },
});

interface Props<Name extends string> {
  readonly label: string;
  readonly tabs: readonly { readonly name: Name; readonly title: string }[];
  /** `null` where a page behind the tabs is open. */
  readonly selected: Name | null;
  /** Id of the panel that the tabs switch. */
  readonly controls: string;
  readonly onSelect: (name: Name) => void;
}

/** Where each key leads from tab `at` of `count`; absent for keys that mean nothing here. */
function target(key: string, at: number, count: number): number | undefined {
  if (key === 'ArrowRight') return (at + 1) % count;
  if (key === 'ArrowLeft') return (at + count - 1) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}

/**
 * Tabs with arrow keys, as the reader's software expects them. Fluent's own bring a focus manager along that the
 * first view would have to load and that office.js, which moves the focus by itself, would be at odds with.
 */
export function Tabs<Name extends string>({ label, tabs, selected, controls, onSelect }: Props<Name>) {
  const styles = useStyles();
  const buttons = useRef<(HTMLButtonElement | null)[]>([]);
  const move = (event: KeyboardEvent, at: number) => {
    const to = target(event.key, at, tabs.length);
    if (to === undefined) return;
    event.preventDefault();
    buttons.current[to]?.focus();
  };
  return (
    <div role="tablist" aria-label={label} className={styles.list}>
      {tabs.map(({ name, title }, at) => (
        <button
          key={name}
          ref={(button) => {
            buttons.current[at] = button;
          }}
          type="button"
          role="tab"
          aria-selected={name === selected}
          aria-controls={controls}
          className={mergeClasses(styles.tab, name === selected && styles.selected)}
          onClick={() => onSelect(name)}
          onKeyDown={(event) => move(event, at)}
        >
          {title}
        </button>
      ))}
    </div>
  );
}
