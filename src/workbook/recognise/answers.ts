import type { HeaderBlock, HeaderColumn } from './header';
import { normaliseHeader } from './normalise';
import type { SheetSnapshot } from '../snapshot';

/** What somebody said of one column: `field` is a field id, a rule id, `person:POST`, or `null` to leave it alone. */
export interface ColumnAnswer {
  /** The header as it stood, parents and leaf joined with ` / `; spaces and width do not matter. */
  readonly header: string;
  /** Which of several columns with that header, 0-based from the left; left out: the first. */
  readonly occurrence?: number;
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

/** The answer that belongs to a sheet: by its tab's name, else by its header where one tab alone has it. */
export function answerFor(
  sheet: SheetSnapshot,
  header: HeaderBlock | null,
  answers: Answers,
  names: ReadonlySet<string>,
): SheetAnswer | null {
  const named = answers.sheets.find((answer) => answer.sheet === sheet.name);
  if (named) return named;
  if (!header) return null;
  const own = new Set(signatureOf(header));
  const orphans = answers.sheets
    .filter((answer) => !names.has(answer.sheet) && answer.signature !== undefined)
    .map((answer) => ({ answer, share: overlap(own, answer.signature ?? []) }))
    .filter((each) => each.share >= SAME_HEADER)
    .sort((one, other) => other.share - one.share);
  const [best, second] = orphans;
  return best && best.share !== second?.share ? best.answer : null;
}

function overlap(own: ReadonlySet<string>, others: readonly string[]): number {
  const common = others.filter((text) => own.has(text)).length;
  return common / Math.max(1, own.size + others.length - common);
}

/** Column → what was answered for it. Answers for headers that are gone say nothing. */
export function answeredColumns(
  header: HeaderBlock,
  answer: SheetAnswer | null,
): ReadonlyMap<number, string | null> {
  const answered = new Map<number, string | null>();
  for (const each of answer?.columns ?? []) {
    const wanted = normaliseHeader(each.header);
    const fitting = header.columns.filter(
      (column) => normaliseHeader(headerPath(column)) === wanted || normaliseHeader(column.leaf) === wanted,
    );
    const column = fitting[each.occurrence ?? 0];
    if (column) answered.set(column.column, each.field);
  }
  return answered;
}
