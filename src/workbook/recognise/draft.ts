import { type CellRef, cellName, makeIssue, type Issue, type SheetDefinition } from '../../model';
import type { SheetSnapshot } from '../snapshot';
import type { SheetAnswer } from './answers';
import type { HeaderBlock, HeaderColumn } from './header';
import type { Vocabulary } from './vocabulary';

/** One sheet while its columns are being given out. */
export interface Draft {
  readonly sheet: SheetSnapshot;
  readonly header: HeaderBlock;
  readonly definition: SheetDefinition;
  readonly vocabulary: Vocabulary;
  readonly fields: Map<string, HeaderColumn>;
  readonly taken: Set<number>;
  /** What was answered: columns by rule id and by `person:POST`. */
  readonly answered: Map<string, HeaderColumn>;
  readonly answer: SheetAnswer | null;
  /** Posts among which nothing decides. */
  readonly undecided: readonly string[];
  readonly unreadable: Set<string>;
  readonly issues: Issue[];
}

/** A sheet of which no column has been given out yet. */
export function newDraft(
  sheet: SheetSnapshot,
  header: HeaderBlock,
  definition: SheetDefinition,
  vocabulary: Vocabulary,
  answer: SheetAnswer | null,
  undecided: readonly string[],
): Draft {
  return {
    sheet,
    header,
    definition,
    vocabulary,
    fields: new Map(),
    taken: new Set(),
    answered: new Map(),
    answer,
    undecided,
    unreadable: new Set(),
    issues: [],
  };
}

/** Where a column's header stands. */
export function headerCell(draft: Draft, column: HeaderColumn): CellRef {
  return { sheet: draft.sheet.name, row: column.leafRow, column: column.column };
}

/** First cell of the header: where a column that is not there is missing. */
function corner(draft: Draft): CellRef {
  const first = draft.header.columns[0];
  return { sheet: draft.sheet.name, row: draft.header.bottom, column: first?.column ?? 0 };
}

/** Reports columns that claim the same thing, at the last of them; `what` is for people. */
export function ambiguous(draft: Draft, columns: readonly HeaderColumn[], what: string): void {
  const cells = columns.map((each) => `${cellName(each.leafRow, each.column)}“${each.leaf}”`).join('、');
  const last = columns[columns.length - 1]!;
  draft.issues.push(
    makeIssue('header-ambiguous', {
      cell: headerCell(draft, last),
      received: cells,
      expected: `只有一列是“${what}”`,
      message: `工作表“${draft.sheet.name}”有两列都像是“${what}”:${cells}。请改正表头,或在“这张表我是这样读的”中选定一列。`,
    }),
  );
}

/** A post's own name, for people. */
export function postName(draft: Draft, post: string): string {
  return draft.vocabulary.scheme.posts.find((each) => each.id === post)?.name ?? post;
}

/** What kind of sheet it is, in brackets; nothing where its own name says so. */
function kindOf({ sheet, definition }: Draft): string {
  return sheet.name.includes(definition.name) ? '' : `(${definition.name})`;
}

/** Reports a needed column that is not there, once; whoever hangs on `id` is unscored. */
export function missing(draft: Draft, what: string, id: string): void {
  if (draft.unreadable.has(id)) return;
  draft.unreadable.add(id);
  draft.issues.push(
    makeIssue('column-missing', {
      cell: corner(draft),
      received: null,
      expected: what,
      message: `工作表“${draft.sheet.name}”${kindOf(draft)}缺少“${what}”这一列。请补上这一列,或在“这张表我是这样读的”中指定它。`,
    }),
  );
}

/** Reports a matrix that may be of several posts, at the first header that they share; nobody's rows can be told. */
export function unclearPost(draft: Draft): void {
  const names = draft.undecided.map((post) => postName(draft, post)).join('、');
  const shared = draft.header.columns.find(
    (column) => (draft.vocabulary.ruleClaim(column.leaf, null)?.indicators.length ?? 0) > 1,
  );
  draft.unreadable.add('post');
  draft.issues.push(
    makeIssue('header-ambiguous', {
      cell: shared ? headerCell(draft, shared) : corner(draft),
      received: shared?.leaf ?? draft.sheet.name,
      expected: names,
      message: `工作表“${draft.sheet.name}”看不出是哪个岗位的明细表,${names}都有这样的表头。请在标题或工作表名称里写明岗位,或在“这张表我是这样读的”中选定。`,
    }),
  );
}
