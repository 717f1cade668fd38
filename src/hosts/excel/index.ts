export { createExcelHost } from './excel-host';
export {
  registerCommands,
  showPane,
  startOffice,
  type HostKind,
  type OfficeColors,
  type OfficeStart,
  type RibbonHandler,
} from './office';
