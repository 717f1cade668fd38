import { HostError, type HostErrorCode } from '../../src/workbook/host';

/** The `HostError` that the work throws. Throws itself where there is none or another one. */
export function refusalOf(work: () => unknown): HostError {
  try {
    work();
  } catch (error) {
    if (error instanceof HostError) return error;
    throw error;
  }
  throw new Error('it was not refused');
}

/** The work is refused with that code, in a sentence that holds `words`. */
export function expectRefusal(work: () => unknown, code: HostErrorCode, words = ''): void {
  const error = refusalOf(work);
  expect(error.code).toBe(code);
  expect(error.message).toContain(words);
}
