import type { WorkbookModel } from '../../model';
import type { ClassSpec } from '../remote';
import { applicationClass } from './application';
import { functionsClass } from './functions';
import { namesClass, tablesClass } from './names';
import { settingsClass } from './settings';
import { worksheetsClass } from './worksheets';
import { xmlPartsClass } from './xml-parts';
import { itemNotFound } from '../errors';

const structureClass: ClassSpec<WorkbookModel> = {
  name: 'WorkbookProtection',
  scalars: { Protected: { get: (workbook) => workbook.structureProtected } },
};

export const workbookClass: ClassSpec<WorkbookModel> = {
  name: 'Workbook',
  scalars: {
    Name: { get: (workbook) => workbook.name },
    ReadOnly: { get: (workbook) => workbook.readOnly },
    IsDirty: { get: (workbook) => workbook.journal.changes.length > 0 },
    AutoSave: { get: () => false },
  },
  objects: {
    Worksheets: (workbook, session) => session.wrap(worksheetsClass, workbook),
    Names: (workbook, session) => session.wrap(namesClass, { workbook, scope: null }),
    Tables: (workbook, session) => session.wrap(tablesClass, { workbook, sheet: null }),
    CustomXmlParts: (workbook, session) => session.wrap(xmlPartsClass, { workbook, namespaceUri: null }),
    Settings: (workbook, session) => session.wrap(settingsClass, workbook),
    Protection: (workbook, session) => session.wrap(structureClass, workbook),
    Functions: (workbook, session) => session.wrap(functionsClass, workbook),
    Application: (workbook, session) => session.wrap(applicationClass, workbook),
  },
  methods: {
    GetSelectedRange: (workbook, _args, session) => {
      if (!workbook.active) throw itemNotFound('selection');
      return session.range(workbook.active, workbook.selection);
    },
    GetActiveCell: (workbook, _args, session) => {
      if (!workbook.active) throw itemNotFound('active cell');
      const { top, left } = workbook.selection;
      return session.range(workbook.active, { top, left, bottom: top, right: left });
    },
    GetIsActiveCollabSession: () => false,
    _RemoveReference: (_workbook, [id], session) => session.release(String(id)),
    _RemoveAllReferences: (_workbook, _args, session) => session.release(null),
    _GetReferenceCount: (_workbook, _args, session) => session.referenceCount(),
  },
};
