import { lazy, Suspense } from 'react';
import { Button, Link, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { SchemeOffer } from '../../app/schemesDesk';
import { periodName } from '../../locales';
import { AfterFill, Status } from '../components/Status';
import { WorkBar } from '../components/WorkBar';
import { usePane, useWords } from '../state/context';
import { personCount } from '../state/persons';
import { periodChoices } from '../state/periods';
import { useTableOffer } from '../state/useTableOffer';

const AfterFailure = lazy(() => import('../components/AfterFailure'));
const FollowLine = lazy(() => import('../components/FollowLine'));

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
    padding: '12px 16px 8px',
    '@media (max-width: 259px)': { paddingInline: '8px' },
  },
  recognised: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '8px', rowGap: '4px' },
  line: { flexGrow: 1, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere', minWidth: 0 },
  summary: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: '12px',
    width: '100%',
    color: tokens.colorNeutralForeground2,
  },
  links: { display: 'flex', flexWrap: 'wrap', columnGap: '12px', '> *': { minHeight: '24px' } },
  period: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    '@media (max-width: 259px)': { flexDirection: 'column', alignItems: 'stretch', gap: '2px' },
  },
  periodSelect: { flexGrow: 1, minWidth: 0 },
  label: { color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px',
    '> *': { flexGrow: 1, minWidth: '120px' },
    '@media (min-width: 720px)': { maxWidth: '480px' },
  },
});

function Recognised() {
  const styles = useStyles();
  const t = useWords();
  const evaluation = usePane((state) => state.evaluation);
  const summary = usePane((state) => state.summary);
  const busy = usePane((state) => state.work !== null);
  const preview = usePane((state) => state.preview);
  const show = usePane((state) => state.show);
  const table = useTableOffer();
  if (!evaluation) return <div className={styles.line}>{t.recognised.reading}</div>;
  if (table) return <TableFound table={table} />;
  const sheets = evaluation.readings.filter((reading) => reading.definition !== null).length;
  const persons = personCount(
    evaluation.scores.persons.map(({ assessee: { name, department } }) => ({ person: name, department })),
  );
  return (
    <div className={styles.recognised}>
      <span className={styles.line}>
        {sheets === 0 ? t.recognised.none : t.recognised.line(sheets, persons)}
      </span>
      {sheets > 0 && (
        <span className={styles.summary}>
          {t.summary[summary]}
          <span className={styles.links}>
            <Link as="button" disabled={busy} onClick={() => void preview()}>
              {t.actions.preview}
            </Link>
            <Link as="button" disabled={busy} onClick={() => show({ name: 'entry' })}>
              {t.actions.entry}
            </Link>
            <Link as="button" disabled={busy} onClick={() => show({ name: 'filling' })}>
              {t.actions.options}
            </Link>
          </span>
        </span>
      )}
    </div>
  );
}

/** A regulation over a table has no summary and no period up here: its results are a page of their own. */
function TableFound({ table }: { table: SchemeOffer }) {
  const styles = useStyles();
  const t = useWords();
  const show = usePane((state) => state.show);
  return (
    <div className={styles.recognised}>
      <span className={styles.line}>{t.recognised.table(table.title)}</span>
      <Link as="button" onClick={() => show({ name: 'table', id: table.id })}>
        {t.recognised.tableResults}
      </Link>
    </div>
  );
}

function PeriodChooser() {
  const styles = useStyles();
  const t = useWords();
  const evaluation = usePane((state) => state.evaluation);
  const period = usePane((state) => state.period);
  const busy = usePane((state) => state.work !== null);
  const choose = usePane((state) => state.choosePeriod);
  const found = evaluation?.period ?? null;
  const name = found === null ? t.period.unknown : periodName(found, t);
  const automatic = evaluation && period === null ? t.period.automaticIs(name) : t.period.automatic;
  return (
    <label className={styles.period}>
      <span className={styles.label}>{t.period.label[evaluation?.scheme.period ?? 'halfYear']}</span>
      <Select
        className={styles.periodSelect}
        size="small"
        value={period ?? ''}
        disabled={busy}
        onChange={(_, data) => void choose(data.value === '' ? null : data.value)}
      >
        <option value="">{automatic}</option>
        {periodChoices(evaluation, period).map((each) => (
          <option key={each} value={each}>
            {periodName(each, t)}
          </option>
        ))}
      </Select>
    </label>
  );
}

function Commands() {
  const styles = useStyles();
  const t = useWords();
  const busy = usePane((state) => state.work !== null);
  const fill = usePane((state) => state.fill);
  const check = usePane((state) => state.check);
  return (
    <div className={styles.buttons}>
      <Button appearance="primary" disabledFocusable={busy} onClick={() => void fill()}>
        {t.actions.fill}
      </Button>
      <Button disabledFocusable={busy} onClick={() => void check()}>
        {t.actions.check}
      </Button>
    </div>
  );
}

/** The top of the pane: what was recognised, the two main commands, and what was done last. */
export function Head() {
  const styles = useStyles();
  const table = useTableOffer();
  const following = usePane((state) => state.following);
  const failure = usePane(({ work, outcome }) =>
    !work && (outcome?.kind === 'failed' || outcome?.kind === 'unread') ? outcome.failure : null,
  );
  return (
    <header className={styles.head}>
      <Recognised />
      {!table && <PeriodChooser />}
      {!table && <Commands />}
      <Status />
      {following && (
        <Suspense fallback={null}>
          <FollowLine following={following} />
        </Suspense>
      )}
      {failure && (
        <Suspense fallback={null}>
          <AfterFailure failure={failure} />
        </Suspense>
      )}
      <WorkBar />
      <AfterFill />
    </header>
  );
}
