import { Button, makeStyles } from '@fluentui/react-components';
import type { FillOptions, FillPlan } from '../../app/evaluation';
import { CellLink } from '../components/CellLink';
import { DataTable } from '../components/DataTable';
import { Page } from '../components/Page';
import { usePane, useWords } from '../state/context';
import { placeName } from '../state/persons';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

/** The formulas that a fill left alone, and the question whether results should replace them. */
export default function Formulas({ plan, options }: { plan: FillPlan; options?: FillOptions }) {
  const styles = useStyles();
  const t = useWords();
  const show = usePane((state) => state.show);
  const fillNow = usePane((state) => state.fillNow);
  const busy = usePane((state) => state.work !== null);
  return (
    <Page back title={t.formulas.title} intro={t.formulas.explain}>
      <DataTable
        label={t.formulas.title}
        columns={[{ title: t.preview.cell }, { title: t.formulas.formula }]}
        rows={plan.formulas.map(({ cell, formula }) => ({
          key: placeName(cell),
          cells: [<CellLink key="cell" cell={cell} short={cell.sheet === plan.summarySheet} />, formula],
        }))}
      />
      <div className={styles.buttons}>
        <Button appearance="primary" onClick={() => show({ name: 'results' })}>
          {t.formulas.keep}
        </Button>
        <Button
          disabledFocusable={busy}
          onClick={() => void fillNow({ ...options, overwriteFormulas: true })}
        >
          {t.formulas.overwrite(plan.formulas.length)}
        </Button>
      </div>
    </Page>
  );
}
