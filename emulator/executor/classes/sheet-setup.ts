import { parseArea, splitAddress, type PageSetup, type SheetModel } from '../../model';
import type { Area } from '../../../src/model';
import { accessDenied, invalidArgument } from '../errors';
import { Remote, type ClassSpec, type RangeTarget, type Session } from '../remote';

/** An argument that may be a range or an address. */
function areaArgument(value: unknown): Area {
  if (value instanceof Remote) return (value.self as RangeTarget).area;
  const area = parseArea(splitAddress(String(value)).cells);
  if (!area) throw invalidArgument(String(value));
  return area;
}

export const protectionClass: ClassSpec<SheetModel> = {
  name: 'WorksheetProtection',
  scalars: {
    Protected: { get: (sheet) => sheet.isProtected },
    Options: { get: () => null },
  },
  methods: {
    Protect: (sheet, [, password]) => {
      if (sheet.isProtected) throw accessDenied('the sheet is protected already');
      sheet.isProtected = true;
      sheet.password = typeof password === 'string' ? password : null;
    },
    Unprotect: (sheet, [password]) => {
      if (sheet.password !== null && sheet.password !== password) throw accessDenied('wrong password');
      sheet.isProtected = false;
      sheet.password = null;
    },
  },
};

function freeze(sheet: SheetModel, area: Area | null): void {
  sheet.frozen = area;
}

export const freezePanesClass: ClassSpec<SheetModel> = {
  name: 'WorksheetFreezePanes',
  methods: {
    FreezeRows: (sheet, [count]) => freeze(sheet, { ...sheet.whole, bottom: Number(count ?? 1) - 1 }),
    FreezeColumns: (sheet, [count]) => freeze(sheet, { ...sheet.whole, right: Number(count ?? 1) - 1 }),
    FreezeAt: (sheet, [range]) => freeze(sheet, areaArgument(range)),
    Unfreeze: (sheet) => freeze(sheet, null),
    GetLocationOrNullObject: (sheet, _args, session) => sheet.frozen && session.range(sheet, sheet.frozen),
  },
};

export const autoFilterClass: ClassSpec<SheetModel> = {
  name: 'AutoFilter',
  scalars: {
    Enabled: { get: (sheet) => sheet.filter !== null },
    IsDataFiltered: { get: (sheet) => sheet.filterColumns.size > 0 },
  },
  methods: {
    Apply: (sheet, [range], session) => {
      sheet.filter = areaArgument(range);
      if (session.workbook.original.has(sheet)) session.workbook.journal.lose(`${sheet.name}:筛选`);
    },
    Remove: (sheet) => {
      sheet.filter = null;
      sheet.filterColumns.clear();
    },
  },
};

function pageValue<K extends keyof PageSetup>(key: K): NonNullable<ClassSpec<SheetModel>['scalars']>[string] {
  return {
    get: (sheet) => sheet.page[key],
    set: (sheet, value) => void (sheet.page[key] = value as PageSetup[K]),
  };
}

function orNull(key: 'printArea' | 'titleRows') {
  return (sheet: SheetModel, _args: readonly unknown[], session: Session): Remote | null => {
    const area = sheet.page[key];
    return area && session.range(sheet, area);
  };
}

export const pageLayoutClass: ClassSpec<SheetModel> = {
  name: 'PageLayout',
  scalars: {
    Orientation: pageValue('orientation'),
    PaperSize: pageValue('paperSize'),
    Zoom: pageValue('zoom'),
    CenterHorizontally: pageValue('centerHorizontally'),
  },
  methods: {
    SetPrintArea: (sheet, [area]) => void (sheet.page.printArea = areaArgument(area)),
    SetPrintTitleRows: (sheet, [rows]) => void (sheet.page.titleRows = areaArgument(rows)),
    GetPrintAreaOrNullObject: orNull('printArea'),
    GetPrintTitleRowsOrNullObject: orNull('titleRows'),
  },
};
