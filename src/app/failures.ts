import { SchemeError } from '../schemes';
import { RulingError } from '../scoring';
import { EntryError } from '../workbook/entry/visitEntry';
import { HostError } from '../workbook/host';
import { MemoryError } from '../workbook/memory';
import { SnapshotFileError } from '../workbook/snapshotFile';
import { AnswersError } from './answers';
import { OtherScheme } from './tables/otherScheme';
import { UnknownDepartment } from './unknownDepartment';

export type { HostErrorCode } from '../workbook/host';

/** Whether an error is one whose message is a sentence for the user: what is wrong and what to do. */
export function isExpectedFailure(error: unknown): error is Error {
  return [
    AnswersError,
    EntryError,
    HostError,
    MemoryError,
    OtherScheme,
    RulingError,
    SchemeError,
    SnapshotFileError,
    UnknownDepartment,
  ].some((kind) => error instanceof kind);
}
