import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { Evaluation } from '../../app/evaluation';
import { PersonFilters } from '../components/PersonFilters';
import { PersonTable } from '../components/PersonTable';
import { SectionLink } from '../components/SectionLink';
import { SectionHeading } from '../components/SectionHeading';
import { usePane, useWords } from '../state/context';
import { arrangePersons, noPersonFilter, personRows, type SortKey } from '../state/persons';

/** A table of thousands of rows takes the browser longer to lay out than everything else together. */
const PAGE = 200;
/** Of these so many are there at once; the others are drawn while the page answers. */
const AT_FIRST = 20;

const useStyles = makeStyles({
  more: { marginTop: '8px' },
  empty: { color: tokens.colorNeutralForeground2, padding: '8px 4px' },
});

/** The persons with their scores: searched, filtered, sorted, 200 at a time; a press opens the explanation. */
export function Persons({ evaluation }: { evaluation: Evaluation }) {
  const styles = useStyles();
  const t = useWords();
  const show = usePane((state) => state.show);
  const [filter, setFilter] = useState(noPersonFilter);
  const rows = useMemo(() => personRows(evaluation), [evaluation]);
  const deferred = useDeferredValue(filter);
  const [limit, setLimit] = useState(PAGE);
  const shown = useMemo(() => arrangePersons(rows, deferred), [rows, deferred]);
  const page = useMemo(() => shown.slice(0, limit), [shown, limit]);
  const drawn = useDeferredValue(page, page.slice(0, AT_FIRST));
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
        count={t.persons.rows(t.persons.shown(shown.length, rows.length))}
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
            rows={drawn}
            filter={filter}
            onSort={sortBy}
            onOpen={open}
            labelledBy="persons-title"
          />
          {shown.length === 0 && <div className={styles.empty}>{t.persons.empty}</div>}
          {shown.length > limit && (
            <Button className={styles.more} onClick={() => setLimit(limit + PAGE)}>
              {t.actions.more(Math.min(PAGE, shown.length - limit))}
            </Button>
          )}
        </>
      )}
    </section>
  );
}
