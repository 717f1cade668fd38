import type { Indicator } from '../../model';
import { exact } from '../exact';
import { compare } from '../rational';
import type { Outcome } from './scope';

/**
 * What an item takes at most where it has points of its own (R3): never more than those. The detail keeps what would
 * have been lost (`uncapped`), so that the explanation shows both figures.
 */
export function withinItem(indicator: Indicator, outcome: Outcome): Outcome {
  const { cap } = indicator;
  const { lost } = outcome;
  if (cap === undefined || lost === null || compare(lost, exact(cap)) <= 0) return outcome;
  return {
    ...outcome,
    lost: exact(cap),
    detail: () => {
      const detail = outcome.detail();
      return { ...detail, data: { ...detail.data, uncapped: lost, cap } };
    },
  };
}
