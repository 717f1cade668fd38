import { useState } from 'react';
import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import type { FillOptions, FillPlan } from '../../app/evaluation';
import type { CellValue, Scheme } from '../../model';
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
  holds: { color: tokens.colorNeutralForeground2 },
  // Long names break beside the cell; figures and its name stay whole.
  cell: { minWidth: '88px', '@media (max-width: 259px)': { minWidth: '72px' } },
  words: { display: 'inline-block', minWidth: '3em', whiteSpace: 'normal', overflowWrap: 'anywhere' },
});

/** A value as it stands in its cell. */
function Value({ value }: { value: CellValue }) {
  const styles = useStyles();
  const t = useWords();
  if (value === '') return t.preview.blank;
  if (typeof value === 'number') return formatFigure(value);
  return <span className={styles.words}>{String(value)}</span>;
}

type PlannedCell = FillPlan['cells'][number];

/** Whose row it is: a person with department and post, or a department. Nothing for headers and notes. */
function ownerName(scheme: Scheme, { owner }: PlannedCell): string | undefined {
  if (!owner) return undefined;
  const { name, department, post } = owner;
  const parts = [name, department, post === null ? null : postName(scheme, post)];
  return parts.filter((part) => part !== null).join(' · ');
}

/** Cells of one row by their columns, as they are read in the sheet. */
function inReadingOrder(cells: readonly PlannedCell[]): PlannedCell[] {
  const rows: PlannedCell[][] = [];
  for (const planned of cells) {
    const row = rows.at(-1);
    const before = row?.[0]!.cell;
    if (before && before.sheet === planned.cell.sheet && before.row === planned.cell.row) row.push(planned);
    else rows.push([planned]);
  }
  return rows.flatMap((row) => row.sort((one, other) => one.cell.column - other.cell.column));
}

/** Each cell below whose it is, with what it holds, what stands there and what will. */
function Changes({ planned: { plan, evaluation } }: { planned: Planned }) {
  const styles = useStyles();
  const t = useWords();
  const { vocabulary } = evaluation.recognition;
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
        rows={inReadingOrder(plan.cells.slice(0, limit)).map((planned) => ({
          key: placeName(planned.cell),
          group: ownerName(evaluation.scheme, planned),
          cells: [
            <div key="cell" className={styles.cell}>
              <CellLink cell={planned.cell} short={planned.cell.sheet === plan.summarySheet} />
              {planned.field !== null && (
                <span className={styles.holds}> {vocabulary.field(planned.field).name}</span>
              )}
            </div>,
            <Value key="before" value={planned.before} />,
            <Value key="after" value={planned.after} />,
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
