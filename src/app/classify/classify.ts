import type Fraction from 'fraction.js';
import { type ClassificationScheme, type CodeList, type Issue, makeIssue, nearestOf } from '../../model';
import { countAtEnd, type Place, placesByIndex, shareIndices } from '../../scoring/classes';
import type { Snapshot } from '../../workbook/snapshot';
import { amountAt, readTable, type TableRow } from '../../workbook/tables';
import type { ClassifiedCustomer } from './customer';
import { differences, type OwnerCount, ownerCounts } from './differences';

/** How a group was divided. */
export interface ClassifiedGroup {
  readonly code: string;
  readonly size: number;
  /** Customers at each end before ties. */
  readonly ends: number;
  /** Nothing of it is known: one of its figures has a fault. */
  readonly isBlocked: boolean;
}

export interface Classification {
  readonly scheme: ClassificationScheme;
  readonly snapshot: Snapshot;
  readonly customers: readonly ClassifiedCustomer[];
  readonly groups: readonly ClassifiedGroup[];
  /** How many recorded classes differ, by those whose customers they are; `null` where none are recorded. */
  readonly differing: readonly OwnerCount[] | null;
  readonly issues: readonly Issue[];
}

/** A row as it was read, before its group is ranked. */
interface Draft {
  readonly row: TableRow;
  readonly codes: Readonly<Record<string, string | null>>;
  readonly amounts: readonly (Fraction | null)[];
}

/**
 * Classifies the customers of a workbook. A figure with a fault leaves its whole group without a scale, for the
 * group's totals hang on it; a row whose group is not known leaves every group so. Pure; nothing is written.
 */
export function classifyCustomers(snapshot: Snapshot, scheme: ClassificationScheme): Classification {
  const table = readTable(snapshot, scheme.sheet, scheme.fields, scheme.totals);
  const issues: Issue[] = [...table.issues];
  if (table.sheet !== null && table.rows.length === 0) issues.push(noRows(table.sheet));
  const drafts = table.rows.map((row) => draftOf(row, snapshot, scheme, issues));
  issues.push(...sameCustomers(table.rows, scheme));
  const doubled = new Set(
    issues.filter(({ code }) => code === 'duplicate-customer').map(({ cell }) => cell?.row),
  );
  const { groups, ranked } = rank(drafts, doubled, scheme, issues);
  const customers = drafts.map((draft, index) => customerOf(draft, ranked[index] ?? null, scheme));
  const recorded = table.columns.has(scheme.compare.field);
  if (recorded) issues.push(...differences(customers, scheme));
  return {
    scheme,
    snapshot,
    customers,
    groups,
    differing: recorded ? ownerCounts(customers, scheme) : null,
    issues: issues.sort((one, other) => (one.cell?.row ?? -1) - (other.cell?.row ?? -1)),
  };
}

function noRows(sheet: string): Issue {
  return makeIssue('sheet-missing', {
    sheet,
    received: '没有数据行',
    expected: '每个客户一行',
    message: `工作表“${sheet}”认出了表头,但下面没有一行数据。`,
  });
}

function draftOf(row: TableRow, snapshot: Snapshot, scheme: ClassificationScheme, issues: Issue[]): Draft {
  const codes = Object.fromEntries(
    scheme.codes.map((list) => [list.field, codeAt(row, list, scheme, issues)]),
  );
  const amounts = scheme.scale.shares.map((id) => {
    const { value, issue } = amountAt(
      snapshot,
      row,
      scheme.fields.find((field) => field.id === id)!,
    );
    if (issue) issues.push(issue);
    return value;
  });
  return { row, codes, amounts };
}

