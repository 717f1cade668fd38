import {
  type CellRef,
  cellName,
  type FieldDefinition,
  type Issue,
  makeIssue,
  type SheetDefinition,
} from '../../model';
import type { SheetSnapshot } from '../snapshot';
import { answeredColumns, type SheetAnswer } from './answers';
import { isSatisfied, personHits, ruleHits, ruleOfColumn } from './classify';
import type { HeaderBlock, HeaderColumn } from './header';
import type { MetaValue, PersonColumn, RuleColumn } from './layout';
import { normaliseHeader } from './normalise';
import type { Vocabulary } from './vocabulary';

/** Which column is what on one sheet, and what could not be told. */
export interface ColumnAssignment {
  readonly fields: ReadonlyMap<string, HeaderColumn>;
  readonly rules: readonly RuleColumn[];
  readonly persons: readonly PersonColumn[];
  readonly unreadable: ReadonlySet<string>;
  readonly issues: readonly Issue[];
}

interface Draft {
  readonly sheet: SheetSnapshot;
  readonly header: HeaderBlock;
  readonly definition: SheetDefinition;
  readonly vocabulary: Vocabulary;
  readonly fields: Map<string, HeaderColumn>;
  readonly taken: Set<number>;
  /** What was answered: columns by rule id and by `person:POST`. */
  readonly answered: Map<string, HeaderColumn>;
  readonly answer: SheetAnswer | null;
  readonly unreadable: Set<string>;
  readonly issues: Issue[];
}

/** Assigns the columns of a recognised sheet to fields, household rules and persons. */
export function assignColumns(
  sheet: SheetSnapshot,
  header: HeaderBlock,
  definition: SheetDefinition,
  vocabulary: Vocabulary,
  sheetPost: string | null,
  meta: ReadonlyMap<string, MetaValue>,
  answer: SheetAnswer | null,
): ColumnAssignment {
  const draft: Draft = {
    sheet,
    header,
    definition,
    vocabulary,
    fields: new Map(),
    taken: new Set(),
    answered: new Map(),
    answer,
    unreadable: new Set(),
    issues: [],
  };
  applyAnswer(draft);
  const grid = definition.kind === 'matrix' || definition.kind === 'combined';
  const rules = grid ? assignRules(draft, definition.post ?? sheetPost) : [];
  for (const field of definition.fields) assignField(draft, vocabulary.field(field));
  if (definition.kind === 'matrix') assignField(draft, vocabulary.field('name'));
  const persons = grid ? assignPersons(draft, rules) : [];
  if (grid) requireRules(draft, rules, persons);
  requireFields(draft, meta);
  return { fields: draft.fields, rules, persons, unreadable: draft.unreadable, issues: draft.issues };
}

/** What somebody has said of a column comes before everything that its header says. */
function applyAnswer(draft: Draft): void {
  for (const [index, field] of answeredColumns(draft.header, draft.answer)) {
    const column = draft.header.columns.find((each) => each.column === index)!;
    draft.taken.add(index);
    if (field === null) continue;
    if (draft.vocabulary.rule(field) || field.startsWith('person:')) draft.answered.set(field, column);
    else draft.fields.set(field, column);
  }
}

function headerCell(draft: Draft, column: HeaderColumn): CellRef {
  return { sheet: draft.sheet.name, row: column.leafRow, column: column.column };
}

/** First cell of the header: where a column that is not there is missing. */
function corner(draft: Draft): CellRef {
  const first = draft.header.columns[0];
  return { sheet: draft.sheet.name, row: draft.header.bottom, column: first?.column ?? 0 };
}

