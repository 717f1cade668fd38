export * from './bytes';
export { writeBytes } from './disk';
export { createFileHost, type FileHostOptions, readMemoryOf } from './fileHost';
export { writeNewWorkbook } from './writeNewWorkbook';
