import { useMemo, useState } from 'react';
import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import type { FillOptions, FillPlan } from '../../app/evaluation';
import type { CellValue } from '../../model';
import { formatFigure } from '../../locales';
import { CellLink } from '../components/CellLink';
import { DataTable } from '../components/DataTable';
import { Page } from '../components/Page';
import { usePane, useWords } from '../state/context';
import type { Planned } from '../state/services';
import { placeName, postName } from '../state/persons';

/** As many cells at once. */
const PAGE = 200;

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  facts: { margin: 0 },
  whose: { color: tokens.colorNeutralForeground2 },
});

function useCellText() {
  const t = useWords();
  return (value: CellValue) => {
    if (value === '') return t.preview.blank;
    return typeof value === 'number' ? formatFigure(value) : String(value);
  };
}

type NamedPerson = NonNullable<FillPlan['cells'][number]['person']>;

/** What names a person: the name, and department and post where another has the same one. */
function useName({ scores, scheme }: Planned['evaluation']): (person: NamedPerson) => string {
  const shared = useMemo(() => {
    const seen = new Set<string>();
    const names = scores.persons.map(({ assessee }) => assessee.name);
    return new Set(names.filter((name) => seen.has(name) || !seen.add(name)));
  }, [scores]);
  return ({ name, department, post }) =>
    shared.has(name) ? [name, department, postName(scheme, post)].join(' · ') : name;
}

/** Each cell with what stands there and what will, and beside it the person whose row it is. */
function Changes({ planned: { plan, evaluation } }: { planned: Planned }) {
  const styles = useStyles();
  const t = useWords();
  const text = useCellText();
  const nameOf = useName(evaluation);
  const [limit, setLimit] = useState(PAGE);
  if (plan.cells.length === 0) return null;
  return (
    <>
      <DataTable
        label={t.preview.title}
        columns={[
          { title: t.preview.cell },
          { title: t.preview.before, numeric: true },
          { title: t.preview.after, numeric: true },
        ]}
        rows={plan.cells.slice(0, limit).map(({ cell, before, after, person }) => ({
          key: placeName(cell),
          cells: [
            <div key="cell">
              <CellLink cell={cell} short />
              {person && <span className={styles.whose}> {nameOf(person)}</span>}
            </div>,
            text(before),
            text(after),
          ],
        }))}
      />
      {plan.cells.length > limit && (
        <Button onClick={() => setLimit(limit + PAGE)}>
          {t.actions.more(Math.min(PAGE, plan.cells.length - limit))}
        </Button>
      )}
    </>
  );
}

/** What a fill would write, cell by cell, before it is written. */
export default function Preview({ planned, options }: { planned: Planned; options?: FillOptions }) {
  const styles = useStyles();
  const t = useWords();
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
      <Changes planned={planned} />
    </Page>
  );
}
