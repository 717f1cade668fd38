import { SchemeError } from '../schemes';
import { RulingError } from '../scoring';
import { HostError } from '../workbook/host';
import { MemoryError } from '../workbook/memory';

/** Whether an error is one whose message is a sentence for the user: what is wrong and what to do. */
export function isExpectedFailure(error: unknown): error is Error {
  return [HostError, MemoryError, RulingError, SchemeError].some((kind) => error instanceof kind);
}
