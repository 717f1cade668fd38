import { useMemo } from 'react';
import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { Evaluation } from '../../app/evaluation';
import type { DepartmentScore } from '../../model';
import { formatFigure } from '../../locales';
import { overviewWords } from '../../locales/pages/overview';
import { DataTable } from '../components/DataTable';
import { Figure } from '../components/Figure';
import { Page } from '../components/Page';
import { ParetoChart } from '../components/ParetoChart';
import { ScoreHistogram } from '../components/ScoreHistogram';
import { SectionHeading } from '../components/SectionHeading';
import { usePane, useWords, useWordsOf } from '../state/context';
import { costRows } from '../state/costs';
import { distributionByPost } from '../state/distribution';
import { namesBelow, personRows, type PersonRow } from '../state/persons';

const useStyles = makeStyles({
  name: {
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'start',
    minHeight: '24px',
  },
  good: { color: tokens.colorStatusSuccessForeground1 },
  note: { margin: '0 0 8px', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  quiet: { color: tokens.colorNeutralForeground2 },
  bad: { color: tokens.colorStatusDangerForeground1 },
});

function Departments({ evaluation, rows }: { evaluation: Evaluation; rows: readonly PersonRow[] }) {
  const styles = useStyles();
  const t = useWords();
  const words = useWordsOf(overviewWords);
  const show = usePane((state) => state.show);
  const facts = (department: DepartmentScore) => {
    const below = namesBelow(rows.filter((row) => row.department === department.name));
    const head = department.headDeduction?.valueOf() ?? 0;
    return [
      words.personCount(department.persons),
      below > 0 ? words.below(below) : null,
      head > 0 ? words.head(formatFigure(head)) : null,
      department.score === null ? words.withheld : null,
    ].filter((fact) => fact !== null);
  };
  const resultOf = (qualified: boolean | null) => {
    if (qualified === null) return '';
    return qualified ? t.persons.qualified : t.persons.notQualified;
  };
  return (
    <section aria-labelledby="departments-title">
      <SectionHeading
        id="departments-title"
        title={words.departments}
        count={String(evaluation.scores.departments.length)}
      />
      <DataTable
        label={words.departments}
        columns={[
          { title: t.persons.department },
          { title: words.mean, numeric: true },
          { title: t.persons.rank, numeric: true },
          { title: t.persons.result, numeric: true },
        ]}
        rows={evaluation.scores.departments.map((department) => ({
          key: department.name,
          cells: [
            <div key="name">
              <Link
                as="button"
                className={styles.name}
                onClick={() => show({ name: 'department', department: department.name })}
              >
                {department.name}
              </Link>
              <div className={styles.quiet}>{facts(department).join(' · ')}</div>
            </div>,
            <Figure key="mean" value={department.score?.valueOf() ?? null} />,
            formatFigure(department.rank),
            <span key="result" className={department.qualified === false ? styles.bad : styles.good}>
              {resultOf(department.qualified)}
            </span>,
          ],
        }))}
      />
    </section>
  );
}

/** Rules that are shown of those that cost points. */
const DEAREST = 10;

function Dearest({ evaluation }: { evaluation: Evaluation }) {
  const styles = useStyles();
  const words = useWordsOf(overviewWords);
  const rows = useMemo(
    () => costRows(evaluation.scheme, evaluation.scores.persons, DEAREST),
    [evaluation.scheme, evaluation.scores],
  );
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="pareto-title">
      <SectionHeading id="pareto-title" title={words.pareto} />
      <p className={styles.note}>{words.paretoNote}</p>
      <ParetoChart rows={rows} />
    </section>
  );
}

function Distribution({ rows }: { rows: readonly PersonRow[] }) {
  const words = useWordsOf(overviewWords);
  const posts = useMemo(() => distributionByPost(rows), [rows]);
  if (posts.length === 0) return null;
  return (
    <section aria-labelledby="distribution-title">
      <SectionHeading id="distribution-title" title={words.distribution} />
      <ScoreHistogram posts={posts} />
    </section>
  );
}

/** The whole: departments with their means and deductions, the rules that cost most, and how the scores are distributed. */
export default function Overview() {
  const t = useWords();
  const words = useWordsOf(overviewWords);
  const evaluation = usePane((state) => state.evaluation);
  const rows = useMemo(() => (evaluation ? personRows(evaluation) : []), [evaluation]);
  if (!evaluation || rows.length === 0) return <Page title={t.tabs.overview}>{words.empty}</Page>;
  return (
    <Page title={t.tabs.overview}>
      <Departments evaluation={evaluation} rows={rows} />
      <Dearest evaluation={evaluation} />
      <Distribution rows={rows} />
    </Page>
  );
}
