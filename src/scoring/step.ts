import type Fraction from 'fraction.js';
import type { CellRef, Step, StepKind } from '../model';

export type StepData = Readonly<Record<string, Fraction | string | number | boolean | null>>;

/** What a step is made from; `children` and `rulings` may be worked out when they are first looked at. */
export interface StepParts {
  readonly kind: StepKind;
  readonly subject: string;
  readonly value: Fraction | null;
  readonly data?: StepData;
  readonly cells?: readonly CellRef[];
  readonly children?: readonly Step[] | (() => readonly Step[]);
  readonly rulings?: () => readonly string[];
}

const NONE: readonly never[] = [];

/** A step whose branches grow when somebody looks: a city's tree of findings would be built for nothing. */
class LazyStep implements Step {
  readonly kind: StepKind;
  readonly subject: string;
  readonly value: Fraction | null;
  readonly data: StepData;
  readonly cells: readonly CellRef[];
  private branches: readonly Step[] | (() => readonly Step[]);
  private marks: readonly string[] | (() => readonly string[]);

  constructor(parts: StepParts) {
    this.kind = parts.kind;
    this.subject = parts.subject;
    this.value = parts.value;
    this.data = parts.data ?? {};
    this.cells = parts.cells ?? NONE;
    this.branches = parts.children ?? NONE;
    this.marks = parts.rulings ?? NONE;
  }

  get children(): readonly Step[] {
    if (typeof this.branches === 'function') this.branches = this.branches();
    return this.branches;
  }

  get rulings(): readonly string[] {
    if (typeof this.marks === 'function') this.marks = this.marks();
    return this.marks;
  }
}

/** A node of a score's tree. */
export function step(parts: StepParts): Step {
  return new LazyStep(parts);
}
