import type Fraction from 'fraction.js';
import type { Assessment, CellRef, Measure, Measures, Section } from '../../model';
import type { Context } from '../context';
import type { StepData } from '../step';
import type { Step } from '../../model';

/** What a mechanism works on: one person, one section, under the rulings of the context. */
export interface Scope {
  readonly context: Context;
  readonly assessment: Assessment;
  readonly section: Section;
  /** Points of the section for the person's post. */
  readonly maximum: Fraction;
}

/** What a mechanism finds: points lost, `null` where an input is not known. */
export interface Outcome {
  readonly lost: Fraction | null;
  /** An accident takes the whole score. */
  readonly zeroesTotal?: boolean;
  /** What it was worked out from; asked for only when somebody looks. */
  readonly detail: () => Detail;
}

export interface Detail {
  readonly data: StepData;
  readonly cells: readonly CellRef[];
  readonly children: readonly Step[];
}

/** Key in a step's data under which the value of a field stands. */
export function fieldKey(field: string): string {
  return `field:${field}`;
}

/** The person's figures, and which of them were asked for. */
export class Inputs {
  /** By field: the figures that were asked for, in that order. */
  private readonly used = new Map<string, Measure>();

  constructor(private readonly measures: Measures) {}

  private take(field: string): Measure['value'] | undefined {
    const measure = this.measures.get(field);
    if (measure && !this.used.has(field)) this.used.set(field, measure);
    return measure?.value;
  }

  has(field: string): boolean {
    return this.measures.has(field);
  }

  /** A number; `null` where the field is blank or holds none. */
  number(field: string): Fraction | null {
    const value = this.take(field);
    return typeof value === 'object' ? value : null;
  }

  /** A flag; `null` where the field is blank or holds none. */
  flag(field: string): boolean | null {
    const value = this.take(field);
    return typeof value === 'boolean' ? value : null;
  }

  /** A state's id; `null` where the field is blank or holds none. */
  state(field: string): string | null {
    const value = this.take(field);
    return typeof value === 'string' ? value : null;
  }

  /** The outcome with these inputs and what was worked out beside. */
  outcome(lost: Fraction | null, data: StepData = {}, children: readonly Step[] = []): Outcome {
    return { lost, detail: () => this.detail(data, children) };
  }

  private detail(data: StepData, children: readonly Step[]): Detail {
    const measures = [...this.used.values()];
    const inputs = Object.fromEntries(measures.map(({ field, value }) => [fieldKey(field), value]));
    return { data: { ...inputs, ...data }, cells: measures.map(({ cell }) => cell), children };
  }
}
