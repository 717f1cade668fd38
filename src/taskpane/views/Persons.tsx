import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { Evaluation } from '../../app/evaluation';
import { PersonFilters } from '../components/PersonFilters';
import { PersonTable } from '../components/PersonTable';
import { SectionLink } from '../components/SectionLink';
import { SectionHeading } from '../components/SectionHeading';
import { usePane, useWords } from '../state/context';
import { arrangePersons, noPersonFilter, personRows, type SortKey } from '../state/persons';

const useStyles = makeStyles({
  empty: { color: tokens.colorNeutralForeground2, padding: '8px 4px' },
});

/** The persons with their scores: searched, filtered, sorted; a press opens the explanation. */
export function Persons({ evaluation }: { evaluation: Evaluation }) {
  const styles = useStyles();
  const t = useWords();
  const show = usePane((state) => state.show);
  const [filter, setFilter] = useState(noPersonFilter);
  const rows = useMemo(() => personRows(evaluation), [evaluation]);
  const deferred = useDeferredValue(filter);
  const shown = useMemo(() => arrangePersons(rows, deferred), [rows, deferred]);
  const open = useCallback((id: string) => show({ name: 'person', id }), [show]);
  const sortBy = (sort: SortKey) =>
    setFilter((old) => ({
      ...old,
      sort,
      descending: old.sort === sort ? !old.descending : sort === 'score',
    }));

  return (
    <section aria-labelledby="persons-title">
      <SectionHeading
        id="persons-title"
        title={t.persons.title}
        count={t.persons.shown(shown.length, rows.length)}
      >
        {evaluation.issues.length > 0 && (
          <SectionLink to="issues-title">{t.persons.toIssues(evaluation.issues.length)}</SectionLink>
        )}
      </SectionHeading>
      {rows.length === 0 ? (
        <div className={styles.empty}>{t.persons.nobody}</div>
      ) : (
        <>
          <PersonFilters
            rows={rows}
            filter={filter}
            onChange={(change) => setFilter((old) => ({ ...old, ...change }))}
          />
          <PersonTable
            rows={shown}
            filter={filter}
            onSort={sortBy}
            onOpen={open}
            labelledBy="persons-title"
          />
          {shown.length === 0 && <div className={styles.empty}>{t.persons.empty}</div>}
        </>
      )}
    </section>
  );
}
