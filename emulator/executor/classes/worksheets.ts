import { isSheetName, type SheetModel, type WorkbookModel } from '../../model';
import { invalidArgument, itemNotFound, shown, WireError } from '../errors';
import type { ClassSpec } from '../remote';
import { eventMethods } from './events';

function freeName(workbook: WorkbookModel): string {
  let number = workbook.sheets.length + 1;
  while (workbook.sheet(`Sheet${number}`)) number += 1;
  return `Sheet${number}`;
}

function addSheet(workbook: WorkbookModel, wanted: unknown): SheetModel {
  const name = wanted === undefined || wanted === null ? freeName(workbook) : shown(wanted);
  if (!isSheetName(name)) throw invalidArgument('name');
  if (workbook.sheet(name))
    throw new WireError('ItemAlreadyExists', 'A resource with the same name already exists.');
  if (workbook.structureProtected)
    throw new WireError('AccessDenied', 'The structure of the workbook is protected.');
  if (workbook.readOnly) throw new WireError('AccessDenied', 'The workbook is read-only.');
  return workbook.addSheet(name);
}

function visibleSheets(workbook: WorkbookModel, visibleOnly: unknown): SheetModel[] {
  return workbook.sheets.filter((sheet) => visibleOnly !== true || sheet.visibility === 'Visible');
}

export const worksheetsClass: ClassSpec<WorkbookModel> = {
  name: 'WorksheetCollection',
  items: (workbook, session) => workbook.sheets.map((sheet) => session.worksheet(sheet)),
  indexer: (workbook, key, session) => {
    const sheet = workbook.sheet(String(key));
    if (!sheet) throw itemNotFound(String(key));
    return session.worksheet(sheet);
  },
  methods: {
    Add: (workbook, [name], session) => session.worksheet(addSheet(workbook, name)),
    GetCount: (workbook, [visibleOnly]) => visibleSheets(workbook, visibleOnly).length,
    GetActiveWorksheet: (workbook, _args, session) => {
      if (!workbook.active) throw itemNotFound('the active worksheet');
      return session.worksheet(workbook.active);
    },
    GetItemOrNullObject: (workbook, [key], session) => {
      const sheet = workbook.sheet(String(key));
      return sheet && session.worksheet(sheet);
    },
    GetFirst: (workbook, [visibleOnly], session) =>
      session.worksheet(visibleSheets(workbook, visibleOnly)[0]!),
    GetLast: (workbook, [visibleOnly], session) =>
      session.worksheet(visibleSheets(workbook, visibleOnly).at(-1)!),
    ...eventMethods<WorkbookModel>(
      () => 'Workbook',
      ['Activated', 'Added', 'DataChanged', 'Deactivated', 'Deleted', 'SelectionChanged'],
    ),
  },
};
