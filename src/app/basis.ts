import type { Touched } from '../scoring';
import type { Entries } from '../workbook/read/read';
import type { Assessed } from './assess';
import type { Evaluation } from './evaluation';

/** What an evaluation was worked out from: where little of the workbook changes, the rest need not be looked at again. */
export interface Basis {
  readonly entries: Entries;
  readonly assessed: Assessed;
  /** Whom the rulings still to be confirmed touch, `null` where they were not tried out. */
  readonly touched: Touched | null;
}

const bases = new WeakMap<Evaluation, Basis>();

/** Keeps what an evaluation was worked out from, as long as the evaluation itself is kept. */
export function noteBasis(evaluation: Evaluation, basis: Basis): void {
  bases.set(evaluation, basis);
}

/** What an evaluation was worked out from; `null` where it is not kept, since a check broke down. */
export function basisOf(evaluation: Evaluation): Basis | null {
  return bases.get(evaluation) ?? null;
}
