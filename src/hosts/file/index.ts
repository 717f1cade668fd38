export * from './bytes';
export { createFileHost, type FileHostOptions } from './fileHost';
export { newWorkbook, writeNewWorkbook } from './newWorkbook';
