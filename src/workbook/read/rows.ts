import type { Words } from '../../model';
import type { SheetLayout } from '../recognise/layout';
import { normaliseHeader } from '../recognise/normalise';
import { type SheetSnapshot, valueAt } from '../snapshot';
import { compact } from './values/text';

/** Why a row below a header was not read. */
export interface SkippedRow {
  /** 0-based. */
  readonly row: number;
  readonly reason: 'total' | 'note' | 'header' | 'title';
}

/** Tells rows of data from totals, signatures, repeated headers and titles. */
export class RowFilter {
  private readonly totals: readonly string[];
  private readonly notes: readonly string[];
  private readonly headerTexts = new Set<string>();
  private readonly titleTexts = new Set<string>();
  private readonly seen = new Map<string, SkippedRow['reason'] | null>();
  readonly skipped: SkippedRow[] = [];

  constructor(layout: SheetLayout, words: Words) {
    this.totals = words.totals.map(compact);
    this.notes = words.notes.map(compact);
    for (const column of layout.header.columns) {
      for (const text of [column.leaf, ...column.parents]) this.headerTexts.add(normaliseHeader(text));
    }
    const { sheet } = layout;
    for (let row = sheet.top; row < layout.header.top; row++) {
      for (const value of sheet.values[row - sheet.top] ?? []) {
        if (typeof value === 'string' && value !== '') this.titleTexts.add(normaliseHeader(value));
      }
    }
  }

  /** Whether the row may hold data; a row that does not is noted with the reason, blank rows are not. */
  holdsData(cells: readonly unknown[], row: number): boolean {
    let first: unknown = '';
    for (const cell of cells) {
      if (cell !== '' && cell !== undefined) {
        first = cell;
        break;
      }
    }
    if (first === '') return false;
    if (typeof first !== 'string') return true;
    const reason = this.reasonOf(first);
    if (reason === null) return true;
    if (reason === 'header' && !this.repeatsHeader(cells)) return true;
    this.skipped.push({ row, reason });
    return false;
  }

  private reasonOf(text: string): SkippedRow['reason'] | null {
    const known = this.seen.get(text);
    if (known !== undefined) return known;
    const reason = this.judge(compact(text), normaliseHeader(text));
    this.seen.set(text, reason);
    return reason;
  }

  private judge(text: string, header: string): SkippedRow['reason'] | null {
    if (this.totals.some((word) => text === word || text.endsWith(word) || text.startsWith(`${word}:`)))
      return 'total';
    if (
      this.notes.some(
        (word) => text === word || (text.startsWith(word) && /^[:(、]/.test(text.slice(word.length))),
      )
    ) {
      return 'note';
    }
    if (this.headerTexts.has(header)) return 'header';
    return this.titleTexts.has(header) ? 'title' : null;
  }

  private repeatsHeader(cells: readonly unknown[]): boolean {
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

/**
 * For the columns of persons and departments: row → row of the merged area's first cell. A blank cell means the
 * person above only inside such an area (rulebook §3).
 */
export function mergedRows(sheet: SheetSnapshot, column: number): ReadonlyMap<number, number> {
  const anchors = new Map<number, number>();
  for (const area of sheet.merges) {
    if (column < area.left || column > area.right || area.top === area.bottom) continue;
    for (let row = area.top + 1; row <= area.bottom; row++) anchors.set(row, area.top);
  }
  return anchors;
}

/** The text of a column in a row, taken from the merged area where the cell lies in one. */
export class MergedColumn {
  private readonly anchors: ReadonlyMap<number, number>;

  constructor(
    private readonly sheet: SheetSnapshot,
    readonly column: number,
  ) {
    this.anchors = mergedRows(sheet, column);
  }

  text(row: number): string {
    const value = valueAt(this.sheet, this.anchors.get(row) ?? row, this.column);
    return value === '' ? '' : String(value);
  }
}
