export { createExcelHost, type ExcelHost } from './excel-host';
export {
  registerCommands,
  showPane,
  startOffice,
  type HostKind,
  type OfficeColors,
  type OfficeStart,
  type RibbonHandler,
} from './office';
export { type SheetEdit } from './watch';
