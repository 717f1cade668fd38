import { type CellRef, fieldCell, type Finding, type RuleBits, type Visit, type VisitRow } from '../model';
import { type Period, serialIn } from './period';

/**
 * A visit of a known person, with all its findings, those of a separate list too. It is what scoring works on: of a
 * province's visits there are hundreds of thousands, so nothing of the row is copied.
 */
export class KnownVisit implements Visit {
  /** Its licence is lost, or another visit's too: findings under its right number cannot find it. */
  disputed = false;

  constructor(
    readonly row: VisitRow,
    readonly assessee: number,
    /** What was found, where it is more than the row says; `null` for what the row says. */
    private found: readonly Finding[] | null,
    private readonly period: Period | null,
  ) {}

  get findings(): readonly Finding[] {
    return this.found ?? this.row.findings;
  }

  set findings(all: readonly Finding[]) {
    this.found = all;
  }

  get bits(): RuleBits | null {
    return this.found === null ? (this.row.bits ?? null) : null;
  }

  get mask(): number {
    return this.row.mask ?? 0;
  }

  get household(): string {
    return this.row.household;
  }

  get licence(): string {
    return this.row.licence;
  }

  get cell(): CellRef {
    return fieldCell(this.row, this.household !== '' || this.licence === '' ? 'household' : 'licence');
  }

  get date(): number | null {
    return this.period === null ? this.row.date.serial : serialIn(this.row.date, this.period);
  }
}
