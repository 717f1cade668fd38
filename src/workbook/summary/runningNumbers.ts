import { type SheetSnapshot, valueAt } from '../snapshot';
import type { SummaryRun, SummaryTable } from './layout';

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
    const value = this.column === undefined ? '' : valueAt(this.sheet, row, this.column);
    return typeof value === 'number' ? value : null;
  }

  /** The number of the next new row of that part. */
  next(run: SummaryRun): number {
    const part = this.restarts ? run : null;
    const last = this.given.get(part) ?? highest(this.numbersOf(part ? [part] : this.table.runs));
    this.given.set(part, last + 1);
    return last + 1;
  }

  private numbersOf(runs: readonly SummaryRun[]): number[] {
    return runs.flatMap((run) => [...run.rows, ...run.free]).flatMap(({ row }) => this.at(row) ?? []);
  }
}

function highest(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.max(a, b), 0);
}
