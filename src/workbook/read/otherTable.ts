import type { CellValue, SheetDefinition } from '../../model';
import type { SheetLayout } from '../recognise/layout';
import { headRows } from '../recognise/headRows';
import { headerKeys, normaliseHeader } from '../recognise/normalise';
import { FIELD, kindsOf, RULE } from '../recognise/textKinds';
import type { Vocabulary } from '../recognise/vocabulary';
import { valueAt } from '../snapshot';

/** What a row of headers below the sheet's own header begins. */
export interface OtherTable {
  /** The first cell (0-based column) that is no header of its own column. */
  readonly column: number;
  /** The rows below may hold what the sheet is read for: they must not be left out silently, nor read by other headers. */
  readonly isOfKind: boolean;
  /** Posts whose rules or figures its headers name. */
  readonly posts: readonly string[];
}

/** Fields that tables of every kind have. */
const COMMON: ReadonlySet<string> = new Set([
  'sequence',
  'department',
  'name',
  'post',
  'note',
  'rowTotal',
  'rowScore',
  'itemScore',
]);

/** The least headers of its own table that a row repeats before it is taken for a row of headers. */
const LEAST_REPEATED = 2;

/**
 * Looks at a row whose first text is one of the sheet's headers (rulebook §3: a header may be repeated on each printed
 * page). `'same'` where the row repeats the header, `null` where it is no row of headers, else the table that it begins:
 * rows below it would otherwise be read by headers that are not theirs.
 */
export function otherTable(
  layout: SheetLayout,
  vocabulary: Vocabulary,
  cells: readonly CellValue[],
): OtherTable | 'same' | null {
  const own = ownHeaders(layout);
  const filled = filledOf(cells);
  const repeated = filled.filter(([, cell]) => own.all.has(normaliseHeader(String(cell)))).length;
  if (repeated < LEAST_REPEATED || filled.some(([, cell]) => !mayStandInHeader(cell, vocabulary)))
    return null;
  const line = own.lineOf(filled);
  const strays = filled.filter(([at, cell]) => !fits(String(cell), own.texts(line, at), vocabulary));
  // A misspelt word, or another one over what is not read, does not make it another table; many of them do.
  const stray = strays.find((each) => mayMislead(each, layout, vocabulary));
  if (!stray && strays.length * 2 < filled.length) return 'same';
  return tableFrom(stray ?? strays[0]!, filled, layout, vocabulary);
}

/**
 * Whether another known header stands over a column that the sheet is read by. Over one that is not read it misleads
 * nobody: that the column is missing above has been reported where it matters, and others are still scored.
 */
function mayMislead(
  [at, cell]: readonly [number, CellValue],
  layout: SheetLayout,
  vocabulary: Vocabulary,
): boolean {
  const isKnown = (kindsOf(String(cell), vocabulary) & (FIELD | RULE)) !== 0;
  return isKnown && isRead(layout.sheet.left + at, layout);
}

/** Whether the sheet is read by a column (0-based). */
function isRead(column: number, { fields, rules, persons, totals }: SheetLayout): boolean {
  if ([...rules, ...persons, ...totals].some((each) => each.column === column)) return true;
  return [...fields.values()].some((each) => each.column === column);
}

function tableFrom(
  stray: readonly [number, CellValue],
  filled: readonly (readonly [number, CellValue])[],
  layout: SheetLayout,
  vocabulary: Vocabulary,
): OtherTable {
  const texts = filled.map(([, cell]) => String(cell));
  const column = layout.sheet.left + stray[0];
  return { column, isOfKind: isOfKind(texts, layout, vocabulary), posts: postsIn(texts, layout, vocabulary) };
}

/** The least cells of a row above the sheet's own header that heads a table, and of a row of data below it. */
const LEAST_FILLED = 3;

/**
 * The table of the same kind that stands above the sheet's own, whose header has more known texts; `null` where none
 * does. Its rows would be taken for a title.
 */
export function tableAbove(
  layout: SheetLayout,
  vocabulary: Vocabulary,
): (OtherTable & { readonly row: number }) | null {
  const { sheet, header } = layout;
  const { known } = headRows(sheet, vocabulary);
  const above = sheet.values.slice(0, Math.min(header.top - sheet.top, known.length)).map(filledOf);
  for (const [at, filled] of above.entries()) {
    // Labels stand beside their values (`许可证号 | 6401…`), headers beside each other, with rows of data below.
    if (known[at]! < LEAST_FILLED || known[at]! * 3 < filled.length * 2) continue;
    if (filled.some(([, cell]) => !mayStandInHeader(cell, vocabulary))) continue;
    if (!above.slice(at + 1).some((cells) => cells.length >= LEAST_FILLED)) continue;
    const texts = filled.map(([, cell]) => String(cell));
    if (layout.definition.kind === 'card' && !fieldsIn(texts, vocabulary).has('item')) continue;
    if (!isOfKind(texts, layout, vocabulary)) continue;
    const place = { row: sheet.top + at, column: sheet.left + filled[0]![0] };
    return { ...place, isOfKind: true, posts: postsIn(texts, layout, vocabulary) };
  }
  return null;
}

const filledOf = (cells: readonly CellValue[]): [number, CellValue][] =>
  [...cells.entries()].filter(([, cell]) => cell !== '' && cell !== undefined);

