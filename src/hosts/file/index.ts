export * from './bytes';
export { createFileHost, type FileHostOptions } from './fileHost';
export { writeNewWorkbook } from './newWorkbook';
