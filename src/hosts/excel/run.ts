import { logHostFailure } from './host-log';
import { cancelled, hostErrorOf, isOfficeFailure } from './problems';

/**
 * One conversation with Excel. Waits while the user is editing a cell. What Excel throws is logged with its debug
 * information and comes out as a `HostError`.
 */
export async function runExcel<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await Excel.run({ delayForCellEdit: true }, batch);
  } catch (error) {
    if (isOfficeFailure(error) && error.debugInfo !== undefined) void logHostFailure(error);
    throw hostErrorOf(error);
  }
}

/**
 * What a conversation that changes nothing comes to, or `cancelled` at once where somebody stops waiting for it: Excel's
 * answer to a large question takes a while, and nobody wants it any more. The conversation ends by itself.
 */
export async function orCancelled<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(cancelled());
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
    if (signal.aborted) stop();
  });
}
