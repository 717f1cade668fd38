import { logHostFailure } from './host-log';
import { hostErrorOf, isOfficeFailure } from './problems';

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
