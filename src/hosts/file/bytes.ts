/** What of the file host needs no file system: for the emulator and the browser. */
export { createBytesHost, type BytesHost } from './bytesHost';
export { readMemory, readWorkbook } from './read/readWorkbook';
export { applyChanges } from './write/applyChanges';
export type { ArchiveLimits } from './zip/limits';
export { TableBook } from './stream/tableBook';
export { newWorkbook } from './newWorkbook';
export { unzipFiles, zipFiles } from './zipFiles';
