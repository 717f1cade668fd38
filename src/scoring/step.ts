import type Fraction from 'fraction.js';
import type { CellRef, Step, StepKind } from '../model';

export type StepData = Readonly<Record<string, Fraction | string | number | boolean | null>>;

/** What a step is made from; what is given as a function is worked out when it is first looked at. */
export interface StepParts {
  readonly kind: StepKind;
  readonly subject: string;
  readonly value: Fraction | null;
  readonly data?: StepData | (() => StepData);
  readonly cells?: readonly CellRef[];
  readonly children?: readonly Step[] | (() => readonly Step[]);
  readonly rulings?: () => readonly string[];
}

const NONE: readonly never[] = [];
const NO_DATA: StepData = {};

/** A step whose branches grow when somebody looks: a city's tree of findings would be built for nothing. */
class LazyStep implements Step {
  readonly kind: StepKind;
  readonly subject: string;
  readonly value: Fraction | null;
  readonly cells: readonly CellRef[];
  private figures: StepData | (() => StepData);
  private branches: readonly Step[] | (() => readonly Step[]);
  private marks: readonly string[] | (() => readonly string[]);

  constructor(parts: StepParts) {
    this.kind = parts.kind;
    this.subject = parts.subject;
    this.value = parts.value;
    this.cells = parts.cells ?? NONE;
    this.figures = parts.data ?? NO_DATA;
    this.branches = parts.children ?? NONE;
    this.marks = parts.rulings ?? NONE;
  }

  get data(): StepData {
    if (typeof this.figures === 'function') this.figures = this.figures();
    return this.figures;
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
