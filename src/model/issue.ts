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
  | 'needs-confirmation'
  | 'scheme-invalid'
  | 'scheme-changed'
  | 'scheme-applied'
  | 'code-unknown'
  | 'duplicate-customer'
  | 'class-differs'
  | 'duplicate-row';

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
  /** That person's department, where others of the name are in other departments and the issue tells which one. */
  readonly department: string | null;
}

const SEVERITIES: Readonly<Record<IssueCode, Severity>> = {
  'sheet-missing': 'error',
  'column-missing': 'error',
  'header-ambiguous': 'error',
  'not-a-number': 'error',
  'text-number': 'info',
  'negative-deduction': 'info',
  'ambiguous-mark': 'error',
  'not-a-multiple': 'error',
  'repeat-finding': 'warning',
  'score-in-deduction-column': 'error',
  'formula-not-calculated': 'error',
  'formula-error': 'error',
  'exclusive-findings': 'error',
  'rate-out-of-range': 'error',
  'rate-unit-ambiguous': 'error',
  'rate-unit-inferred': 'info',
  'numerator-exceeds-denominator': 'error',
  'denominator-zero': 'error',
  'missing-input': 'error',
  'input-contradicts': 'warning',
  'row-total-differs': 'warning',
  'unknown-person': 'error',
  'role-mismatch': 'error',
  'department-mismatch': 'error',
  'blank-person': 'error',
  'finding-without-visit': 'error',
  'no-sample': 'error',
  'missing-section': 'warning',
  'duplicate-visit': 'error',
  'licence-precision': 'error',
  'licence-format': 'warning',
  'licence-missing': 'warning',
  'date-invalid': 'error',
  'date-missing': 'warning',
  'period-ambiguous': 'error',
  'date-outside-period': 'warning',
  'sample-too-small': 'warning',
  'visit-count-inferred': 'warning',
  'self-assessment': 'warning',
  'complaint-verdict-missing': 'error',
  'complaint-pending': 'warning',
  'two-roles': 'info',
  'summary-stale': 'warning',
  'summary-formula': 'warning',
  'needs-confirmation': 'info',
  'scheme-invalid': 'error',
  'scheme-changed': 'warning',
  'scheme-applied': 'info',
  'code-unknown': 'error',
  'duplicate-customer': 'error',
  'class-differs': 'warning',
  'duplicate-row': 'error',
};

/** Everything of an issue that its code does not say; what is left out is `null`. */
export interface IssueDetails {
  readonly message: string;
  readonly cell?: CellRef | null;
  /** Needed only where there is no cell. */
  readonly sheet?: string | null;
  readonly clause?: string | null;
  readonly received?: string | null;
  readonly expected?: string | null;
  readonly fix?: Fix | null;
  readonly person?: string | null;
  readonly department?: string | null;
}

/** The one place where issues are made; the severity follows from the code (contract §4). */
export function makeIssue(code: IssueCode, details: IssueDetails): Issue {
  const cell = details.cell ?? null;
  return {
    code,
    severity: SEVERITIES[code],
    sheet: cell?.sheet ?? details.sheet ?? null,
    cell,
    clause: details.clause ?? null,
    received: details.received ?? null,
    expected: details.expected ?? null,
    message: details.message,
    fix: details.fix ?? null,
    person: details.person ?? null,
    department: details.department ?? null,
  };
}
