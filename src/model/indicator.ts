/** What all indicators of a scheme have. */
interface IndicatorBase {
  readonly id: string;
  /** Post ids. */
  readonly posts: readonly string[];
  readonly section: string;
  /** e.g. `第五条(一)1)1.1.1`. */
  readonly clause: string;
  /** Numbers as printed, by which staff name it (`1.2`); may be shared by two indicators of a post. */
  readonly printed: readonly string[];
  readonly title: string;
  /** Other titles that mean it in its post, e.g. `明码标价`. */
  readonly aliases: readonly string[];
  /** Points of the item itself (R3): more than these are never lost under it. Absent: only the section's floor holds. */
  readonly cap?: number;
}

/** Points for each finding at a household. */
export interface PerFinding extends IndicatorBase {
  readonly kind: 'perFinding';
  readonly points: number;
  /** Counts occurrences by its own wording: a multiple is nothing to warn of, and no ruling makes it count once. */
  readonly countsOccurrences?: boolean;
  /** Cannot stand beside this indicator for one household (R21). */
  readonly exclusiveWith?: string;
  /** A rate over households that the ruling `policyAwareness` may bring in (R15). */
  readonly awareness?: { readonly threshold: string; readonly step: string; readonly ruling: string };
}

/** Points for each one counted in a field. */
export interface PerCount extends IndicatorBase {
  readonly kind: 'perCount';
  readonly points: number;
  readonly count: string;
  /** Field the count may not exceed, where one is known. */
  readonly outOf?: string;
}

/** numerator ÷ denominator; with `subtract`, (denominator − subtract) ÷ denominator. Field ids. */
export interface RatioSource {
  readonly numerator?: string;
  readonly subtract?: string;
  readonly denominator: string;
}

/** Where a rate comes from: entered as it is, from its parts, or combined from other rates. `entered` wins. */
export interface RateSource {
  readonly entered?: string;
  readonly ratio?: RatioSource;
  readonly combine?: { readonly fields: readonly string[]; readonly ruling: string };
}

/** Points for each step that a rate falls short of its threshold (`rateBelow`) or exceeds it (`rateAbove`). */
export interface RateIndicator extends IndicatorBase {
  readonly kind: 'rateBelow' | 'rateAbove';
  readonly points: number;
  /** Fraction of 1, e.g. `"0.95"`. */
  readonly threshold: string;
  /** Threshold of single posts, by post id, where it differs. */
  readonly thresholds?: Readonly<Record<string, string>>;
  /** Fraction of 1, e.g. `"0.01"`; or the key of the ruling that gives it. */
  readonly step: string | { readonly ruling: string };
  readonly rate: RateSource;
  /** Groups with a threshold of their own (城市, 农村); a blank group is no group. */
  readonly groups?: readonly {
    readonly title: string;
    readonly threshold: string;
    readonly ratio: RatioSource;
  }[];
  /** `points` where the figure is a score out of 100 and shown without a percent sign. */
  readonly unit?: 'percent' | 'points' | 'permille';
}

/** R must lie between `lower`×S and S. */
export interface BandIndicator extends IndicatorBase {
  readonly kind: 'band';
  readonly points: number;
  readonly step: string;
  readonly lower: string;
  readonly ratio: RatioSource;
  readonly standard: string;
  readonly ruling: string;
}

/** What an accident takes: its section's points, one item's, or the whole score. */
export type AccidentScope = 'section' | 'item' | 'total';

/** An accident (with a violation) takes what its scope ruling says. Fields are flags. */
export interface AccidentIndicator extends IndicatorBase {
  readonly kind: 'zeroOnAccident';
  readonly accident: string;
  readonly violation: string;
  /** The indicator whose item is lost when the ruling says `item`, and what the item is worth. */
  readonly item: { readonly indicator: string; readonly points: number };
  /** Keys of the rulings that say what is lost, and whether an accident counts only with a violation. */
  readonly rulings: { readonly scope: string; readonly needsViolation: string };
  /** What each value of the scope ruling takes: the section, the item above, or the whole score. */
  readonly scopes: Readonly<Record<string, AccidentScope>>;
}

/** Points where a duty's state is the named one; anything else costs nothing. */
export interface StateIndicator extends IndicatorBase {
  readonly kind: 'notDone';
  readonly points: number;
  readonly field: string;
  readonly failing: string;
}

/** Points for each founded entry of a register. */
export interface RegisterIndicator extends IndicatorBase {
  readonly kind: 'registerCount';
  readonly points: number;
  /** State of the verdict field that counts. */
  readonly counts: string;
}

/** What a scheme assesses; `kind` says how points are lost under it. */
export type Indicator =
  | PerFinding
  | PerCount
  | RateIndicator
  | BandIndicator
  | AccidentIndicator
  | StateIndicator
  | RegisterIndicator;
