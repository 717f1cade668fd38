import type Fraction from 'fraction.js';
import type { Assessment, Section } from '../model';
import { under, type Context } from './context';
import { exact } from './exact';
import { type HouseholdRules, rulesForAll } from './households';
import { hundredthsOf, wholeLosses, type WholeLoss } from './whole';

/** What all persons of a post have in common in one section, under the rulings of a context. */
export interface SectionPlan {
  readonly context: Context;
  readonly section: Section;
  /** Points that can be reached. */
  readonly maximum: Fraction;
  /** The same in hundredths; `NaN` where they are not whole. */
  readonly hundredths: number;
  /** What each indicator takes where whole numbers tell it; `null` where an accident may take what the others leave. */
  readonly losses: readonly WholeLoss[] | null;
  /**
   * The same with steps counted in whole ones, where they are counted in proportion: no more than is lost. `null` where
   * they are not.
   */
  readonly least: readonly WholeLoss[] | null;
  /** Rules of the households where their mean decides alone; `null` where more is to be looked at. */
  readonly rules: HouseholdRules | null;
}

const known = new WeakMap<Context, Map<string, readonly SectionPlan[]>>();

/** One plan for each section that the person's post has points in, in the scheme's order; made once a post. */
export function plansFor(context: Context, assessment: Assessment): readonly SectionPlan[] {
  const { post } = assessment.assessee;
  let byPost = known.get(context);
  if (!byPost) known.set(context, (byPost = new Map<string, readonly SectionPlan[]>()));
  let plans = byPost.get(post);
  if (!plans) {
    const sections = context.scheme.sections.filter(({ points }) => points[post] !== undefined);
    byPost.set(post, (plans = sections.map((section) => planOf(context, section, assessment))));
  }
  return plans;
}

function planOf(context: Context, section: Section, assessment: Assessment): SectionPlan {
  const { post } = assessment.assessee;
  const points = section.points[post]!;
  const maximum = exact(points);
  return {
    context,
    section,
    maximum,
    hundredths: hundredthsOf(points),
    losses: wholeLosses(context, section, post),
    least: leastLosses(context, section, post),
    rules: section.grain === 'household' ? rulesForAll({ context, section, maximum, assessment }) : null,
  };
}

function leastLosses(context: Context, section: Section, post: string): readonly WholeLoss[] | null {
  const steps = Object.entries(context.rulings).filter(([key]) => key.split('.')[0] === 'percentStep');
  if (!steps.some(([, mode]) => mode === 'proportional')) return null;
  const whole = steps.reduce<Context>((so, [key]) => under(so, key, 'whole'), context);
  return wholeLosses(whole, section, post);
}
