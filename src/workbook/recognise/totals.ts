import type { Draft } from './draft';
import type { HeaderColumn } from './header';
import type { RuleColumn, TotalColumn } from './layout';

const TOTALS = ['rowTotal', 'rowScore'] as const;

/**
 * The totals of a combined matrix. Under a post's parent in every post, they sum up that post; one alone sums up all
 * posts, or the one it stands under, where the parent was only spread over it. Two for the same posts tell nothing.
 */
export function assignTotals(draft: Draft, rules: readonly RuleColumn[]): TotalColumn[] {
  const all = [...new Set(rules.map((rule) => rule.post))];
  return TOTALS.flatMap((field) => {
    const columns = draft.header.columns
      .filter((column) => !draft.taken.has(column.column) && isTotal(draft, column, field))
      .map((column) => ({ column, post: draft.vocabulary.postIn(column.parents.join(' ')) }));
    const own = columns.filter(({ post }) => post !== null && all.includes(post));
    const open = columns.filter((each) => !own.includes(each));
    const each = new Set(own.map(({ post }) => post)).size === own.length;
    const made: TotalColumn[] = [];
    if (each && own.length === all.length)
      made.push(...own.map(({ column, post }) => ({ column: column.column, field, posts: [[post!]] })));
    else if (own.length === 1 && open.length === 0)
      made.push({ column: own[0]!.column.column, field, posts: [all, [own[0]!.post!]] });
    if (open.length === 1) made.push({ column: open[0]!.column.column, field, posts: [all] });
    for (const { column } of made) draft.taken.add(column);
    return made;
  });
}

function isTotal(draft: Draft, column: HeaderColumn, field: string): boolean {
  return draft.vocabulary.fieldClaims(column.leaf).some((claim) => claim.field === field);
}
