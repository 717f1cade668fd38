import type { EvaluateOptions, Evaluation, RememberedSettings } from './evaluation';
import type { Standing } from './scheme/standing';

/** What an evaluation was asked for: it can be asked again over other values. */
export interface Asked {
  readonly options: EvaluateOptions;
  readonly remembered: RememberedSettings;
  /** Which rules it goes by, and where they come from. */
  readonly standing: Standing;
}

const asked = new WeakMap<Evaluation, Asked>();

/** Notes what an evaluation was asked for. */
export function noteAsked(evaluation: Evaluation, request: Asked): Evaluation {
  asked.set(evaluation, request);
  return evaluation;
}

/** Whether `evaluate` has made the evaluation as it is: one that a fill hands back is as it was before the fill. */
export function isAsWasRead(evaluation: Evaluation): boolean {
  return asked.has(evaluation);
}

/** What an evaluation was asked for; throws for one that `evaluate` has not made. */
export function askedOf(evaluation: Evaluation): Asked {
  const request = asked.get(evaluation);
  if (!request) throw new RangeError('this evaluation was not made by evaluate');
  return request;
}
