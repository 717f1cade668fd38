import { useState } from 'react';
import { Button, Checkbox, makeStyles } from '@fluentui/react-components';
import type { FillOptions } from '../../app/evaluation';
import type { CellValue } from '../../model';
import { formatFigure } from '../../locales';
import { CellLink } from '../components/CellLink';
import { DataTable } from '../components/DataTable';
import { Page } from '../components/Page';
import { usePane, useWords } from '../state/context';
import type { Planned } from '../state/services';
import { placeName } from '../state/persons';

/** As many cells at once. */
const PAGE = 200;

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  facts: { margin: 0 },
});

function useCellText() {
  const t = useWords();
  return (value: CellValue) => {
    if (value === '') return t.preview.blank;
    return typeof value === 'number' ? formatFigure(value) : String(value);
  };
}

/** What a fill would write, cell by cell, before it is written. */
export default function Preview({ planned, options }: { planned: Planned; options?: FillOptions }) {
  const styles = useStyles();
  const t = useWords();
  const text = useCellText();
  const [limit, setLimit] = useState(PAGE);
  const show = usePane((state) => state.show);
  const fillNow = usePane((state) => state.fillNow);
  const prefer = usePane((state) => state.prefer);
  const busy = usePane((state) => state.work !== null);
  const always = usePane((state) => state.preferences.previewBeforeFill);
  const { plan } = planned;
  const facts = [
    ...plan.made.map((sheet) => t.preview.create(sheet)),
    plan.made.includes(plan.summarySheet) ? null : t.preview.fillInto(plan.summarySheet),
    plan.insertedRows > 0 ? t.preview.rows(plan.insertedRows) : null,
    plan.cells.length > 0 ? t.preview.cells(plan.cells.length) : t.preview.unchanged,
    plan.formulas.length > 0 ? t.formulas.kept(plan.formulas.length) : null,
  ].filter((each) => each !== null);
  return (
    <Page back title={t.preview.title}>
      <p className={styles.facts}>{facts.join(' · ')}</p>
      <Checkbox
        label={t.preview.always}
        checked={always}
        onChange={(_, data) => prefer({ previewBeforeFill: data.checked === true })}
      />
      <div className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void fillNow(options)}>
          {t.preview.confirm}
        </Button>
        {plan.formulas.length > 0 && (
          <Button onClick={() => show({ name: 'formulas', plan, options })}>{t.formulas.show}</Button>
        )}
      </div>
      {plan.cells.length > 0 && (
        <DataTable
          label={t.preview.title}
          columns={[
            { title: t.preview.cell },
            { title: t.preview.before, numeric: true },
            { title: t.preview.after, numeric: true },
          ]}
          rows={plan.cells.slice(0, limit).map(({ cell, before, after }) => ({
            key: placeName(cell),
            cells: [<CellLink key="cell" cell={cell} short />, text(before), text(after)],
          }))}
        />
      )}
      {plan.cells.length > limit && (
        <Button onClick={() => setLimit(limit + PAGE)}>
          {t.actions.more(Math.min(PAGE, plan.cells.length - limit))}
        </Button>
      )}
    </Page>
  );
}
