import { type FieldDefinition, type Issue, makeIssue, type SheetDefinition } from '../../model';
import { answeredColumns } from './answers';
import { claimsOf } from './claims';
import { type RuleHit, ruleHits } from './classify';
import { ambiguous, type Draft, headerCell, postName, unclearPost } from './draft';
import type { HeaderColumn } from './header';
import type { MetaValue, PersonColumn, RuleColumn, TotalColumn } from './layout';
import { requireFields, requireRules } from './required';
import { countsFaults, notDeducted, saysReached } from './ruleUnits';
import { assignTotals } from './totals';

/** Which column is what on one sheet, and what could not be told. */
export interface ColumnAssignment {
  readonly fields: ReadonlyMap<string, HeaderColumn>;
  readonly rules: readonly RuleColumn[];
  readonly persons: readonly PersonColumn[];
  readonly totals: readonly TotalColumn[];
  readonly unreadable: ReadonlySet<string>;
  readonly issues: readonly Issue[];
}

/**
 * Assigns the columns of a recognised sheet to fields, household rules and persons. `hits` are the columns of rules as
 * the sheet's own post has them.
 */
export function assignColumns(
  draft: Draft,
  hits: readonly RuleHit[],
  sheetPost: string | null,
  meta: ReadonlyMap<string, MetaValue>,
): ColumnAssignment {
  const { definition, vocabulary } = draft;
  applyAnswer(draft);
  const grid = isGrid(definition);
  const post = definition.post ?? sheetPost;
  const rules =
    grid && draft.undecided.length === 0
      ? assignRules(draft, post === sheetPost ? hits : ruleHits(draft.header, vocabulary, post))
      : [];
  for (const field of definition.fields) assignField(draft, vocabulary.field(field));
  if (definition.kind === 'matrix') for (const id of ROW_PERSON) assignField(draft, vocabulary.field(id));
  else assignPostAsName(draft, post);
  if (definition.kind === 'card') assignCounts(draft);
  if (definition.kind === 'combined') assignRowPerson(draft);
  const persons = assignPersons(draft, rules);
  if (grid) requireRules(draft, rules, persons);
  requireFields(draft, meta);
  if (draft.undecided.length > 0) unclearPost(draft);
  const totals = definition.kind === 'combined' ? assignTotals(draft, rules) : [];
  return { fields: draft.fields, rules, persons, totals, unreadable: draft.unreadable, issues: draft.issues };
}

function isGrid({ kind }: SheetDefinition): boolean {
  return kind === 'matrix' || kind === 'combined';
}

/** Who a row of a grid is about where each row says it, with or without their post. */
const ROW_PERSON = ['name', 'post'] as const;

/** A combined matrix without columns of persons a post may name one person and the post in each row. */
function assignRowPerson(draft: Draft): void {
  const { fields, persons } = claimsOf(draft.header, draft.vocabulary);
  if (persons.length > 0 || !ROW_PERSON.every((id) => fields.has(id))) return;
  for (const id of ROW_PERSON) assignField(draft, draft.vocabulary.field(id));
}