function ambiguous(draft: Draft, columns: readonly HeaderColumn[], what: string): void {
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

function assignField(draft: Draft, field: FieldDefinition): void {
  if (draft.fields.has(field.id)) return;
  const claims = draft.header.columns
    .filter((column) => !draft.taken.has(column.column))
    .map((column) => ({
      column,
      strength:
        draft.vocabulary.fieldClaims(column.leaf).find((each) => each.field === field.id)?.strength ?? 0,
    }))
    .filter((claim) => claim.strength > 0);
  const best = Math.max(0, ...claims.map((claim) => claim.strength));
  const winners = claims.filter((claim) => claim.strength === best).map((claim) => claim.column);
  if (winners.length === 0) return;
  if (winners.length > 1 && mattersWhich(draft, field)) {
    draft.unreadable.add(field.id);
    winners.forEach((column) => draft.taken.add(column.column));
    ambiguous(draft, winners, field.name);
    return;
  }
  draft.fields.set(field.id, winners[0]!);
  draft.taken.add(winners[0]!.column);
}

/** A second column of free text changes no figure; a second customer name only where no licence tells them apart. */
function mattersWhich(draft: Draft, field: FieldDefinition): boolean {
  if (field.id === 'household') {
    return !draft.header.columns.some((column) =>
      draft.vocabulary.fieldClaims(column.leaf).some((claim) => claim.field === 'licence'),
    );
  }
  return field.type !== 'text';
}

function assignRules(draft: Draft, sheetPost: string | null): RuleColumn[] {
  const rules: RuleColumn[] = [];
  const byRule = new Map<string, HeaderColumn[]>();
  for (const [id, column] of draft.answered) if (draft.vocabulary.rule(id)) byRule.set(id, [column]);
  for (const { column } of ruleHits(draft.header, draft.vocabulary, sheetPost)) {
    if (draft.taken.has(column.column)) continue;
    const post = draft.vocabulary.postIn(column.parents.join(' ')) ?? sheetPost;
    const claim = ruleOfColumn(column, draft.vocabulary, post) ?? [];
    draft.taken.add(column.column);
    if (claim.length === 1 && draft.answered.has(claim[0]!)) continue;
    if (claim.length !== 1) {
      unclearRule(draft, column, claim);
      continue;
    }
    byRule.set(claim[0]!, [...(byRule.get(claim[0]!) ?? []), column]);
  }
  for (const [id, columns] of byRule) {
    const rule = draft.vocabulary.rule(id)!;
    if (columns.length > 1) {
      draft.unreadable.add(id);
      ambiguous(draft, columns, `${rule.id} ${rule.title}`);
      continue;
    }
    const column = columns[0]!;
    rules.push({
      column: column.column,
      indicator: rule.id,
      post: rule.posts[0]!,
      counts: countsFaults(draft, column),
      header: column.leaf,
      headerRow: column.leafRow,
    });
  }
  return rules.sort((one, other) => one.column - other.column);
}

/** 次数, 项数, 处数 in the header: a number of faults, not points (R4b). */
function countsFaults(draft: Draft, column: HeaderColumn): boolean {
  if (draft.answer?.deductions !== undefined) return draft.answer.deductions === 'count';
  const words = draft.vocabulary
    .field('findingCount')
    .synonyms.concat(draft.vocabulary.field('findingCount').name);
  const text = normaliseHeader(column.leaf);
  return words.some((word) => text.includes(word));
}

function unclearRule(draft: Draft, column: HeaderColumn, claim: readonly string[]): void {
  const names = claim.map((id) => `${id} ${draft.vocabulary.rule(id)?.title ?? ''}`).join(' 或 ');
  claim.forEach((id) => draft.unreadable.add(id));
  draft.issues.push(
    makeIssue('header-ambiguous', {
      cell: headerCell(draft, column),
      received: column.leaf,
      expected: names,
      message: `表头“${column.leaf}”可能是 ${names},无法确定。请在表头写上编号或完整名称,或在“这张表我是这样读的”中选定。`,
    }),
  );
}

function assignPersons(draft: Draft, rules: readonly RuleColumn[]): PersonColumn[] {
  const posts = [...new Set(rules.map((rule) => rule.post))];
  const hits = personHits(draft.header, draft.vocabulary).filter(
    (hit) => !draft.taken.has(hit.column.column),
  );
  const persons: PersonColumn[] = [];
  for (const post of posts) {
    const answered = draft.answered.get(`person:${post}`);
    const own = answered ? [answered] : hits.filter((hit) => hit.post === post).map((hit) => hit.column);
    const name = answered ? undefined : draft.fields.get('name');
    if (own.length > 1) {
      draft.unreadable.add(`person:${post}`);
      ambiguous(draft, own, postName(draft, post));
    } else if (draft.definition.kind === 'combined') {
      if (own[0]) persons.push({ column: own[0].column, post });
    } else if (name ?? own[0]) persons.push({ column: (name ?? own[0]!).column, post });
  }
  return persons;
}

function postName(draft: Draft, post: string): string {
  return draft.vocabulary.scheme.posts.find((each) => each.id === post)?.name ?? post;
}

function missing(draft: Draft, what: string, id: string): void {
  if (draft.unreadable.has(id)) return;
  draft.unreadable.add(id);
  draft.issues.push(
    makeIssue('column-missing', {
      cell: corner(draft),
      received: null,
      expected: what,
      message: `工作表“${draft.sheet.name}”(${draft.definition.name})缺少“${what}”这一列。请补上这一列,或在“这张表我是这样读的”中指定它。`,
    }),
  );
}

/** Every rule of the post needs its column, and the persons theirs; a missing one is never read as no fault. */
function requireRules(draft: Draft, rules: readonly RuleColumn[], persons: readonly PersonColumn[]): void {
  const posts = new Set(rules.map((rule) => rule.post));
  for (const post of posts) {
    if (!persons.some((person) => person.post === post)) {
      const what =
        draft.definition.kind === 'combined' ? postName(draft, post) : draft.vocabulary.field('name').name;
      missing(draft, what, `person:${post}`);
    }
    for (const rule of draft.vocabulary.findings) {
      if (rule.posts.includes(post) && !rules.some((each) => each.indicator === rule.id)) {
        missing(draft, `${rule.id} ${rule.title}`, rule.id);
      }
    }
  }
}

/** What stands above the table for all its rows needs no column. */
function requireFields(draft: Draft, meta: ReadonlyMap<string, MetaValue>): void {
  const present = new Set(draft.fields.keys());
  const readable = new Set([...present, ...draft.unreadable, ...meta.keys()]);
  for (const need of draft.definition.required) {
    if (isSatisfied(need, readable)) continue;
    if (typeof need === 'string') {
      if (need === 'name' && draft.definition.kind === 'matrix') continue;
      missing(draft, draft.vocabulary.field(need).name, need);
      continue;
    }
    const choices = need.map((choice) => (typeof choice === 'string' ? [choice] : choice));
    const nearest = [...choices].sort(
      (one, other) =>
        other.filter((id) => present.has(id)).length - one.filter((id) => present.has(id)).length,
    )[0]!;
    const absent = nearest.filter((id) => !present.has(id));
    missing(draft, absent.map((id) => draft.vocabulary.field(id).name).join('、'), absent[0]!);
  }
}
