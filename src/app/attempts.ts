import type { Slices } from '../model';
import type { CheckNotRun } from './evaluation';
import { isExpectedFailure } from './failures';

/** What stands for a check that broke down, and what is to be done then. */
interface Otherwise<Found> {
  readonly fallback: Found;
  readonly onFailure?: () => void;
}

/**
 * Runs checks so that one that breaks down does not take the others with it. What it would have found is not known:
 * it is listed as not run, and the verdict is never 可以提交 then.
 */
export class Attempts {
  readonly failed: CheckNotRun[] = [];

  /**
   * Runs a check. Where it throws, `onFailure` is called, if there is one, and `fallback` returned. Failures whose
   * message is meant for the user (a ruling that does not exist) go on as they are.
   * @param check code of an issue that the check finds
   * @param title what it looks at, in Chinese
   */
  run<Found>(check: string, title: string, look: () => Found, otherwise: Otherwise<Found>): Found {
    try {
      return look();
    } catch (error) {
      return this.brokenDown(error, check, title, otherwise);
    }
  }

  /** The same for a check that pauses. */
  *runInSlices<Found>(
    check: string,
    title: string,
    look: () => Slices<Found>,
    otherwise: Otherwise<Found>,
  ): Slices<Found> {
    try {
      return yield* look();
    } catch (error) {
      return this.brokenDown(error, check, title, otherwise);
    }
  }

  private brokenDown<Found>(
    error: unknown,
    check: string,
    title: string,
    { fallback, onFailure }: Otherwise<Found>,
  ): Found {
    if (isExpectedFailure(error)) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    this.failed.push({ check, failed: true, reason: `检查“${title}”时程序出错(${detail}),没有查完` });
    onFailure?.();
    return fallback;
  }
}
