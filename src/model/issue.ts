import type { CellRef, CellValue } from './cell';

export type Severity = 'error' | 'warning' | 'info';

/** Codes of the contract, §4. */
export type IssueCode =
  | 'sheet-missing'
  | 'column-missing'
  | 'header-ambiguous'
  | 'not-a-number'
  | 'text-number'
  | 'negative-deduction'
  | 'ambiguous-mark'
  | 'not-a-multiple'
  | 'repeat-finding'
  | 'score-in-deduction-column'
  | 'formula-not-calculated'
  | 'formula-error'
  | 'exclusive-findings'
  | 'rate-out-of-range'
  | 'rate-unit-ambiguous'
  | 'rate-unit-inferred'
  | 'numerator-exceeds-denominator'
  | 'denominator-zero'
  | 'missing-input'
  | 'input-contradicts'
  | 'row-total-differs'
  | 'unknown-person'
  | 'role-mismatch'
  | 'department-mismatch'
  | 'blank-person'
  | 'finding-without-visit'
  | 'no-sample'
  | 'missing-section'
  | 'duplicate-visit'
  | 'licence-precision'
  | 'licence-format'
  | 'licence-missing'
  | 'date-invalid'
  | 'date-missing'
  | 'period-ambiguous'
  | 'date-outside-period'
  | 'sample-too-small'
  | 'visit-count-inferred'
  | 'self-assessment'
  | 'complaint-verdict-missing'
  | 'complaint-pending'
  | 'two-roles'
  | 'summary-stale'
  | 'summary-formula'
  | 'needs-confirmation';

/** A repair that changes no meaning: the value to write instead of what stands there. */
export interface Fix {
  readonly kind: 'set-number' | 'set-text' | 'set-date';
  readonly value: CellValue;
}

/** One fault found. `received`, `expected` and `message` are for people, in Chinese. */
export interface Issue {
  readonly code: IssueCode;
  readonly severity: Severity;
  /** Tab name; `null` where the issue belongs to no sheet. */
  readonly sheet: string | null;
  /** The cell to jump to; `null` where the issue has none. */
  readonly cell: CellRef | null;
  readonly clause: string | null;
  readonly received: string | null;
  readonly expected: string | null;
  readonly message: string;
  readonly fix: Fix | null;
  /** Name of the person concerned, where one is known; for grouping. */
  readonly person: string | null;
}
