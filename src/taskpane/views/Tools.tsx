import { makeStyles, tokens } from '@fluentui/react-components';
import { toolsWords } from '../../locales/pages/tools';
import { Icon } from '../components/Icon';
import { Page } from '../components/Page';
import { usePane, usePaneNow, useWordsOf } from '../state/context';
import { tools } from './toolList';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  tool: {
    font: 'inherit',
    color: tokens.colorNeutralForeground1,
    backgroundColor: 'transparent',
    border: 'none',
    width: '100%',
    padding: '10px 4px',
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) 16px',
    columnGap: '8px',
    alignItems: 'center',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    ':disabled': { color: tokens.colorNeutralForegroundDisabled, cursor: 'default' },
  },
  title: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  note: {
    display: 'block',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
});

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
            <button
              type="button"
              className={styles.tool}
              disabled={busy}
              aria-labelledby={`tool-${name}`}
              aria-describedby={`tool-${name}-note`}
              onClick={() => open(pane())}
            >
              <Icon name={icon} />
              <span>
                <span id={`tool-${name}`} className={styles.title}>
                  {words[name].title}
                </span>
                <span id={`tool-${name}-note`} className={styles.note}>
                  {words[name].note}
                </span>
              </span>
              <Icon name="right" />
            </button>
          </li>
        ))}
      </ul>
    </Page>
  );
}
