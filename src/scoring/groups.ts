import { type Assessment, finished, type Slices } from '../model';
import type { Context } from './context';
import { plansFor, type SectionPlan } from './plan';
import { wholePoints } from './sections';
import { Columns, wholeSums } from './whole';

/** Some persons of one post, with the points that whole numbers tell of all their sections. */
export interface PostPersons {
  /** Their places in a list of assessments; at least one. */
  readonly indices: readonly number[];
  readonly persons: Columns;
  /** One a section that the post has points in, in the scheme's order. */
  readonly plans: readonly SectionPlan[];
  /** By section, then by person: what `wholePoints` tells. */
  readonly reached: readonly Float64Array[];
}

/** The same with what they lose. */
export interface Group extends PostPersons {
  /** By section, then by person. */
  readonly lost: readonly Float64Array[];
}

/** The persons of each post among the assessments: what holds for a post is worked out once for all of them. */
export function* groupsByPost(
  context: Context,
  assessments: readonly Assessment[],
): Slices<readonly Group[]> {
  const groups: Group[] = [];
  for (const indices of placesByPost(assessments).values()) {
    const persons = new Columns(indices.map((index) => assessments[index]!));
    const plans = plansFor(context, persons.assessments[0]!);
    const lost: Float64Array[] = [];
    for (const plan of plans) {
      lost.push(yield* lostInSlices(plan, persons));
      yield;
    }
    const reached: Float64Array[] = [];
    for (let at = 0; at < plans.length; at++) {
      reached.push(wholeReached(plans[at]!, persons, lost[at]!));
      yield;
    }
    groups.push({ indices, persons, plans, lost, reached });
  }
  return groups;
}

function placesByPost(assessments: readonly Assessment[]): ReadonlyMap<string, readonly number[]> {
  const posts = new Map<string, number[]>();
  for (let at = 0; at < assessments.length; at++) {
    const { post } = assessments[at]!.assessee;
    const places = posts.get(post);
    if (places) places.push(at);
    else posts.set(post, [at]);
  }
  return posts;
}

/**
 * What each person loses in a section that is measured on the person, in hundredths; `NaN` where whole numbers do not tell
 * it.
 */
export function wholeLost(plan: SectionPlan, persons: Columns): Float64Array {
  return finished(lostInSlices(plan, persons));
}

function* lostInSlices(plan: SectionPlan, persons: Columns): Slices<Float64Array> {
  const { losses, least, section } = plan;
  if (losses === null || section.grain === 'household') return persons.nothing().fill(NaN);
  const lost = yield* wholeSums(losses, persons);
  if (least === null || !lost.some(Number.isNaN)) return lost;
  return usedUp(plan, lost, yield* wholeSums(least, persons));
}

/** What `wholePoints` tells of each person in a section; `lost` as `wholeLost` has it. */
export function wholeReached(plan: SectionPlan, persons: Columns, lost: Float64Array): Float64Array {
  const { assessments } = persons;
  const reached = persons.nothing();
  for (let place = 0; place < reached.length; place++)
    reached[place] = wholePoints(plan, assessments[place]!, lost[place]!);
  return reached;
}

/** The persons of a group at some places. */
export function someOf(group: PostPersons, places: readonly number[]): PostPersons {
  const persons = group.persons.some(places);
  return {
    indices: places.map((place) => group.indices[place]!),
    persons,
    plans: group.plans,
    reached: group.reached.map((column) => persons.taken(column)),
  };
}

/** Whoever has lost all points of a section by whole steps has lost them all, however the rest of a step counts. */
function usedUp({ hundredths }: SectionPlan, lost: Float64Array, least: Float64Array): Float64Array {
  return lost.map((own, at) => (Number.isNaN(own) && least[at]! >= hundredths ? least[at]! : own));
}
