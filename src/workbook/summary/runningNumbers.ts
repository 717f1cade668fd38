import type { CellValue } from '../../model';
import { type SheetSnapshot, valueAt } from '../snapshot';
import type { SummaryRun, SummaryTable } from './layout';

/** The running number that a value is, also where it is kept as text; `null` for what is none. */
export function runningNumber(value: CellValue): number | null {
  if (typeof value === 'number') return value;
  const text = String(value).normalize('NFKC').trim();
  return /^\d{1,6}$/.test(text) ? Number(text) : null;
}

/**
 * The running numbers (序号) of new rows: on from the highest of the table, or of the part of it that they join where each
 * part begins anew.
 */
export class RunningNumbers {
  private readonly column: number | undefined;
  private readonly restarts: boolean;
  private readonly given = new Map<SummaryRun | null, number>();

  constructor(
    private readonly sheet: SheetSnapshot,
    private readonly table: SummaryTable,
  ) {
    this.column = table.columns.get('sequence');
    const parts = table.runs.map((run) => this.numbersOf([run])).filter((numbers) => numbers.length > 0);
    this.restarts = parts.some((numbers, at) => at > 0 && numbers[0]! <= highest(parts[at - 1]!));
  }

  /** The number that stands in a 0-based row, `null` for none. */
  at(row: number): number | null {
    return this.column === undefined ? null : runningNumber(valueAt(this.sheet, row, this.column));
  }

  /** The number of the next new row of that part. */
  next(run: SummaryRun): number {
    const part = this.restarts ? run : null;
    const last = this.given.get(part) ?? this.lastOf(part ? [part] : this.table.runs);
    this.given.set(part, last + 1);
    return last + 1;
  }

  /** The highest number; where none stands, or formulas that were never calculated, that of rows that name somebody. */
  private lastOf(runs: readonly SummaryRun[]): number {
    return highest(this.numbersOf(runs)) || runs.reduce((sum, { rows }) => sum + rows.length, 0);
  }

  private numbersOf(runs: readonly SummaryRun[]): number[] {
    return runs.flatMap((run) => [...run.rows, ...run.free]).flatMap(({ row }) => this.at(row) ?? []);
  }
}

function highest(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.max(a, b), 0);
}
