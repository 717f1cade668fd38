import {
  finished,
  type Issue,
  makeIssue,
  type Period,
  type Scheme,
  type ScoreBook,
  type Slices,
} from '../../model';
import { vocabularyOf } from '../recognise/vocabulary';
import type { Snapshot } from '../snapshot';
import type { SummaryTable } from './layout';
import { standing, standingInSlices } from './people';
import { findSummaries, findSummariesInSlices } from './plan';
import { rowLooks, rowLooksInSlices } from './rowLooks';

/** What is wrong with the figures that the workbook's summaries of the period hold: stale ones, and formulas in their place. */
export function summaryIssues(
  snapshot: Snapshot,
  scheme: Scheme,
  book: ScoreBook,
  period: Period | null = null,
): Issue[] {
  return finished(summaryIssuesInSlices(snapshot, scheme, book, period));
}

/** The same in slices: a province's summary has hundreds of thousands of cells. */
export function* summaryIssuesInSlices(
  snapshot: Snapshot,
  scheme: Scheme,
  book: ScoreBook,
  period: Period | null = null,
): Slices<Issue[]> {
  const found = yield* findSummariesInSlices(snapshot, scheme, period);
  const ambiguous = found.flatMap(({ layout }) =>
    [layout.persons, ...(layout.departments ? [layout.departments] : [])].flatMap((table) =>
      ambiguousIssues(scheme, layout.sheet, table),
    ),
  );
  const layouts = found.map(({ layout }) => layout);
  const where = yield* standingInSlices(scheme, book, layouts);
  const looks = yield* rowLooksInSlices(scheme, book, found, where);
  return [...ambiguous, ...looks.flatMap(({ issues }) => issues)];
}

function ambiguousIssues(scheme: Scheme, sheet: string, table: SummaryTable): Issue[] {
  return [...table.ambiguous].map(([field, columns]) => {
    const title = vocabularyOf(scheme).field(field).name;
    return makeIssue('header-ambiguous', {
      cell: { sheet, row: table.headerRows.at(-1)!, column: columns[1]! },
      expected: `只有一列“${title}”`,
      message: `汇总表里有 ${columns.length} 列都像“${title}”,不能确定写入哪一列,这一列没有填写。请改掉多余的表头。`,
    });
  });
}

/** Where the summary of a workbook stands: there is none; not (wholly) filled; as computed; figures differ. */
export type SummaryState = 'none' | 'unfilled' | 'current' | 'stale';

/** The state of the workbook's summaries against the scores; one stale figure makes all stale. */
export function summaryState(
  snapshot: Snapshot,
  scheme: Scheme,
  book: ScoreBook,
  period: Period | null = null,
): SummaryState {
  const found = findSummaries(snapshot, scheme, period);
  if (found.length === 0) return 'none';
  const where = standing(
    scheme,
    book,
    found.map(({ layout }) => layout),
  );
  const looks = rowLooks(scheme, book, found, where);
  if (looks.some((look) => look.isStale)) return 'stale';
  return where.missing.length > 0 || looks.some(({ waits }) => waits) ? 'unfilled' : 'current';
}
