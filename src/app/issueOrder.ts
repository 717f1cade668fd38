import type { Issue, Severity } from '../model';
import type { Snapshot } from '../workbook/snapshot';

/** How issues are listed: by tab, then row and column; those of no sheet first. Below 0 where `one` comes first. */
export type IssueOrder = (one: Issue, other: Issue) => number;

/** The order of the issues of a workbook. */
export function issueOrder({ sheets }: Snapshot): IssueOrder {
  const order = new Map(sheets.map((sheet, index) => [sheet.name, index] as const));
  const place = (issue: Issue): number =>
    issue.sheet === null ? -1 : (order.get(issue.sheet) ?? order.size);
  return (one, other) =>
    place(one) - place(other) ||
    (one.cell?.row ?? -1) - (other.cell?.row ?? -1) ||
    (one.cell?.column ?? -1) - (other.cell?.column ?? -1);
}

/** Number of issues by severity. */
export function countIssues(issues: readonly Issue[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const issue of issues) counts[issue.severity] += 1;
  return counts;
}

/**
 * A sorted list without some issues and with others. `null` where it cannot be told: an issue is not there, or one
 * that is added would share its cell with another, whose turn only a whole pass knows.
 */
export function changedIssues(
  sorted: readonly Issue[],
  removed: readonly Issue[],
  added: readonly Issue[],
  order: IssueOrder,
): readonly Issue[] | null {
  const list = sorted.slice();
  for (const issue of removed) {
    const text = issueText(issue);
    let at = firstNotBefore(list, issue, order);
    while (at < list.length && order(list[at]!, issue) === 0 && issueText(list[at]!) !== text) at += 1;
    if (at === list.length || order(list[at]!, issue) !== 0) return null;
    list.splice(at, 1);
  }
  const places = added.map((issue) => firstNotBefore(list, issue, order));
  if (added.some((issue, index) => list[places[index]!] && order(list[places[index]!]!, issue) === 0))
    return null;
  return [...list, ...added].sort(order);
}

/** An issue as text, to tell whether two are the same. */
export function issueText(issue: Issue): string {
  return JSON.stringify(issue);
}

function firstNotBefore(list: readonly Issue[], issue: Issue, order: IssueOrder): number {
  let from = 0;
  let to = list.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (order(list[middle]!, issue) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}
