import type { Slices } from '../../model';
import type { Evaluation } from '../evaluation';
import { runSlices } from '../slices';
import { FarFormulas } from './farFormulas';
import { type LiveEvaluation, liveEvaluationInSlices } from './live';

/** What edits are followed from. */
export interface Footing {
  readonly live: LiveEvaluation;
  readonly far: FarFormulas;
}

/** The footing of an evaluation, which takes a while to find: it can be found at leisure, and be asked for meanwhile. */
export class Ground {
  private footing: Footing | null = null;
  private work: Slices<Footing>;

  constructor(private readonly start: Evaluation) {
    this.work = footingOf(start);
  }

  /** Whether it is the footing of this evaluation, which may have been followed to. */
  holdsFor(evaluation: Evaluation): boolean {
    return (this.footing?.live.evaluation ?? this.start) === evaluation;
  }

  /** The footing, once it is found; whoever waits for it takes part in finding it. Rejects once aborted. */
  async ready(signal: AbortSignal, pause?: () => Promise<void>): Promise<Footing> {
    return runSlices(this.rest(), { signal, ...(pause && { pause }) });
  }

  private *rest(): Slices<Footing> {
    for (;;) {
      if (this.footing) return this.footing;
      const step = this.step();
      if (step.done) return (this.footing = step.value);
      yield;
    }
  }

  private step(): IteratorResult<void, Footing> {
    try {
      return this.work.next();
    } catch (error) {
      // What broke down says so again to whoever asks next.
      this.work = footingOf(this.start);
      throw error;
    }
  }
}

function* footingOf(evaluation: Evaluation): Slices<Footing> {
  const live = yield* liveEvaluationInSlices(evaluation);
  const far = yield* FarFormulas.of(evaluation.snapshot);
  return { live, far };
}
