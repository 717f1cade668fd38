import type { Scheme, ScoreBook } from '../../model';
import { valueAt, type Snapshot } from '../snapshot';
import { noticeFor } from './notice';
import { standing } from './people';
import { findSummaries } from './plan';
import { rowLooks } from './rowLooks';

/**
 * What a fill would come to, without planning it: `current` where it would change nothing, `blank` where it would
 * fill blank cells alone, `stale` where it would replace something. `null` where only the plan can tell: there is no
 * summary, or rows are to be added.
 */
export function fillState(
  snapshot: Snapshot,
  scheme: Scheme,
  book: ScoreBook,
): 'current' | 'blank' | 'stale' | null {
  const found = findSummaries(snapshot, scheme);
  if (found.length === 0) return null;
  const where = standing(
    scheme,
    book,
    found.map(({ layout }) => layout),
  );
  const listed = new Set(found.flatMap(({ layout }) => [...where.departments.get(layout)!.values()]));
  const mayBeAdded = found.some(({ layout }) => layout.departments) && listed.size < book.departments.length;
  if (where.missing.length > 0 || mayBeAdded) return null;
  for (const { sheet, layout } of found) {
    const said = layout.notice ? valueAt(sheet, layout.notice.row, layout.notice.column) : '';
    if (noticeFor(scheme, [...where.persons.get(layout)!.values()]) !== said) return null;
  }
  const fills = rowLooks(scheme, book, found, where).map(({ fill }) => fill);
  if (fills.includes('replaces')) return 'stale';
  return fills.includes('blanks') ? 'blank' : 'current';
}
