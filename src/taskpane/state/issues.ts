import type { Evaluation } from '../../app/evaluation';
import type { Assessee, Issue, IssueCode, Severity } from '../../model';
import type { Question } from './view';

export type IssueOrder = 'severity' | 'sheet' | 'person' | 'code';

export interface IssueFilter {
  /** Severities that are left out. */
  readonly hidden: readonly Severity[];
  /** `null` for all. */
  readonly sheet: string | null;
  readonly person: string | null;
  readonly code: IssueCode | null;
  readonly order: IssueOrder;
}

export const noIssueFilter: IssueFilter = {
  hidden: [],
  sheet: null,
  person: null,
  code: null,
  order: 'severity',
};

/** Issues of one group, in the order of the evaluation; `key` is '' where they have no sheet or person. */
export interface IssueGroup {
  readonly key: string;
  readonly issues: readonly Issue[];
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

function keyOf(issue: Issue, order: IssueOrder): string {
  if (order === 'severity') return issue.severity;
  if (order === 'sheet') return issue.sheet ?? '';
  if (order === 'person') return issue.person ?? '';
  return issue.code;
}

function worst(issues: readonly Issue[]): number {
  return issues.reduce(
    (rank, { severity }) => Math.min(rank, SEVERITIES.indexOf(severity)),
    SEVERITIES.length,
  );
}

/** The issues that match, grouped; inside a group and between groups the worst come first. */
export function arrangeIssues(issues: readonly Issue[], filter: IssueFilter): IssueGroup[] {
  const groups = new Map<string, Issue[]>();
  for (const issue of issues) {
    if (filter.hidden.includes(issue.severity)) continue;
    if (filter.sheet !== null && issue.sheet !== filter.sheet) continue;
    if (filter.person !== null && issue.person !== filter.person) continue;
    if (filter.code !== null && issue.code !== filter.code) continue;
    const key = keyOf(issue, filter.order);
    const group = groups.get(key);
    if (group) group.push(issue);
    else groups.set(key, [issue]);
  }
  const rank = (issue: Issue) => SEVERITIES.indexOf(issue.severity);
  return [...groups]
    .map(([key, list]) => ({ key, issues: list.sort((a, b) => rank(a) - rank(b)) }))
    .sort((a, b) => worst(a.issues) - worst(b.issues));
}

/** The first `limit` issues of the groups; groups that are left empty are dropped. */
export function limitGroups(groups: readonly IssueGroup[], limit: number): IssueGroup[] {
  let room = limit;
  const shown: IssueGroup[] = [];
  for (const { key, issues } of groups) {
    if (room <= 0) break;
    shown.push({ key, issues: issues.slice(0, room) });
    room -= issues.length;
  }
  return shown;
}

/**
 * Tells issues of a list apart by what they are about: one that is still there after an edit keeps its place on the
 * page, and the focus in it, wherever others came or went. To be asked once for each, in the order of the list.
 */
export function issueKeys(): (issue: Issue) => string {
  const met = new Map<string, number>();
  return ({ code, sheet, cell, person, department }) => {
    const about = [code, sheet, cell?.row, cell?.column, department, person].join('\u001f');
    const times = (met.get(about) ?? 0) + 1;
    met.set(about, times);
    return `${about}\u001f${times}`;
  };
}

const ABOUT: Partial<Record<IssueCode, Question['about']>> = {
  'header-ambiguous': 'column',
  'column-missing': 'sheet',
  'ambiguous-mark': 'mark',
};

/**
 * The question about the reading of a sheet that would settle an issue, `null` where none would: what stands below a
 * header is put right in its cell, and a summary by its headers.
 */
export function questionOf({ code, sheet, cell }: Issue, { readings, scheme }: Evaluation): Question | null {
  const about = ABOUT[code];
  if (about === undefined) return null;
  const reading = readings.find((each) => each.sheet === sheet);
  if (!reading) return null;
  const definition = scheme.sheets.find(({ id }) => id === reading.definition);
  if (definition?.kind === 'summary') return null;
  if (about === 'column' && reading.candidates.length > 0)
    return { sheet: reading.sheet, about: 'sheet', column: cell?.column ?? 0 };
  const inHeader = cell !== null && reading.headerRows.includes(cell.row);
  if (about === 'column' && !inHeader) return null;
  return { sheet: reading.sheet, about, column: cell?.column ?? 0 };
}

/** The issues about one person; of those that tell departments, only the ones of the person's own. */
export function issuesOf(issues: readonly Issue[], { name, department }: Assessee): readonly Issue[] {
  return issues.filter(
    (issue) => issue.person === name && (issue.department === null || sameText(issue.department, department)),
  );
}

/** A department is written with spaces in one sheet and without in another. */
function sameText(one: string, other: string): boolean {
  return one.replace(/\s/g, '') === other.replace(/\s/g, '');
}
