export * from './address';
export * from './cell';
export { Journal } from './journal';
export { openFile, type OpenedFile } from './file';
export { workbookFromSnapshot } from './load';
export { changesSinceLoad } from './save';
export { readProtection } from './setup';
export {
  SheetModel,
  type ConditionalRule,
  type NoteModel,
  type PageSetup,
  type Validation,
  type Visibility,
} from './sheet';
export { shiftArea, shiftFormula, type Shift } from './shift';
export { takeEntry, type TypedValue } from './typed-value';
export {
  isSheetName,
  rootNamespace,
  WorkbookModel,
  type CustomXmlPart,
  type DefinedName,
  type ModelEvent,
  type TableModel,
} from './workbook';