/** A card may say how many faults there were in place of their points (R4b); the form that is handed out does not. */
function assignCounts(draft: Draft): void {
  const counts = draft.vocabulary.scheme.fields.find(({ type }) => type === 'findingCount');
  if (counts) assignField(draft, counts);
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

function assignField(draft: Draft, field: FieldDefinition): void {
  if (draft.fields.has(field.id)) return;
  const equal = bestClaims(draft, field);
  if (equal.length === 0) return;
  // 区域 beside 片区 in a roster: the one that is another field's own name is that.
  const free = equal.filter((column) => !isOwnOfAnother(draft, column, field));
  const winners = equal.length > 1 && free.length === 1 ? free : equal;
  if (winners.length > 1 && mattersWhich(draft, field)) {
    draft.unreadable.add(field.id);
    winners.forEach((column) => draft.taken.add(column.column));
    ambiguous(draft, winners, field.name);
    return;
  }
  if (winners.length > 1 && OWN_TOTALS.has(field.id)) return;
  draft.fields.set(field.id, winners[0]!);
  draft.taken.add(winners[0]!.column);
}

/** The free columns that claim a field most strongly; none where no column does. */
function bestClaims({ header, taken, vocabulary }: Draft, { id }: FieldDefinition): readonly HeaderColumn[] {
  let best = 0;
  let equal: HeaderColumn[] = [];
  for (const { column, strength } of claimsOf(header, vocabulary).fields.get(id) ?? []) {
    if (taken.has(column.column) || strength < best) continue;
    if (strength > best) equal = [];
    best = strength;
    equal.push(column);
  }
  return equal;
}

function isOwnOfAnother(
  { definition, vocabulary }: Draft,
  column: HeaderColumn,
  field: FieldDefinition,
): boolean {
  return vocabulary
    .fieldClaims(column.leaf)
    .some((each) => each.strength === 3 && each.field !== field.id && definition.fields.includes(each.field));
}

/** The post's name over names (`客户经理(姓名)`) is a person where no other column is. */
function assignPostAsName(draft: Draft, post: string | null): void {
  if (!draft.definition.fields.includes('name') || draft.fields.has('name') || draft.unreadable.has('name'))
    return;
  const hits = claimsOf(draft.header, draft.vocabulary).persons.filter(
    (hit) => !draft.taken.has(hit.column.column) && (post === null || hit.post === post),
  );
  if (hits.length !== 1) return;
  draft.fields.set('name', hits[0]!.column);
  draft.taken.add(hits[0]!.column.column);
}

/** A second column of free text changes no figure; a second customer name only where no licence tells them apart. */
function mattersWhich(draft: Draft, field: FieldDefinition): boolean {
  if (field.id === 'household') {
    return !claimsOf(draft.header, draft.vocabulary).fields.has('licence');
  }
  // Totals of the staff's own are compared, never counted.
  return field.type !== 'text' && !OWN_TOTALS.has(field.id);
}

const OWN_TOTALS: ReadonlySet<string> = new Set(['rowTotal', 'rowScore', 'itemScore', 'itemPoints']);

function assignRules(draft: Draft, hits: readonly RuleHit[]): RuleColumn[] {
  const rules: RuleColumn[] = [];
  const { post } = draft.definition;
  // A header of another post's rule is no column of this sheet.
  const own = post === undefined ? hits : hits.filter((hit) => hit.posts.includes(post));
  const byRule = columnsByRule(draft, own);
  const reached: HeaderColumn[] = [];
  for (const [id, columns] of byRule) {
    const rule = draft.vocabulary.rule(id)!;
    if (columns.length > 1) {
      draft.unreadable.add(id);
      ambiguous(draft, columns, `${rule.id} ${rule.title}`);
      continue;
    }
    const column = columns[0]!;
    if (!draft.answered.has(id) && saysReached(draft, column)) {
      draft.unreadable.add(id);
      reached.push(column);
      continue;
    }
    rules.push({
      column: column.column,
      indicator: rule.id,
      post: rule.posts[0]!,
      counts: countsFaults(draft, column),
      points: rule.points,
      header: column.leaf,
      headerRow: column.leafRow,
    });
  }
  if (reached.length > 0) notDeducted(draft, reached);
  return rules.sort((one, other) => one.column - other.column);
}

/** A column that only resembles a rule is its column where no other is: `卷烟库存数量` beside `卷烟库存` is a note. */
function columnsByRule(draft: Draft, hits: readonly RuleHit[]): ReadonlyMap<string, HeaderColumn[]> {
  const byRule = new Map<string, HeaderColumn[]>();
  for (const [id, column] of draft.answered) if (draft.vocabulary.rule(id)) byRule.set(id, [column]);
  const free = hits.filter((hit) => !draft.taken.has(hit.column.column));
  for (const exact of [true, false]) {
    const before = new Set(byRule.keys());
    for (const { column, claim } of free.filter((hit) => (hit.claim.by !== 'part') === exact)) {
      const ids = claim.indicators.filter((id) => exact || !before.has(id));
      if (ids.length === 0) continue;
      draft.taken.add(column.column);
      if (ids.length > 1) unclearRule(draft, column, ids);
      else if (!draft.answered.has(ids[0]!)) byRule.set(ids[0]!, [...(byRule.get(ids[0]!) ?? []), column]);
    }
  }
  return byRule;
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
  const hits = claimsOf(draft.header, draft.vocabulary).persons.filter(
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
    } else if (draft.definition.kind === 'combined' && !name) {
      if (own[0]) persons.push({ column: own[0].column, post });
    } else if (name ?? own[0]) persons.push({ column: (name ?? own[0]!).column, post });
  }
  return persons;
}
