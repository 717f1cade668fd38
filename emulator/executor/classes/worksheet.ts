import type { Area } from '../../../src/model';
import { COLUMN_LIMIT, isSheetName, parseArea, ROW_LIMIT, splitAddress, type SheetModel } from '../../model';
import { accessDenied, invalidArgument, itemNotFound, shown, WireError } from '../errors';
import type { ClassSpec, Session } from '../remote';
import { eventMethods } from './events';
import { areasClass } from './range-areas';
import { namesClass, tablesClass } from './names';
import { commentsClass, notesClass } from './notes';
import { autoFilterClass, freezePanesClass, pageLayoutClass, protectionClass } from './sheet-setup';

function rename(sheet: SheetModel, value: unknown, session: Session): void {
  const name = String(value);
  if (!isSheetName(name)) throw invalidArgument('name');
  const other = session.workbook.sheet(name);
  if (other && other !== sheet)
    throw new WireError('ItemAlreadyExists', 'A resource with the same name already exists.');
  session.workbook.renameSheet(sheet, name);
}

function areaOf(sheet: SheetModel, address: unknown): Area {
  if (address === undefined || address === null || address === '') return sheet.whole;
  const { cells } = splitAddress(shown(address));
  const area = parseArea(cells);
  if (!area) throw invalidArgument(address);
  return area;
}

function areaByIndexes(args: readonly unknown[]): Area {
  const [top, left, rows, columns] = args.map(Number) as [number, number, number, number];
  const area = { top, left, bottom: top + rows - 1, right: left + columns - 1 };
  const inside = top >= 0 && left >= 0 && rows > 0 && columns > 0 && area.bottom < ROW_LIMIT;
  if (!inside || area.right >= COLUMN_LIMIT) throw invalidArgument(`range by indexes ${args.join(', ')}`);
  return area;
}

function remove(sheet: SheetModel, session: Session): void {
  const others = session.workbook.sheets.filter((one) => one !== sheet && one.visibility === 'Visible');
  if (others.length === 0)
    throw new WireError('InvalidOperation', 'A workbook must contain at least one visible sheet.');
  if (session.workbook.readOnly) throw accessDenied('the workbook is read-only');
  if (sheet.visibility === 'VeryHidden') throw new WireError('InvalidOperation', 'The sheet is very hidden.');
  session.workbook.deleteSheet(sheet);
}

const FIRST_CELL: Area = { top: 0, left: 0, bottom: 0, right: 0 };

export const worksheetClass: ClassSpec<SheetModel> = {
  name: 'Worksheet',
  scalars: {
    Id: { get: (sheet) => sheet.id },
    Name: { get: (sheet) => sheet.name, set: rename },
    Position: { get: (sheet, session) => session.workbook.sheets.indexOf(sheet), set: move },
    Visibility: {
      get: (sheet) => sheet.visibility,
      set: (sheet, value) => void (sheet.visibility = value as SheetModel['visibility']),
    },
    TabColor: {
      get: (sheet) => sheet.tabColor,
      set: (sheet, value) => void (sheet.tabColor = String(value)),
    },
    ShowGridlines: {
      get: (sheet) => sheet.showGridlines,
      set: (sheet, value) => void (sheet.showGridlines = value === true),
    },
  },
  objects: {
    AutoFilter: (sheet, session) => session.wrap(autoFilterClass, sheet),
    Comments: (sheet, session) => session.wrap(commentsClass, sheet),
    Notes: (sheet, session) => session.wrap(notesClass, sheet),
    FreezePanes: (sheet, session) => session.wrap(freezePanesClass, sheet),
    PageLayout: (sheet, session) => session.wrap(pageLayoutClass, sheet),
    Protection: (sheet, session) => session.wrap(protectionClass, sheet),
    Names: (sheet, session) => session.wrap(namesClass, { workbook: session.workbook, scope: sheet }),
    Tables: (sheet, session) => session.wrap(tablesClass, { workbook: session.workbook, sheet }),
  },
  methods: {
    GetRange: (sheet, [address], session) => session.range(sheet, areaOf(sheet, address)),
    GetRanges: (sheet, [addresses], session) => {
      const areas = String(addresses)
        .split(',')
        .map((address) => areaOf(sheet, address.trim()));
      return session.wrap(areasClass, { sheet, areas });
    },
    GetRangeByIndexes: (sheet, args, session) => session.range(sheet, areaByIndexes(args)),
    GetCell: (sheet, [row, column], session) => session.range(sheet, areaByIndexes([row, column, 1, 1])),
    GetUsedRange: (sheet, [valuesOnly], session) =>
      session.range(sheet, sheet.usedArea(valuesOnly === true) ?? FIRST_CELL),
    GetUsedRangeOrNullObject: (sheet, [valuesOnly], session) => {
      const area = sheet.usedArea(valuesOnly === true);
      return area && session.range(sheet, area);
    },
    Activate: (sheet, _args, session) => {
      if (sheet.visibility !== 'Visible') throw new WireError('InvalidOperation', 'The sheet is hidden.');
      session.workbook.activate(sheet);
    },
    Delete: (sheet, _args, session) => remove(sheet, session),
    Calculate: (_sheet, _args, session) => session.workbook.recalculate(),
    _GetSheetById: (_sheet, [id], session) => {
      const found = session.workbook.sheet(String(id));
      if (!found) throw itemNotFound(String(id));
      return session.worksheet(found);
    },
    ...eventMethods<SheetModel>(
      (sheet) => sheet.id,
      ['Activated', 'DataChanged', 'Deactivated', 'SelectionChanged'],
    ),
  },
  identity: (sheet) => ({ Id: sheet.id }),
};

function move(sheet: SheetModel, value: unknown, session: Session): void {
  const others = session.workbook.sheets.filter((one) => one !== sheet);
  const at = Number(value);
  if (!Number.isInteger(at) || at < 0 || at > others.length) throw invalidArgument('position');
  session.workbook.sheets = [...others.slice(0, at), sheet, ...others.slice(at)];
}
