import type { Issue, Scheme, SheetDefinition } from '../../model';
import type { SheetSnapshot, Snapshot } from '../snapshot';
import { type Answers, answersOfTabs, NO_ANSWERS, orphansOf, type SheetAnswer, type Tab } from './answers';
import { claimsOf } from './claims';
import { classify, ruleHits } from './classify';
import { assignColumns } from './columns';
import { newDraft } from './draft';
import { ofHead } from './head';
import { findHeader, type HeaderBlock } from './header';
import type { SheetLayout } from './layout';
import { readMeta } from './meta';
import { isSchemeSheet } from '../schemeSheet/blocks';
import { underReached } from './reached';
import { formAnswers, formOf } from './forms';
import { sideBlockStart } from './sideBlock';
import { type Vocabulary, vocabularyOf } from './vocabulary';

/** How a workbook is read: a layout for each sheet that the scheme knows. */
export interface Recognition {
  readonly vocabulary: Vocabulary;
  /** In the order of the tabs. */
  readonly layouts: readonly SheetLayout[];
  /** Tabs that hold nothing the scheme knows, or that are to be left alone, with what could be seen of them. */
  readonly ignored: readonly IgnoredTab[];
  readonly issues: readonly Issue[];
}

/** A sheet that is not read. */
export interface IgnoredTab extends Tab {
  /** What somebody has said of it. */
  readonly answer: SheetAnswer | null;
}

/** Recognises each sheet by its header cells (contract §1). Looks at headers alone, never through the data. */
export function recognise(snapshot: Snapshot, scheme: Scheme, answers: Answers = NO_ANSWERS): Recognition {
  const vocabulary = vocabularyOf(scheme);
  const tabs = snapshot.sheets.map((sheet) => ({
    sheet,
    header: isOfRules(sheet, vocabulary) ? null : findHeader(sheet, vocabulary),
  }));
  const given = answersOfTabs(tabs, answers);
  const layouts: SheetLayout[] = [];
  const ignored: IgnoredTab[] = [];
  const first = tabs.map((tab) => {
    const answer = given.get(tab.sheet.name) ?? null;
    return { tab, answer, layout: recogniseSheet(tab, vocabulary, answer) };
  });
  const forms = formAnswers(first, orphansOf(answers, given));
  for (const { tab, answer, layout: own } of first) {
    const shared = answer === null && forms.size > 0 ? (forms.get(formOf(tab.header)) ?? null) : null;
    const other = shared && recogniseSheet(tab, vocabulary, shared);
    const layout = other?.definition.kind === 'card' ? other : own;
    if (layout) layouts.push(layout);
    else ignored.push({ ...tab, answer });
  }
  for (const tab of ignored.filter(({ answer }) => answer === null)) {
    const layout = layoutOfReached(tab, vocabulary, layouts);
    if (!layout) continue;
    ignored.splice(ignored.indexOf(tab), 1);
    layouts.push(layout);
    const order = snapshot.sheets.map(({ name }) => name);
    layouts.sort((one, other) => order.indexOf(one.sheet.name) - order.indexOf(other.sheet.name));
  }
  const bare = layouts.filter(isBareRoster);
  if (layouts.some((layout) => layout.definition.kind === 'roster' && !bare.includes(layout))) {
    // Beside a roster with its areas, another list of persons is the staff's own.
    for (const layout of bare) {
      layouts.splice(layouts.indexOf(layout), 1);
      ignored.push({ sheet: layout.sheet, header: layout.header, answer: layout.answer });
    }
  }
  return { vocabulary, layouts, ignored, issues: layouts.flatMap((layout) => layout.issues) };
}

/** Whether it is a sheet of rules, which says so near its top. */
const isOfRules = ofHead(isSchemeSheet);

/** The header of a sheet whose rules are called `…得分`; `null` where none is. */
const headerOfReached = ofHead((head, vocabulary): HeaderBlock | null => {
  const header = findHeader(head, vocabulary);
  return header && underReached(header, vocabulary);
});

const VISITED = ['household', 'licence', 'date'];

/**
 * Visits under headers of points reached (`价签维护得分`) are asked about where no other sheet says what was found in the
 * post; beside one they are the staff's own computation.
 */
function layoutOfReached(
  { sheet, header }: Tab,
  vocabulary: Vocabulary,
  layouts: readonly SheetLayout[],
): SheetLayout | null {
  const own = header && headerOfReached(sheet, vocabulary);
  if (!own || !VISITED.some((field) => claimsOf(own, vocabulary).fields.has(field))) return null;
  const layout = layoutOf(sheet, own, vocabulary, null);
  if (layout?.definition.kind !== 'matrix' && layout?.definition.kind !== 'combined') return null;
  const isTold = layouts.some(({ definition, post }) => {
    if (definition.kind === 'matrix') return post === null || layout.post === null || post === layout.post;
    return definition.kind === 'combined' || definition.kind === 'findings' || definition.kind === 'card';
  });
  return isTold ? null : layout;
}

