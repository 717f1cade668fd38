import { useEffect, useState } from 'react';
import type { Evaluation } from '../../app/evaluation';
import type { FixOffer } from '../../app/submission';
import { useServices } from './context';

/**
 * The repairs that an evaluation offers, `null` until they are known; those of the evaluation before it stay until then.
 * Every text of the sheets is looked at for them, so it is done while the page answers. What breaks down there is thrown
 * where it is drawn, and shown like any other failure: no offers would say that there is nothing to repair.
 */
export function useOffers(evaluation: Evaluation | null): readonly FixOffer[] | null {
  const { submission } = useServices();
  const [found, setFound] = useState<readonly FixOffer[] | null>(null);
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null);
  useEffect(() => {
    if (!evaluation) return;
    const controller = new AbortController();
    submission.offers(evaluation, controller.signal).then(setFound, (error: unknown) => {
      if (!controller.signal.aborted) setFailure({ error });
    });
    return () => controller.abort();
  }, [submission, evaluation]);
  if (failure) throw failure.error;
  return found;
}
