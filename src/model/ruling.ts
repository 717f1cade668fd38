export type RulingValue = string | number | boolean;

/** A question that the regulation leaves open, with a default and named alternatives (rulebook §2). */
export interface RulingDefinition {
  /** `totalBasis`, `percentStep`, … */
  readonly key: string;
  /** `R1` … or the clause. */
  readonly number: string;
  readonly clause: string;
  readonly title: string;
  /** Two sentences: what is open, and what the default does. */
  readonly explanation: string;
  readonly default: RulingValue;
  /** Named values, default first; absent where `range` holds. */
  readonly values?: readonly { readonly value: RulingValue; readonly title: string }[];
  /** Any number between these, both included. */
  readonly range?: readonly [number, number];
  /** May be set for one indicator, as `key.INDICATOR`. */
  readonly perIndicator?: boolean;
  /** The owner still has to confirm it (需确认). */
  readonly needsConfirmation?: boolean;
}

/** Rulings in force: every key of the scheme, and `key.INDICATOR` where one is set for a single indicator. */
export type Rulings = Readonly<Record<string, RulingValue>>;
