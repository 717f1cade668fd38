export * from './bytes';
export { createFileHost, type FileHostOptions } from './fileHost';
