import type { CheckNotRun } from './evaluation';
import { isExpectedFailure } from './failures';

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
  run<Found>(
    check: string,
    title: string,
    look: () => Found,
    { fallback, onFailure }: { readonly fallback: Found; readonly onFailure?: () => void },
  ): Found {
    try {
      return look();
    } catch (error) {
      if (isExpectedFailure(error)) throw error;
      const detail = error instanceof Error ? error.message : String(error);
      this.failed.push({ check, failed: true, reason: `检查“${title}”时程序出错(${detail}),没有查完` });
      onFailure?.();
      return fallback;
    }
  }
}
