import { type CellValue, isPlainText, type Words } from '../../model';
import type { HeaderBlock } from '../recognise/header';
import type { SheetLayout } from '../recognise/layout';
import { normaliseHeader } from '../recognise/normalise';
import { namesColumns } from './columnNames';
import { FIRST, isPageNumber, LAST, rowWords, type RowWords } from './rowWords';
import { compact } from './values/text';

/** Why a row below a header was not read. */
export interface SkippedRow {
  /** 0-based. */
  readonly row: number;
  readonly reason: 'total' | 'note' | 'header' | 'title';
}

/** What may follow 合计, 平均 …: a colon or bracket, or what is summed up. */
const TOTAL_OF = /^([:(].*|每户)?(扣分|得分|分数|户数|人数|数|值)?$/;

/** Tells rows of data from totals, signatures, repeated headers and titles. */
export class RowFilter {
  private readonly words: RowWords;
  private readonly headerTexts: ReadonlySet<string>;
  private readonly titleTexts = new Set<string>();
  private readonly nameColumns: readonly number[];
  /** Position of the date in a row; -1 where the sheet has none. */
  private readonly dateAt: number;
  private readonly seen = new Map<string, SkippedRow['reason'] | null>();
  /** The name of the row before, and a text that begins rows of data: those of one person stand together. */
  private lastName: CellValue = '';
  private lastFirst: CellValue = '';
  readonly skipped: SkippedRow[] = [];
  /** The row that was asked about last begins with one of the sheet's headers. */
  beginsAsHeader = false;

  constructor(
    private readonly layout: SheetLayout,
    words: Words,
  ) {
    const name = layout.fields.get('name')?.column;
    const columns = [...layout.persons.map((person) => person.column), ...(name === undefined ? [] : [name])];
    this.nameColumns = columns.map((column) => column - layout.sheet.left);
    const date = (layout.fields.get('date') ?? layout.fields.get('receivedDate'))?.column;
    this.dateAt = date === undefined ? -1 : date - layout.sheet.left;
    this.words = rowWords(words);
    this.headerTexts = textsOf(layout.header);
    const { sheet } = layout;
    for (let row = sheet.top; row < layout.header.top; row++) {
      for (const value of sheet.values[row - sheet.top] ?? []) {
        if (value !== '') this.titleTexts.add(normaliseHeader(String(value)));
      }
    }
  }

  /** Whether the row may hold data; a row that does not is noted with the reason, blank rows are not. */
  holdsData(cells: readonly CellValue[], row: number): boolean {
    this.beginsAsHeader = false;
    const at = firstFilled(cells);
    if (at < 0) return false;
    const reason = this.reasonOfRow(at, cells, row);
    if (reason === null) return true;
    this.skipped.push({ row, reason });
    return false;
  }

  /** Notes that a row belongs to another table. */
  leaveOut(row: number): void {
    if (this.skipped[this.skipped.length - 1]?.row !== row) this.skipped.push({ row, reason: 'note' });
  }

  private reasonOfRow(at: number, cells: readonly CellValue[], row: number): SkippedRow['reason'] | null {
    const first = cells[at]!;
    for (const column of this.nameColumns) {
      const name = cells[column];
      if (name === this.lastName || typeof name !== 'string' || name === '') continue;
      if (this.reasonOf(name) === 'total') return 'total';
      this.lastName = name;
    }
    if (row === this.layout.header.bottom + 1 && (this.isPointsRow(cells) || namesColumns(cells)))
      return 'header';
    if (this.isDateAlone(cells, at)) return 'note';
    if (typeof first !== 'string' || first === this.lastFirst) return null;
    if (isDay(first) && cells.every((cell, index) => index === at || isBlankCell(cell))) return 'note';
    if (this.words.nothing.has(first) && this.saysNothing(cells)) return 'note';
    const reason = this.reasonOf(first);
    // 无 in the place of a date says nothing of the row behind it.
    if (reason === 'note' && this.words.nothing.has(compact(first)) && this.saysMore(cells, at)) return null;
    if (reason === null) this.lastFirst = first;
    this.beginsAsHeader = reason === 'header';
    if (reason === 'header') return this.repeatsHeader(cells) || this.isPointsRow(cells) ? 'header' : null;
    if (reason === 'title') return this.repeatsTitle(cells) ? 'title' : null;
    return reason;
  }

  /** Below the header, the points of every rule, or the numbers of the columns. */
  private isPointsRow(cells: readonly CellValue[]): boolean {
    const { rules, sheet } = this.layout;
    if (rules.length === 0) return false;
    const figureUnder = ({ column }: { readonly column: number }): number => {
      const text = String(cells[column - sheet.left] ?? '').normalize('NFKC');
      return Number(/^\(?(\d+(?:\.\d+)?)分?\)?$/.exec(text)?.[1] ?? NaN);
    };
    // Nothing under the first rule, as mostly: it is neither.
    if (Number.isNaN(figureUnder(rules[0]!))) return false;
    const figures = rules.map(figureUnder);
    const known = cells.filter((cell) => cell !== '' && cell !== undefined).length;
    const isPoints = rules.every((rule, at) => figures[at] === rule.points);
    if (isPoints) return known <= rules.length + 2;
    const numbered = figures.every((figure, at) => at === 0 || figure === figures[at - 1]! + 1);
    return (
      numbered && rules.length > 2 && cells.every((cell) => cell === '' || Number.isInteger(Number(cell)))
    );
  }

  /** The day of a signature: nothing else stands in the row, whose first filled cell is at `first`. */
  private isDateAlone(cells: readonly CellValue[], first: number): boolean {
    return first === this.dateAt && cells.every((cell, index) => index === first || isBlankCell(cell));
  }

  /** A form that was struck through (`/` in every cell). */
  private saysNothing(cells: readonly CellValue[]): boolean {
    return cells.every((cell) => isBlankCell(cell) || this.words.nothing.has(String(cell)));
  }

  /** More than a remark stands behind the first filled cell. */
  private saysMore(cells: readonly CellValue[], first: number): boolean {
    const { nothing } = this.words;
    return (
      cells.filter((cell, at) => at > first && !isBlankCell(cell) && !nothing.has(String(cell))).length > 1
    );
  }

  /** Every filled cell stands in the rows above the header too: a title that is printed on each page. */
  private repeatsTitle(cells: readonly CellValue[]): boolean {
    return cells.every(
      (cell) => cell === '' || cell === undefined || this.titleTexts.has(normaliseHeader(String(cell))),
    );
  }

  private reasonOf(text: string): SkippedRow['reason'] | null {
    // Most texts are somebody's name, and told as quickly as they would be found again.
    if (isPlainText(text)) return this.judge(text, text);
    const known = this.seen.get(text);
    if (known !== undefined) return known;
    const reason = this.judge(compact(text), normaliseHeader(text));
    this.seen.set(text, reason);
    return reason;
  }

  private judge(text: string, header: string): SkippedRow['reason'] | null {
    const { ends } = this.words;
    const isOne =
      ((ends[text.charCodeAt(0)]! & FIRST) | (ends[text.charCodeAt(text.length - 1)]! & LAST)) !== 0;
    const reason = isOne ? this.totalOrNote(text) : null;
    if (reason !== null) return reason;
    if (isPageNumber(text)) return 'note';
    if (this.headerTexts.has(header)) return 'header';
    return this.titleTexts.has(header) ? 'title' : null;
  }

  private totalOrNote(text: string): SkippedRow['reason'] | null {
    const end = text.replace(/[)\]]+$/, '');
    if (
      this.words.totals.some(
        (word) => end.endsWith(word) || (text.startsWith(word) && TOTAL_OF.test(text.slice(word.length))),
      )
    )
      return 'total';
    if (
      this.words.notes.some(
        (word) => text === word || (text.startsWith(word) && /^\d*[:(、.]/.test(text.slice(word.length))),
      )
    ) {
      return 'note';
    }
    if (/.:$/.test(text)) return 'note';
    return null;
  }

  private repeatsHeader(cells: readonly CellValue[]): boolean {
    let texts = 0;
    let headers = 0;
    for (const cell of cells) {
      if (typeof cell !== 'string' || cell === '') continue;
      texts += 1;
      if (this.headerTexts.has(normaliseHeader(cell))) headers += 1;
    }
    return headers >= 2 && headers * 2 >= texts;
  }
}

const texts = new WeakMap<HeaderBlock, ReadonlySet<string>>();

/** What stands in a header, worked out once. */
function textsOf(header: HeaderBlock): ReadonlySet<string> {
  let own = texts.get(header);
  if (!own) {
    own = new Set(header.columns.flatMap(({ leaf, parents }) => [leaf, ...parents]).map(normaliseHeader));
    texts.set(header, own);
  }
  return own;
}

/** `2008年7月5日`, `二○○八年七月五日`: a day as it stands below signatures. */
function isDay(text: string): boolean {
  if (!/日\s*$/.test(text)) return false;
  return /^[\d〇○零一二三四五六七八九]{2,4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日$/.test(
    compact(text),
  );
}

/** Position of the first cell that is not blank; -1 where there is none. */
function firstFilled(cells: readonly CellValue[]): number {
  for (let at = 0; at < cells.length; at++) if (!isBlankCell(cells[at])) return at;
  return -1;
}

/** Nothing stands there. The type first: it decides nearly always. */
export function isBlankCell(cell: CellValue | undefined): boolean {
  return typeof cell === 'string' ? cell === '' : cell === undefined;
}
