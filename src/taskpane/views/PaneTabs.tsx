import { makeStyles, tokens } from '@fluentui/react-components';
import { Tabs } from '../components/Tabs';
import { usePane, useWords } from '../state/context';
import { TABS } from '../state/view';

const useStyles = makeStyles({
  tabs: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    paddingInline: '8px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** A person or a preview was opened from the results, and stands behind them. */
export function PaneTabs() {
  const styles = useStyles();
  const t = useWords();
  const tab = usePane((state) => state.tab);
  const show = usePane((state) => state.show);
  return (
    <nav className={styles.tabs} aria-label={t.tabs.label}>
      <Tabs
        label={t.tabs.label}
        tabs={TABS.map((name) => ({ name, title: t.tabs[name] }))}
        selected={tab}
        controls="pane-page"
        onSelect={(name) => show({ name })}
      />
    </nav>
  );
}
