import type Fraction from 'fraction.js';
import type { Assessee, PersonScore, SectionScore, Step } from '../model';
import type { Context } from './context';
import { personDeduction, personStep, qualifies } from './passLine';
import { step } from './step';
import type { PersonTotals } from './totals';

/** A person's result; the tree that shows how it came about grows when somebody looks. */
export class ScoredPerson implements PersonScore {
  private node: Step | null = null;
  private costs: { readonly deduction: Fraction | null } | null = null;

  constructor(
    private readonly context: Context,
    private readonly totals: PersonTotals,
    readonly rank: number | null,
    /** The published mean of the person's department. */
    private readonly mean: Fraction | null,
  ) {}

  /** The same person at another place. */
  withRank(rank: number | null): ScoredPerson {
    return new ScoredPerson(this.context, this.totals, rank, this.mean);
  }

  get score(): Fraction | null {
    return this.totals.score;
  }

  get deduction(): Fraction | null {
    this.costs ??= { deduction: personDeduction(this.context, this.totals.score, this.mean) };
    return this.costs.deduction;
  }

  get assessee(): Assessee {
    return this.totals.assessment.assessee;
  }

  get status(): PersonScore['status'] {
    return this.totals.isScored ? 'scored' : 'unscored';
  }

  get households(): number {
    return this.totals.assessment.visits.length;
  }

  get sections(): readonly SectionScore[] {
    return this.totals.sections;
  }

  get missing(): readonly string[] {
    return this.totals.missing;
  }

  get rawTotal(): Fraction | null {
    return this.totals.rawTotal;
  }

  get rawMaximum(): number | null {
    return this.totals.rawMaximum;
  }

  get qualified(): boolean | null {
    return qualifies(this.context, this.score);
  }

  get step(): Step {
    const { name, post, department, cell } = this.assessee;
    this.node ??= step({
      kind: 'person',
      subject: name,
      value: this.score,
      data: { post, department, rank: this.rank },
      cells: [cell],
      children: [this.totals.step, personStep(this.context, this.score, this.mean)],
    });
    return this.node;
  }
}
