/** What doors need to take in and hand out snapshots and answers, without entering the workbook's room. */
export type { Answers } from '../workbook/recognise/answers';
export type { Snapshot } from '../workbook/snapshot';
export { snapshotFromText, snapshotToText } from '../workbook/snapshotFile';