/** The code that a word means, or that stands there itself; `null` (with an issue) where it is none. */
function codeAt(
  row: TableRow,
  { field, values }: CodeList,
  scheme: ClassificationScheme,
  issues: Issue[],
): string | null {
  const text = row.text(field).replace(/\s/g, '');
  const found = values.find(
    ({ code, name, synonyms }) => code === text.toUpperCase() || [name, ...synonyms].includes(text),
  );
  if (found) return found.code;
  const known = values.map(({ code, name }) => `${name}(${code})`).join('、');
  const meant = nearestOf(
    text,
    values.map(({ name }) => name),
  );
  const hint = meant === null ? '' : `是否想写“${meant}”?`;
  const title = scheme.fields.find(({ id }) => id === field)?.name ?? field;
  const what = text === '' ? '是空的' : `写的是“${text}”,不认识`;
  issues.push(
    makeIssue('code-unknown', {
      cell: row.cell(field),
      received: text,
      expected: known,
      message: `“${title}”这里${what}。${hint}可以写:${known}。`,
    }),
  );
  return null;
}

/** Two rows of one customer: the totals would count it twice. */
function sameCustomers(rows: readonly TableRow[], { identity }: ClassificationScheme): Issue[] {
  const seen = new Map<string, TableRow>();
  return rows.flatMap((row) => {
    const number = row.text(identity.number);
    const key = number === '' ? `\n${row.text(identity.name)}` : number;
    const before = seen.get(key);
    if (!before) {
      seen.set(key, row);
      return [];
    }
    const cell = row.cell(number === '' ? identity.name : identity.number);
    const shown = number === '' ? row.text(identity.name) : number;
    const message = `“${shown}”在第 ${before.row + 1} 行已经有了,购进会重复计算。请删去重复的一行。`;
    return [makeIssue('duplicate-customer', { cell, received: shown, expected: '每个客户一行', message })];
  });
}

interface Ranked {
  readonly index: Fraction;
  readonly place: Place;
}

function rank(
  drafts: readonly Draft[],
  doubled: ReadonlySet<number | undefined>,
  { scale, codes }: ClassificationScheme,
  issues: Issue[],
): { groups: readonly ClassifiedGroup[]; ranked: readonly (Ranked | null)[] } {
  const ranked: (Ranked | null)[] = drafts.map(() => null);
  const allBlocked = drafts.some((draft) => draft.codes[scale.group] === null);
  const known = codes.find(({ field }) => field === scale.group)?.values ?? [];
  const groups = known.flatMap(({ code, name }): ClassifiedGroup[] => {
    const members = drafts.flatMap((draft, index) => (draft.codes[scale.group] === code ? [index] : []));
    if (members.length === 0) return [];
    const amounts = members.map((index) => drafts[index]!.amounts);
    const isFaulty = members.some(
      (index) => doubled.has(drafts[index]!.row.row) || drafts[index]!.amounts.includes(null),
    );
    const indices = allBlocked || isFaulty ? null : shareIndices(amounts as readonly (readonly Fraction[])[]);
    if (!allBlocked && !isFaulty && indices === null)
      issues.push(noTotal(drafts[members[0]!]!.row, name, scale.shares[0]!));
    const places = indices ? placesByIndex(indices, scale.ends) : [];
    members.forEach((at, position) => {
      const index = indices?.[position];
      const place = places[position];
      ranked[at] = index && place ? { index, place } : null;
    });
    const ends = countAtEnd(members.length, scale.ends);
    return [{ code, size: members.length, ends, isBlocked: indices === null }];
  });
  return { groups, ranked };
}

function noTotal(row: TableRow, group: string, field: string): Issue {
  return makeIssue('denominator-zero', {
    cell: row.cell(field),
    received: '0',
    expected: '大于 0 的合计',
    message: `“${group}”的客户购进合计是 0,比重无法计算。请核对这一业态的购进数据。`,
  });
}

function customerOf(
  { row, codes }: Draft,
  ranked: Ranked | null,
  scheme: ClassificationScheme,
): ClassifiedCustomer {
  const scale = ranked ? scheme.scale.classes[ranked.place] : null;
  const parts = [...scheme.codes.map(({ field }) => codes[field] ?? null), scale];
  return {
    row,
    name: row.text(scheme.identity.name),
    number: row.text(scheme.identity.number),
    codes,
    index: ranked?.index ?? null,
    scale,
    code: parts.includes(null) ? null : parts.join(''),
    recorded: row.text(scheme.compare.field).replace(/\s/g, '').toUpperCase(),
  };
}