const fieldsIn = (texts: readonly string[], vocabulary: Vocabulary): ReadonlySet<string> =>
  new Set(texts.flatMap((text) => vocabulary.fieldClaims(text).map(({ field }) => field)));

/** Whether headers are those of what the sheet is read for: one of its own, or all that it must have. */
function isOfKind(texts: readonly string[], layout: SheetLayout, vocabulary: Vocabulary): boolean {
  if (texts.some((text) => isRule(text, vocabulary))) return true;
  const claimed = fieldsIn(texts, vocabulary);
  const own = ownFields(alike(layout, vocabulary));
  return [...claimed].some((field) => own.has(field)) || holdsAll(layout.definition.required, claimed);
}

const isRule = (text: string, vocabulary: Vocabulary): boolean => (kindsOf(text, vocabulary) & RULE) !== 0;

type Requirement = SheetDefinition['required'][number];

/** All of a list, whose inner lists hold choices: one of them, which may be several together. */
function holdsAll(required: readonly Requirement[], claimed: ReadonlySet<string>): boolean {
  return required.every((each) =>
    typeof each === 'string'
      ? claimed.has(each)
      : each.some((choice) =>
          (typeof choice === 'string' ? [choice] : choice).every((id) => claimed.has(id)),
        ),
  );
}

/** Posts of which the headers name rules that the sheet's own post does not have, or fields of their own sheets. */
function postsIn(texts: readonly string[], layout: SheetLayout, vocabulary: Vocabulary): string[] {
  const own = layout.post ?? '';
  const rules = texts.filter((text) => isRule(text, vocabulary));
  const posts = rules.flatMap((text) => {
    const claim = vocabulary.ruleClaim(text, null);
    const named = claim ? vocabulary.postsOfRules(claim) : [];
    return named.includes(own) ? [] : named;
  });
  const claimed = fieldsIn(texts, vocabulary);
  for (const sheet of alike(layout, vocabulary)) {
    if (sheet.kind !== 'measures' || sheet.post === undefined) continue;
    const fields = ownFields([sheet]);
    if ([...claimed].some((field) => fields.has(field))) posts.push(sheet.post);
  }
  return [...new Set(posts)];
}

/** Texts alone, or a printed number such as 1.2, make a header. */
function mayStandInHeader(cell: CellValue, vocabulary: Vocabulary): boolean {
  return typeof cell === 'string' || (typeof cell === 'number' && vocabulary.isPrintedNumber(cell));
}

interface OwnHeaders {
  readonly all: ReadonlySet<string>;
  /** The row of the header (0-based) that most of the cells repeat. */
  readonly lineOf: (filled: readonly (readonly [number, CellValue])[]) => number;
  /** What stands in that row at a position; all that stands over the column where the row is blank there. */
  readonly texts: (line: number, at: number) => readonly string[];
}

function ownHeaders({ sheet, header }: SheetLayout): OwnHeaders {
  const lines = Array.from({ length: header.bottom - header.top + 1 }, (_, at) => header.top + at);
  const textAt = (line: number, at: number): string => String(valueAt(sheet, line, sheet.left + at));
  const all = new Set<string>();
  for (const { leaf, parents } of header.columns) {
    for (const text of [leaf, ...parents]) all.add(normaliseHeader(text));
  }
  const agreeing = (line: number, filled: readonly (readonly [number, CellValue])[]): number =>
    filled.filter(([at, cell]) => normaliseHeader(textAt(line, at)) === normaliseHeader(String(cell))).length;
  return {
    all,
    lineOf: (filled) =>
      lines.reduce(
        (best, line) => (agreeing(line, filled) > agreeing(best, filled) ? line : best),
        header.top,
      ),
    texts: (line, at) => {
      const own = textAt(line, at);
      return own !== '' ? [own] : lines.map((each) => textAt(each, at)).filter((text) => text !== '');
    },
  };
}

/** Whether a text is one of the headers of its column, or another word for it. A text over no header says nothing. */
function fits(text: string, texts: readonly string[], vocabulary: Vocabulary): boolean {
  if (texts.length === 0) return (kindsOf(text, vocabulary) & (FIELD | RULE)) === 0;
  return texts.some((own) => isSameHeader(text, own, vocabulary));
}

function isSameHeader(text: string, own: string, vocabulary: Vocabulary): boolean {
  const keys = headerKeys(own);
  if (headerKeys(text).some((key) => keys.includes(key))) return true;
  const fields = vocabulary.fieldClaims(own).map(({ field }) => field);
  if (vocabulary.fieldClaims(text).some(({ field }) => fields.includes(field))) return true;
  const rules = vocabulary.ruleClaim(own, null)?.indicators ?? [];
  return (vocabulary.ruleClaim(text, null)?.indicators ?? []).some((id) => rules.includes(id));
}

/** The sheets that are read for the same section. */
const alike = ({ definition }: SheetLayout, { scheme }: Vocabulary): readonly SheetDefinition[] =>
  scheme.sheets.filter((each) => each.kind !== 'summary' && each.section === definition.section);

/** The fields that tables of other kinds do not have. */
const ownFields = (sheets: readonly SheetDefinition[]): ReadonlySet<string> =>
  new Set(sheets.flatMap(({ fields }) => fields).filter((field) => !COMMON.has(field)));
