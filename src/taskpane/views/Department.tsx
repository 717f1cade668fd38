import { useMemo } from 'react';
import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type DepartmentScore, gradeOf, type PersonScore, published, type Scheme } from '../../model';
import { formatFigure } from '../../locales';
import { departmentWords } from '../../locales/pages/department';
import { DataTable } from '../components/DataTable';
import { Figure } from '../components/Figure';
import { Page } from '../components/Page';
import { ParetoChart } from '../components/ParetoChart';
import { ScoreHistogram } from '../components/ScoreHistogram';
import { SectionHeading } from '../components/SectionHeading';
import { usePane, useWords, useWordsOf } from '../state/context';
import { costRows } from '../state/costs';
import { distributionByPost } from '../state/distribution';
import { overviewWords } from '../../locales/pages/overview';
import { namesBelow, personId, personRows, postName } from '../state/persons';

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', columnGap: '16px', alignItems: 'center' },
  mean: {
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  facts: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  result: { fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0 },
});

/** Rules that are shown of those that cost points. */
const DEAREST = 5;

function Facts({
  score,
  persons,
  of,
}: {
  score: DepartmentScore;
  persons: readonly PersonScore[];
  of: number;
}) {
  const styles = useStyles();
  const t = useWords();
  const words = useWordsOf(departmentWords);
  const below = namesBelow(persons.map(({ assessee: { name }, qualified }) => ({ name, qualified })));
  const facts = [
    score.rank === null ? words.withheld : words.rank(score.rank, of),
    words.persons(score.persons),
    words.below(below),
  ];
  const { qualified } = score;
  return (
    <div className={styles.head}>
      {score.score !== null && <div className={styles.mean}>{formatFigure(score.score.valueOf())}</div>}
      <div className={styles.facts}>
        {qualified !== null && (
          <div className={mergeClasses(styles.result, qualified ? styles.good : styles.bad)}>
            {qualified ? t.persons.qualified : t.persons.notQualified}
          </div>
        )}
        <div>{facts.join(' · ')}</div>
      </div>
    </div>
  );
}

function Deductions({ score, persons }: { score: DepartmentScore; persons: readonly PersonScore[] }) {
  const styles = useStyles();
  const words = useWordsOf(departmentWords);
  const own = persons.filter(({ deduction }) => deduction !== null && deduction.valueOf() > 0);
  const names = new Set(own.map(({ assessee }) => assessee.name));
  const sum = own.reduce((all, { deduction }) => all + published(deduction!), 0);
  const head = score.headDeduction?.valueOf() ?? 0;
  const said = [
    head > 0 ? words.head(formatFigure(head)) : null,
    own.length > 0 ? words.ofPersons(names.size, formatFigure(sum)) : null,
  ].filter((each) => each !== null);
  return (
    <section aria-labelledby="deductions-title">
      <SectionHeading id="deductions-title" title={words.deductions} />
      <p className={styles.text}>{said.length > 0 ? said.join(' · ') : words.noDeduction}</p>
    </section>
  );
}

function People({ scheme, persons }: { scheme: Scheme; persons: readonly PersonScore[] }) {
  const styles = useStyles();
  const t = useWords();
  const words = useWordsOf(departmentWords);
  const show = usePane((state) => state.show);
  const result = ({ status, score, qualified }: PersonScore) => {
    if (status === 'unscored') return t.persons.unscored;
    const grade = gradeOf(scheme, score);
    const verdict = qualified ? t.persons.qualified : t.persons.notQualified;
    return grade === null ? verdict : `${grade} · ${verdict}`;
  };
  return (
    <section aria-labelledby="people-title">
      <SectionHeading id="people-title" title={words.list} count={String(persons.length)} />
      <DataTable
        label={words.list}
        columns={[
          { title: t.persons.name },
          { title: t.persons.score, numeric: true },
          { title: words.deduction, numeric: true },
          { title: t.persons.result, numeric: true },
        ]}
        rows={persons.map((person) => ({
          key: personId(person),
          cells: [
            <div key="name">
              <Link
                as="button"
                title={words.open(person.assessee.name)}
                onClick={() => show({ name: 'person', id: personId(person) })}
              >
                {person.assessee.name}
              </Link>
              <div className={styles.quiet}>{postName(scheme, person.assessee.post)}</div>
            </div>,
            <Figure key="score" value={person.score?.valueOf() ?? null} />,
            formatFigure(person.deduction?.valueOf() ?? null),
            <span key="result" className={person.qualified ? styles.good : styles.bad}>
              {result(person)}
            </span>,
          ],
        }))}
      />
    </section>
  );
}

/** One department: its mean and place, who is below the line, what article 19 takes, the rules that cost it most. */
export default function Department({ department }: { department: string }) {
  const words = useWordsOf(departmentWords);
  const distribution = useWordsOf(overviewWords).distribution;
  const evaluation = usePane((state) => state.evaluation);
  const score = evaluation?.scores.departments.find(({ name }) => name === department);
  const persons = useMemo(
    () => evaluation?.scores.persons.filter(({ assessee }) => assessee.department === department) ?? [],
    [evaluation, department],
  );
  const posts = useMemo(
    () =>
      evaluation
        ? distributionByPost(personRows(evaluation).filter((row) => row.department === department))
        : [],
    [evaluation, department],
  );
  const costs = useMemo(
    () => (evaluation ? costRows(evaluation.scheme, persons, DEAREST) : []),
    [evaluation, persons],
  );
  if (!evaluation || !score) {
    return (
      <Page back title={department}>
        {words.notFound}
      </Page>
    );
  }
  return (
    <Page back title={department}>
      <Facts score={score} persons={persons} of={evaluation.scores.departments.length} />
      <Deductions score={score} persons={persons} />
      <People scheme={evaluation.scheme} persons={persons} />
      {costs.length > 0 && (
        <section aria-labelledby="costs-title">
          <SectionHeading id="costs-title" title={words.pareto} />
          <ParetoChart rows={costs} />
        </section>
      )}
      {posts.length > 0 && (
        <section aria-labelledby="scores-title">
          <SectionHeading id="scores-title" title={distribution} />
          <ScoreHistogram posts={posts} />
        </section>
      )}
    </Page>
  );
}
