import { useDeferredValue, useMemo, useState } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { Evaluation } from '../../app/evaluation';
import type { IssueCode, Severity } from '../../model';
import { IssueFilters } from '../components/IssueFilters';
import { IssueItem } from '../components/IssueItem';
import { SectionLink } from '../components/SectionLink';
import { SectionHeading } from '../components/SectionHeading';
import { useWords } from '../state/context';
import { arrangeIssues, issueKeys, limitGroups, noIssueFilter, type IssueOrder } from '../state/issues';
import type { Dictionary } from '../../locales';

/** More than this at once makes a pane slow on an office computer. */
const PAGE = 200;
/** Of these so many are there at once; the others are drawn while the page answers. */
const AT_FIRST = 20;

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  group: {
    margin: '4px 0',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  empty: { color: tokens.colorNeutralForeground2, padding: '8px 4px' },
});

function groupName(key: string, order: IssueOrder, t: Dictionary): string {
  if (order === 'severity') return t.severity[key as Severity];
  if (order === 'code') return t.codes[key as IssueCode];
  if (key !== '') return key;
  return order === 'sheet' ? t.issues.noSheet : t.issues.nobody;
}

/** Everything that the checks found: grouped, filtered, at most 200 at a time. */
export function Issues({ evaluation }: { evaluation: Evaluation }) {
  const styles = useStyles();
  const t = useWords();
  const [filter, setFilter] = useState(noIssueFilter);
  const [limit, setLimit] = useState(PAGE);
  const groups = useMemo(() => arrangeIssues(evaluation.issues, filter), [evaluation.issues, filter]);
  const matching = groups.reduce((sum, group) => sum + group.issues.length, 0);
  const persons = evaluation.scores.persons.length;
  const page = useMemo(() => limitGroups(groups, limit), [groups, limit]);
  const shown = useDeferredValue(page, limitGroups(page, AT_FIRST));
  const keyOf = issueKeys();

  return (
    <section aria-labelledby="issues-title">
      <SectionHeading
        id="issues-title"
        title={t.issues.title}
        count={t.persons.shown(matching, evaluation.issues.length)}
      >
        {persons > 0 && <SectionLink to="persons-title">{t.issues.toPersons(persons)}</SectionLink>}
      </SectionHeading>
      {evaluation.issues.length > 0 && (
        <IssueFilters
          issues={evaluation.issues}
          filter={filter}
          onChange={(change) => setFilter((old) => ({ ...old, ...change }))}
        />
      )}
      {/* A list without bullets is no list to some screen readers unless it says so. */}
      <ul role="list" className={styles.list} aria-labelledby="issues-title">
        {shown.flatMap(({ key, issues }) =>
          issues.map((issue, index) => (
            <IssueItem
              key={keyOf(issue)}
              issue={issue}
              heading={index === 0 && <h3 className={styles.group}>{groupName(key, filter.order, t)}</h3>}
            />
          )),
        )}
      </ul>
      {matching === 0 && (
        <div className={styles.empty}>
          {evaluation.issues.length === 0 ? t.issues.none : t.issues.noneHere}
        </div>
      )}
      {matching > limit && (
        <Button onClick={() => setLimit(limit + PAGE)}>
          {t.actions.more(Math.min(PAGE, matching - limit))}
        </Button>
      )}
    </section>
  );
}