/** A list of persons and posts without anything that a roster has beside them. */
function isBareRoster(layout: SheetLayout): boolean {
  const { definition, fields, answer } = layout;
  if (answer?.definition === definition.id) return false;
  return definition.kind === 'roster' && !definition.optional.some((field) => fields.has(field));
}

/** The layout of one sheet, `null` where the scheme has none like it. */
function recogniseSheet(tab: Tab, vocabulary: Vocabulary, answer: SheetAnswer | null): SheetLayout | null {
  if (!tab.header || answer?.definition === null) return null;
  if (answer !== null) return layoutOf(tab.sheet, tab.header, vocabulary, answer);
  const own = unanswered(tab.sheet, vocabulary);
  return own && { ...own, sheet: tab.sheet };
}

/** How a sheet is read of which nobody has said anything. */
const unanswered = ofHead((head, vocabulary): SheetLayout | null => {
  const header = findHeader(head, vocabulary);
  return header && layoutOf(head, header, vocabulary, null);
});

function layoutOf(
  sheet: SheetSnapshot,
  header: HeaderBlock,
  vocabulary: Vocabulary,
  answer: SheetAnswer | null,
): SheetLayout | null {
  const sheetPost = postOfSheet(sheet, header, vocabulary);
  const meta = readMeta(sheet, header.top, vocabulary.scheme.words);
  const hits = ruleHits(header, vocabulary, sheetPost);
  const chosen = vocabulary.scheme.sheets.find((each) => each.id === answer?.definition);
  const found = chosen
    ? { definition: chosen, confidence: 1, evidence: ['由使用者选定'] }
    : classify(sheet, header, vocabulary, hits, sheetPost, meta.keys());
  if (!found) return null;
  const { definition } = found;
  const undecided = ('undecided' in found ? found.undecided : undefined) ?? [];
  const post = undecided.length > 0 ? null : (definition.post ?? null);
  const draft = newDraft(
    sheet,
    withoutSideBlock(header, vocabulary, definition),
    definition,
    vocabulary,
    answer,
    undecided,
  );
  const columns = assignColumns(draft, hits, sheetPost, meta);
  return {
    sheet,
    definition,
    header,
    fields: columns.fields,
    rules: columns.rules,
    persons: columns.persons,
    totals: columns.totals,
    meta,
    post,
    undecided,
    confidence: columns.issues.length > 0 ? Math.min(found.confidence, 0.5) : found.confidence,
    evidence: found.evidence,
    unreadable: columns.unreadable,
    issues: columns.issues,
    answer,
  };
}

/** The header without a block of departments on the right of the persons, which is a table of its own. */
function withoutSideBlock(
  header: HeaderBlock,
  vocabulary: Vocabulary,
  definition: SheetDefinition,
): HeaderBlock {
  if (!definition.block) return header;
  const heads = header.columns.map(({ column, leaf }) => ({ column, text: leaf }));
  const start = sideBlockStart(heads, vocabulary, definition);
  if (start === null) return header;
  return { ...header, columns: header.columns.filter(({ column }) => column < start) };
}

/** The post that the rows above the header, the parents in it or the tab's name speak of. */
function postOfSheet(sheet: SheetSnapshot, header: HeaderBlock, vocabulary: Vocabulary): string | null {
  const fromParents = new Set<string>();
  for (const { parents } of header.columns)
    for (const text of parents) {
      const post = vocabulary.postIn(text);
      if (post !== null) fromParents.add(post);
    }
  if (fromParents.size === 1) return [...fromParents][0]!;
  if (fromParents.size > 1) return null;
  const own = ownPersons(header, vocabulary);
  if (own !== null) return own;
  for (let row = sheet.top; row < header.top; row++) {
    for (const value of sheet.values[row - sheet.top] ?? []) {
      const post = typeof value === 'string' ? vocabulary.postIn(value) : null;
      if (post !== null) return post;
    }
  }
  return vocabulary.postIn(sheet.name);
}

/** The post over whose name the persons stand (`专管员`), where no column is called 姓名; `null` with several. */
function ownPersons(header: HeaderBlock, vocabulary: Vocabulary): string | null {
  const { fields, persons } = claimsOf(header, vocabulary);
  if (fields.has('name')) return null;
  const posts = new Set(persons.map((hit) => hit.post));
  return posts.size === 1 ? [...posts][0]! : null;
}
