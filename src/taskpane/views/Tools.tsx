import { makeStyles, Switch, tokens } from '@fluentui/react-components';
import { followingWords } from '../../locales/pages/following';
import { toolsWords } from '../../locales/pages/tools';
import { Icon } from '../components/Icon';
import { Page } from '../components/Page';
import { usePane, usePaneNow, useWordsOf } from '../state/context';
import { tools } from './toolList';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) 16px',
    columnGap: '8px',
    alignItems: 'center',
    padding: '10px 4px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  tool: {
    font: 'inherit',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    backgroundColor: 'transparent',
    border: 'none',
    padding: 0,
    textAlign: 'start',
    cursor: 'pointer',
    // The whole line takes the press, and shows where the keyboard is.
    '::after': { content: '""', position: 'absolute', inset: 0 },
    ':focus-visible': { outline: 'none' },
    ':focus-visible::after': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    ':disabled': { color: tokens.colorNeutralForegroundDisabled, cursor: 'default' },
  },
  switch: { marginInlineStart: '-4px' },
  switchNote: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  note: {
    gridColumn: '2',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
});

/** Whether the figures follow what is typed. */
function FollowSwitch() {
  const styles = useStyles();
  const words = useWordsOf(followingWords);
  const live = usePane((state) => state.preferences.live);
  const prefer = usePane((state) => state.prefer);
  return (
    <div>
      <Switch
        className={styles.switch}
        label={words.title}
        aria-describedby="follow-note"
        checked={live}
        onChange={(_, data) => prefer({ live: data.checked })}
      />
      <div id="follow-note" className={styles.switchNote}>
        {words.note}
      </div>
    </div>
  );
}

/** Everything that is not needed every day, by name and with a word on what it is for. */
export default function Tools() {
  const styles = useStyles();
  const words = useWordsOf(toolsWords);
  const pane = usePaneNow();
  const busy = usePane((state) => state.work !== null);
  return (
    <Page title={words.title}>
      <ul role="list" className={styles.list} aria-label={words.title}>
        {tools.map(({ name, icon, open }) => (
          <li key={name} className={styles.item}>
            <Icon name={icon} />
            <button
              type="button"
              className={styles.tool}
              disabled={busy}
              aria-describedby={`tool-${name}-note`}
              onClick={() => open(pane())}
            >
              {words[name].title}
            </button>
            <Icon name="right" />
            <span id={`tool-${name}-note`} className={styles.note}>
              {words[name].note}
            </span>
          </li>
        ))}
      </ul>
      <FollowSwitch />
    </Page>
  );
}
