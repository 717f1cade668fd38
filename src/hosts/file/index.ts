export * from './bytes';
export { writeBytes } from './disk';
export { createFileHost, type FileHostOptions } from './fileHost';
export { writeNewWorkbook } from './writeNewWorkbook';
