import Fraction from 'fraction.js';
import { type RuleCost, ruleCosts } from '../../app/costs';
import type { Evaluation } from '../../app/evaluation';
import { type PersonScore, published } from '../../model';

/** The scores of a post over all departments. */
export interface PostFacts {
  readonly name: string;
  readonly persons: number;
  readonly scored: number;
  /** Mean, highest and lowest published score; `null` where nobody is scored. */
  readonly mean: number | null;
  readonly highest: number | null;
  readonly lowest: number | null;
  readonly below: number;
}

/** A rule with what it has cost. */
export interface RuleFacts {
  readonly id: string;
  readonly title: string;
  readonly clause: string;
  /** Points of the raw totals, two decimals. */
  readonly points: number;
  readonly places: number;
  readonly persons: number;
}

/** What a bulletin says, read off the results. */
export interface Facts {
  readonly posts: readonly PostFacts[];
  readonly below: readonly PersonScore[];
  readonly deducted: readonly PersonScore[];
  readonly unscored: readonly PersonScore[];
  readonly rules: readonly RuleFacts[];
  readonly line: number;
}

/** Rules that are named. */
const MOST_RULES = 10;

/** Gathers what a bulletin says. Figures are the published ones. */
export function factsOf(evaluation: Evaluation): Facts {
  const { scheme, scores, rulings } = evaluation;
  const { persons } = scores;
  return {
    posts: scheme.posts
      .map(({ id, name }) =>
        postFacts(
          name,
          persons.filter(({ assessee }) => assessee.post === id),
        ),
      )
      .filter(({ persons: count }) => count > 0),
    below: sorted(persons.filter(({ qualified }) => qualified === false)),
    deducted: sorted(persons.filter(({ deduction }) => deduction !== null && deduction.compare(0) > 0)),
    unscored: persons.filter(({ status }) => status === 'unscored'),
    rules: ruleCosts(persons)
      .slice(0, MOST_RULES)
      .map((cost) => ruleFacts(cost, evaluation)),
    line: Number(rulings.qualifyingLine),
  };
}

function sorted(persons: readonly PersonScore[]): PersonScore[] {
  return [...persons].sort((one, other) => one.score!.compare(other.score!));
}

function postFacts(name: string, persons: readonly PersonScore[]): PostFacts {
  const scores = persons.flatMap(({ score }) => (score === null ? [] : [score]));
  const sum = scores.reduce((total, score) => total.add(score), new Fraction(0));
  const order = [...scores].sort((one, other) => one.compare(other));
  return {
    name,
    persons: persons.length,
    scored: scores.length,
    mean: scores.length === 0 ? null : published(sum.div(scores.length)),
    highest: published(order.at(-1) ?? null),
    lowest: published(order[0] ?? null),
    below: persons.filter(({ qualified }) => qualified === false).length,
  };
}

function ruleFacts({ rule, points, places, persons }: RuleCost, { scheme }: Evaluation): RuleFacts {
  const indicator = scheme.indicators.find(({ id }) => id === rule);
  return {
    id: rule,
    title: indicator?.title ?? rule,
    clause: indicator?.clause ?? '',
    points: published(points),
    places,
    persons,
  };
}
