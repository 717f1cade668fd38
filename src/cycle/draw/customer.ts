import type { Severity } from '../../model';

/** A customer of a list to be drawn from. */
export interface Customer {
  /** Licence number; the name where none stands. Tells customers apart. */
  readonly key: string;
  readonly licence: string;
  readonly household: string;
  readonly department: string;
  readonly area: string;
  /** Name of the person responsible, by post id; a post without one is absent. */
  readonly persons: Readonly<Record<string, string>>;
  /** What the list says of the customer, by stratum id of the scheme. */
  readonly strata: Readonly<Record<string, string>>;
  /** Tab and cell, `客户清单!B5`. */
  readonly place: string;
}

/** Something that whoever draws has to know. */
export interface DrawNote {
  readonly severity: Severity;
  /** Tab and cell, `''` where there is none. */
  readonly place: string;
  /** In Chinese: what is there, and what was done. */
  readonly message: string;
}
