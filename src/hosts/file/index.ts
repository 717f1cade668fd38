export * from './bytes';
export { writeBytes } from './disk';
export { createFileHost, type FileHostOptions, readMemoryOf } from './fileHost';
export { ParquetFolder } from './parquet/parquetFolder';
export { writeNewWorkbook } from './writeNewWorkbook';
