import type { CellValue, PerFinding } from '../../model';
import { deductionWords, readDeduction } from '../read/values/deduction';
import { compact } from '../read/values/text';
import type { SheetLayout } from '../recognise/layout';
import type { Vocabulary } from '../recognise/vocabulary';
import { cellKey, valueAt } from '../snapshot';
import type { TableRows } from './tableRows';

/** So many of the last rows show how a sheet is kept. */
const LOOKED_AT = 500;

/** How the staff keep one sheet, as its rows show. */
export class Habits {
  private readonly rows: readonly number[];

  constructor(
    private readonly layout: SheetLayout,
    private readonly vocabulary: Vocabulary,
    rows: TableRows,
  ) {
    this.rows = rows.data.slice(-LOOKED_AT).map(({ row }) => row);
  }

  /** The mark that stands for one fault in most of the cells with a fault; `null` where figures do. */
  mark(): string | null {
    const marks: string[] = [];
    let figures = 0;
    for (const [value] of this.deductions()) {
      const reading = readDeduction(value, this.words, false, false);
      const chosen = reading.kind === 'fault' && reading.code === 'ambiguous-mark' && this.meansOne;
      if (reading.kind === 'figure') figures += 1;
      else if ((reading.kind === 'one' || chosen) && typeof value === 'string') marks.push(value.trim());
    }
    return marks.length > figures ? mostFrequent(marks) : null;
  }

  /** What stands where nothing was found, in most such cells; blank where they are blank. */
  nothing(): CellValue {
    const found: CellValue[] = [];
    let blank = 0;
    for (const [value] of this.deductions()) {
      if (value === '') blank += 1;
      else if (readDeduction(value, this.words, false, false).kind === 'nothing') found.push(value);
    }
    return found.length > blank ? mostFrequent(found)! : '';
  }

  /** Whether most rows have something in the column. */
  fills(column: number): boolean {
    const filled = this.rows.filter((row) => this.at(row, column) !== '').length;
    return filled * 2 > this.rows.length;
  }

  /** Whether most of what stands in the column are numbers, not texts. */
  hasNumbers(column: number): boolean {
    const values = this.rows.map((row) => this.at(row, column)).filter((value) => value !== '');
    return values.filter((value) => typeof value === 'number').length * 2 > values.length;
  }

  /** How the column mostly names a post, `name` where it does not yet. */
  postText(column: number, post: string, name: string): string {
    const texts = this.texts(column).filter((text) => this.vocabulary.postOf(text) === post);
    return mostFrequent(texts) ?? name;
  }

  /** How the column mostly names a rule (id, printed number or title); the title where it does not yet. */
  itemText(column: number, rule: PerFinding): string {
    const forms = [(each: PerFinding) => each.title, (each: PerFinding) => each.id, printedOf];
    const counts = forms.map(() => 0);
    for (const text of this.texts(column)) {
      const named = this.vocabulary.findings.map((each) => forms.map((form) => form(each)));
      const at = named.map((own) => own.indexOf(text)).find((index) => index >= 0);
      if (at !== undefined) counts[at]! += 1;
    }
    const best = counts.indexOf(Math.max(...counts));
    const text = forms[best]!(rule);
    const claim = text === '' ? null : this.vocabulary.ruleClaim(text, rule.posts[0]!);
    return claim?.indicators.length === 1 ? text : rule.id;
  }

  /** The formula of the last row in a column, with its row; `null` where a value stands. */
  formula(column: number): { readonly text: string; readonly row: number } | null {
    const row = this.rows.at(-1);
    const text = row === undefined ? undefined : this.layout.sheet.formulas.get(cellKey(row, column));
    return text === undefined ? null : { text, row: row! };
  }

  /** The highest running number of a column; `null` where it has none. */
  highest(column: number): number | null {
    const numbers = this.rows.map((row) => this.at(row, column)).filter((each) => typeof each === 'number');
    return numbers.length === 0 ? null : numbers.reduce((most, each) => Math.max(most, each), 0);
  }

  private get words() {
    return deductionWords(this.vocabulary.scheme.words);
  }

  private get meansOne(): boolean {
    return this.layout.answer?.mark === 'one';
  }

  private at(row: number, column: number): CellValue {
    return valueAt(this.layout.sheet, row, column);
  }

  private texts(column: number): string[] {
    return this.rows
      .map((row) => this.at(row, column))
      .filter((value) => value !== '')
      .map((value) => String(value).trim());
  }

  private *deductions(): Iterable<readonly [value: CellValue]> {
    for (const row of this.rows) for (const { column } of this.layout.rules) yield [this.at(row, column)];
  }
}

function printedOf({ printed }: PerFinding): string {
  return printed[0] ?? '';
}

function mostFrequent<Value extends CellValue>(values: readonly Value[]): Value | null {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: Value | null = null;
  for (const [value, count] of counts) if (best === null || count > counts.get(best)!) best = value;
  return best;
}

/** Names are told apart as the reading does it: spaces and widths do not matter. */
export function sameText(one: string, other: string): boolean {
  return compact(one) === compact(other);
}
