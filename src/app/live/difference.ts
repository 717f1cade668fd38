import type { Issue } from '../../model';
import { issueText } from '../issueOrder';

/** What of one list is not in another, and the other way round. */
export interface Difference {
  readonly gone: readonly Issue[];
  readonly come: readonly Issue[];
}

/** Compares two lists of issues; one that is there twice counts twice. */
export function changedText(before: readonly Issue[], after: readonly Issue[]): Difference {
  const old = new Set(before);
  const now = new Set(after);
  return changedWords(
    before.filter((issue) => !now.has(issue)),
    after.filter((issue) => !old.has(issue)),
  );
}

/** The same where no issue is in both lists as it is: most are, after an edit, and need not be put into words. */
function changedWords(before: readonly Issue[], after: readonly Issue[]): Difference {
  if (before.length === 0 || after.length === 0) return { gone: before, come: after };
  const left = new Map<string, Issue[]>();
  for (const issue of before) {
    const text = issueText(issue);
    const same = left.get(text);
    if (same) same.push(issue);
    else left.set(text, [issue]);
  }
  const come = after.filter((issue) => left.get(issueText(issue))?.pop() === undefined);
  return { gone: [...left.values()].flat(), come };
}
