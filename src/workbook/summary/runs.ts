import type { FreeRow, SummaryRow, SummaryRun, SummaryTable } from './layout';

/** A row without a name: wholly blank, or prepared with a number (序号), perhaps with department and post. */
interface PendingRow extends FreeRow {
  readonly prepared: boolean;
}

/** The last row that a name takes, 0-based. */
function lastOf({ row, bottom }: SummaryRow): number {
  return bottom ?? row;
}

/** Collects rows into runs while a table is read from top to bottom. */
export class RunCollector {
  private readonly runs: SummaryRun[] = [];
  private rows: SummaryRow[] = [];
  private pending: PendingRow[] = [];
  private readonly strays: SummaryRow[] = [];
  private first: number;
  private lastUsed: number;

  /** `headerBottom` is the 0-based last row of the header. */
  constructor(private readonly headerBottom: number) {
    this.first = headerBottom + 1;
    this.lastUsed = headerBottom;
  }

  /** A row that names somebody. Blank rows before it are spacers and stay blank. */
  add(row: SummaryRow): void {
    this.rows.push(row);
    this.pending = [];
    this.lastUsed = lastOf(row);
  }

  /** A row of which only a name is known, and that may be none: it is looked up like the others, and is no part of a run. */
  addStray(row: SummaryRow): void {
    this.strays.push(row);
  }

  /** A row without a name. */
  addFree(free: FreeRow, prepared: boolean): void {
    this.pending.push({ ...free, prepared });
  }

  /** A total row: everything up to it is one run, and all blank rows before it wait to be filled. */
  endAtTotal(row: number): void {
    this.close(this.pending);
    this.first = row + 1;
    this.lastUsed = row;
  }

  /** A row that holds no data and adds nothing up. */
  endAtNote(): void {
    this.close(this.preparedRows());
  }

  /** Somebody has been named so far, in this run or one before. */
  get hasRows(): boolean {
    return this.rows.length > 0 || this.runs.some((run) => run.rows.length > 0);
  }

  /** All runs, at least one, the rows that belong to none, and the first row below the table. */
  finish(): Pick<SummaryTable, 'runs' | 'strays' | 'below'> {
    this.close(this.preparedRows());
    const filled = this.runs.filter((run) => run.rows.length > 0);
    const runs = filled.length > 0 ? filled : this.runs.slice(0, 1);
    const below = Math.max(
      this.lastUsed + 1,
      ...runs.map((run) => run.end),
      (this.strays.at(-1)?.row ?? 0) + 1,
    );
    return { runs, strays: this.strays, below };
  }

  /** Trailing rows that are surely meant for data; in an empty table all but the one that keeps the distance. */
  private preparedRows(): PendingRow[] {
    const lastPrepared = this.pending.map((row) => row.prepared).lastIndexOf(true);
    if (lastPrepared >= 0 || this.rows.length > 0) return this.pending.slice(0, lastPrepared + 1);
    return this.runs.length === 0 ? this.pending.slice(0, -1) : [];
  }

  private close(free: readonly PendingRow[]): void {
    const named = this.rows.at(-1);
    const last = Math.max(named ? lastOf(named) : -1, free.at(-1)?.row ?? -1);
    if (last >= 0 || this.runs.length === 0) {
      this.runs.push({
        first: this.first,
        rows: this.rows,
        free: free.map(({ row, department, post }) => ({ row, department, post })),
        end: last >= 0 ? last + 1 : this.first,
        formatOf: named?.row ?? free[0]?.row ?? this.headerBottom,
      });
    }
    this.rows = [];
    this.pending = [];
  }
}
