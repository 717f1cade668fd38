import { useMemo } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Evaluation } from '../../app/evaluation';
import { formatFigure } from '../../locales';
import { gradeOf, type PersonScore, type Scheme } from '../../model';
import { Costliest } from '../components/Costliest';
import { ExplanationTree } from '../components/ExplanationTree';
import { IssueItem } from '../components/IssueItem';
import { Page } from '../components/Page';
import { SectionHeading } from '../components/SectionHeading';
import { Sections } from '../components/Sections';
import { usePane, useServices, useWords } from '../state/context';
import { costRows } from '../state/costs';
import { issuesOf } from '../state/issues';
import { personId, postName } from '../state/persons';
import { treeOf } from '../state/tree';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    gap: '16px',
    alignItems: 'center',
    '@media (max-width: 259px)': { flexWrap: 'wrap', rowGap: 0 },
  },
  score: {
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
  bad: { color: tokens.colorStatusDangerForeground1 },
  facts: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, minWidth: 0 },
  figures: { display: 'flex', flexWrap: 'wrap', columnGap: '12px' },
  result: { fontWeight: tokens.fontWeightSemibold },
  good: { color: tokens.colorStatusSuccessForeground1 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
});

function Facts({ evaluation, person }: { evaluation: Evaluation; person: PersonScore }) {
  const styles = useStyles();
  const t = useWords();
  const { assessee, score, rank, rawTotal, rawMaximum, qualified, deduction } = person;
  const where = [
    assessee.department,
    postName(evaluation.scheme, assessee.post),
    t.person.households(person.households),
  ];
  const figures = [
    rank === null ? null : t.person.rank(rank),
    rawTotal === null ? null : t.person.raw(formatFigure(rawTotal.valueOf()), formatFigure(rawMaximum)),
    deduction === null || deduction.valueOf() === 0
      ? null
      : t.person.deduction(formatFigure(deduction.valueOf())),
  ].filter((each) => each !== null);
  return (
    <div className={styles.head}>
      <div className={mergeClasses(styles.score, score === null && styles.bad)}>
        {score === null ? t.persons.unscored : formatFigure(score.valueOf())}
      </div>
      <div className={styles.facts}>
        <div>{where.join(' · ')}</div>
        {qualified !== null && (
          <div className={mergeClasses(styles.result, qualified ? styles.good : styles.bad)}>
            {[gradeOf(evaluation.scheme, score), qualified ? t.persons.qualified : t.persons.notQualified]
              .filter((each) => each !== null)
              .join(' · ')}
          </div>
        )}
        <div className={styles.figures}>
          {figures.map((each) => (
            <span key={each}>{each}</span>
          ))}
        </div>
      </div>
    </div>
  );
}

/** Rules that are named as those to put right first. */
const DEAREST = 3;

function Dearest({ scheme, person }: { scheme: Scheme; person: PersonScore }) {
  const t = useWords();
  const rows = useMemo(() => costRows(scheme, [person], DEAREST), [scheme, person]);
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="costliest-title">
      <SectionHeading id="costliest-title" title={t.person.costliest} />
      <Costliest rows={rows} labelledBy="costliest-title" />
    </section>
  );
}

function Explained({ evaluation, index }: { evaluation: Evaluation; index: number }) {
  const t = useWords();
  const services = useServices();
  const nodes = useMemo(() => treeOf(services.explain(evaluation, index)), [services, evaluation, index]);
  return (
    <section aria-labelledby="explanation-title">
      <SectionHeading id="explanation-title" title={t.person.explanation} />
      <ExplanationTree nodes={nodes} />
    </section>
  );
}

/** One person: score, sections as bars, issues, and the whole computation down to the cell. */
export default function Person({ id }: { id: string }) {
  const styles = useStyles();
  const t = useWords();
  const evaluation = usePane((state) => state.evaluation);
  const index = evaluation?.scores.persons.findIndex((person) => personId(person) === id) ?? -1;
  const person = evaluation?.scores.persons[index];
  if (!evaluation || !person) {
    return (
      <Page back title={t.persons.title}>
        {t.person.notFound}
      </Page>
    );
  }
  const issues = issuesOf(evaluation.issues, person.assessee);
  return (
    <Page back title={person.assessee.name}>
      <Facts evaluation={evaluation} person={person} />
      <section aria-labelledby="sections-title">
        <SectionHeading id="sections-title" title={t.person.sections} />
        <Sections scheme={evaluation.scheme} sections={person.sections} />
      </section>
      <Dearest scheme={evaluation.scheme} person={person} />
      {issues.length > 0 && (
        <section aria-labelledby="person-issues-title">
          <SectionHeading id="person-issues-title" title={t.person.issues} count={String(issues.length)} />
          <ul role="list" className={styles.list} aria-labelledby="person-issues-title">
            {issues.map((issue, at) => (
              <IssueItem key={at} issue={issue} />
            ))}
          </ul>
        </section>
      )}
      <Explained evaluation={evaluation} index={index} />
    </Page>
  );
}
