export * from './bytes';
export { isSameFile, writeBytes } from './disk';
export { createFileHost, type FileHostOptions, readMemoryOf } from './fileHost';
export { writeNewWorkbook } from './writeNewWorkbook';
