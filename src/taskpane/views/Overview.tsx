import { useMemo, useState } from 'react';
import { makeStyles, Select, tokens } from '@fluentui/react-components';
import type { Evaluation } from '../../app/evaluation';
import type { DepartmentScore } from '../../model';
import { formatFigure } from '../../locales';
import { BandChart } from '../components/BandChart';
import { DataTable } from '../components/DataTable';
import { Figure } from '../components/Figure';
import { Page } from '../components/Page';
import { SectionHeading } from '../components/SectionHeading';
import { usePane, useWords } from '../state/context';
import { distribution } from '../state/distribution';
import { personRows, type PersonRow } from '../state/persons';

const useStyles = makeStyles({
  name: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  good: { color: tokens.colorStatusSuccessForeground1 },
  quiet: { color: tokens.colorNeutralForeground2 },
  bad: { color: tokens.colorStatusDangerForeground1 },
});

function Departments({ evaluation, rows }: { evaluation: Evaluation; rows: readonly PersonRow[] }) {
  const styles = useStyles();
  const t = useWords();
  const facts = (department: DepartmentScore) => {
    const below = rows.filter((row) => row.department === department.name && row.qualified === false).length;
    const head = department.headDeduction?.valueOf() ?? 0;
    return [
      t.overview.personCount(department.persons),
      below > 0 ? t.overview.below(below) : null,
      head > 0 ? t.overview.head(formatFigure(head)) : null,
      department.score === null ? t.overview.withheld : null,
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
        title={t.overview.departments}
        count={String(evaluation.scores.departments.length)}
      />
      <DataTable
        label={t.overview.departments}
        columns={[
          { title: t.persons.department },
          { title: t.overview.mean, numeric: true },
          { title: t.persons.rank, numeric: true },
          { title: t.persons.result, numeric: true },
        ]}
        rows={evaluation.scores.departments.map((department) => ({
          key: department.name,
          cells: [
            <div key="name">
              <div className={styles.name}>{department.name}</div>
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

function Distribution({ evaluation, rows }: { evaluation: Evaluation; rows: readonly PersonRow[] }) {
  const t = useWords();
  const [post, setPost] = useState('');
  const bands = useMemo(
    () => distribution(rows.filter((row) => post === '' || row.post === post)),
    [rows, post],
  );
  return (
    <section aria-labelledby="distribution-title">
      <SectionHeading id="distribution-title" title={t.overview.distribution}>
        <Select
          size="small"
          aria-label={t.overview.post}
          value={post}
          onChange={(_, data) => setPost(data.value)}
        >
          <option value="">{t.persons.allPosts}</option>
          {evaluation.scheme.posts.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </SectionHeading>
      <BandChart bands={bands} />
    </section>
  );
}

/** The whole: departments with their means and deductions, and how the scores are distributed. */
export default function Overview() {
  const t = useWords();
  const evaluation = usePane((state) => state.evaluation);
  const rows = useMemo(() => (evaluation ? personRows(evaluation) : []), [evaluation]);
  if (!evaluation || rows.length === 0) return <Page title={t.tabs.overview}>{t.overview.empty}</Page>;
  return (
    <Page title={t.tabs.overview}>
      <Departments evaluation={evaluation} rows={rows} />
      <Distribution evaluation={evaluation} rows={rows} />
    </Page>
  );
}
