import type { HeaderBlock, HeaderColumn } from './header';
import { normaliseHeader } from './normalise';
import type { SheetSnapshot } from '../snapshot';

/** What somebody said of one column: `field` is a field id, a rule id, `person:POST`, or `null` to leave it alone. */
export interface ColumnAnswer {
  /** The header as it stood, parents and leaf joined with ` / `; spaces and width do not matter. */
  readonly header: string;
  /** Which of several columns with that header, 0-based from the left; left out: the first. */
  readonly occurrence?: number;
  /** How many columns had that header then; where it is another number now, the answer no longer says which it means. */
  readonly among?: number;
  readonly field: string | null;
}

/** What somebody said of one sheet. Kept in the workbook, or given with `--map`. */
export interface SheetAnswer {
  /** The tab's name when it was answered. */
  readonly sheet: string;
  /** Header texts of the sheet then; finds the sheet again after its tab was renamed. */
  readonly signature?: readonly string[];
  /** Id of the scheme's sheet definition; `null`: leave the sheet alone; left out: as recognised. */
  readonly definition?: string | null;
  readonly columns?: readonly ColumnAnswer[];
  /** What √ means in the deduction columns of this sheet. */
  readonly mark?: 'nothing' | 'one';
  /** Whether figures in the deduction columns are points or numbers of faults (R4b). */
  readonly deductions?: 'points' | 'count';
}

/** All answers of a workbook. */
export interface Answers {
  readonly sheets: readonly SheetAnswer[];
}

/** No answers given yet. */
export const NO_ANSWERS: Answers = { sheets: [] };

/** Share of header texts that a renamed sheet must have in common with the one that was answered. */
const SAME_HEADER = 0.6;

/** The whole header of a column, for people and for answers. */
export function headerPath(column: HeaderColumn): string {
  return [...column.parents, column.leaf].join(' / ');
}

/** Header texts by which a sheet is known again. */
export function signatureOf(header: HeaderBlock): readonly string[] {
  return [...new Set(header.columns.map((column) => normaliseHeader(headerPath(column))))];
}

/** A sheet with its header, `null` where it has none. */
export interface Tab {
  readonly sheet: SheetSnapshot;
  readonly header: HeaderBlock | null;
}

/**
 * The answer of each sheet, by its tab's name. An answer whose tab is gone belongs to the sheet that has its header,
 * where one unanswered sheet alone has it: with two, either could be the renamed one, and both are asked about again.
 */
export function answersOfTabs(tabs: readonly Tab[], answers: Answers): ReadonlyMap<string, SheetAnswer> {
  const names = new Set(tabs.map(({ sheet }) => sheet.name));
  const given = new Map(
    answers.sheets.filter(({ sheet }) => names.has(sheet)).map((each) => [each.sheet, each]),
  );
  const orphans = answers.sheets.filter(
    ({ sheet, signature }) => !names.has(sheet) && signature !== undefined,
  );
  if (orphans.length === 0) return given;
  const open = tabs.filter(({ sheet, header }) => header !== null && !given.has(sheet.name));
  const claims = new Map<string, SheetAnswer[]>();
  for (const answer of orphans) {
    const alike = open.filter(({ header }) => hasHeader(header, answer));
    if (alike.length !== 1) continue;
    const { name } = alike[0]!.sheet;
    claims.set(name, [...(claims.get(name) ?? []), answer]);
  }
  for (const [name, claiming] of claims) if (claiming.length === 1) given.set(name, claiming[0]!);
  return given;
}

/** Answers that no tab has: what they say of a form that is filled in many times still holds. */
export function orphansOf(answers: Answers, given: ReadonlyMap<string, SheetAnswer>): readonly SheetAnswer[] {
  const used = new Set(given.values());
  return answers.sheets.filter((each) => !used.has(each));
}

function hasHeader(header: HeaderBlock | null, answer: SheetAnswer): boolean {
  return header !== null && overlap(new Set(signatureOf(header)), answer.signature ?? []) >= SAME_HEADER;
}

function overlap(own: ReadonlySet<string>, others: readonly string[]): number {
  const common = others.filter((text) => own.has(text)).length;
  return common / Math.max(1, own.size + others.length - common);
}

/** The columns that an answer's header text means, from the left. */
function columnsUnder(header: HeaderBlock, text: string): readonly HeaderColumn[] {
  const wanted = normaliseHeader(text);
  return header.columns.filter(
    (column) => normaliseHeader(headerPath(column)) === wanted || normaliseHeader(column.leaf) === wanted,
  );
}

/** How an answer names a column, so that it is found again where columns were moved or inserted. */
export type ColumnKey = Required<Omit<ColumnAnswer, 'field'>>;

/** The key of each column of a header, in their order. */
export function columnKeys({ columns }: HeaderBlock): readonly ColumnKey[] {
  const paths = columns.map(headerPath);
  const wanted = paths.map(normaliseHeader);
  const leaves = columns.map(({ leaf }) => normaliseHeader(leaf));
  return paths.map((path, at) => {
    let [occurrence, among] = [0, 0];
    for (let other = 0; other < columns.length; other++) {
      if (wanted[other] !== wanted[at] && leaves[other] !== wanted[at]) continue;
      if (other < at) occurrence += 1;
      among += 1;
    }
    return { header: path, occurrence, among };
  });
}

/** Column → what was answered for it. Answers for headers that are gone say nothing. */
export function answeredColumns(
  header: HeaderBlock,
  answer: SheetAnswer | null,
): ReadonlyMap<number, string | null> {
  const answered = new Map<number, string | null>();
  for (const each of answer?.columns ?? []) {
    const alike = columnsUnder(header, each.header);
    const column = alike[each.occurrence ?? 0];
    if (column && (each.among ?? alike.length) === alike.length) answered.set(column.column, each.field);
  }
  return answered;
}
