import type { Area } from '../../../src/model';
import {
  COLUMN_LIMIT,
  columnCount,
  formatArea,
  intersect,
  isWholeColumns,
  isWholeRows,
  parseArea,
  quoteSheet,
  ROW_LIMIT,
  rowCount,
  splitAddress,
  unite,
} from '../../model';
import { accessDenied, invalidArgument, itemNotFound, WireError } from '../errors';
import { Remote, type ClassSpec, type RangeTarget, type Scalar, type Session } from '../remote';
import { clear, copyFrom, deleteCells, insertCells, merge, unmerge } from './range-actions';
import { areasClass } from './range-areas';
import { conditionsClass } from './conditional-formats';
import { formatClass } from './range-format';
import { assertWritable, valueScalars } from './range-values';
import { validationClass } from './validation';

function address({ sheet, area }: RangeTarget): string {
  return `${quoteSheet(sheet.name)}!${formatArea(area)}`;
}

function hiddenScalar(axis: 'row' | 'column'): Scalar<RangeTarget> {
  const span = ({ area }: RangeTarget): [number, number] =>
    axis === 'row' ? [area.top, area.bottom] : [area.left, area.right];
  const set = ({ sheet }: RangeTarget): Set<number> =>
    axis === 'row' ? sheet.hiddenRows : sheet.hiddenColumns;
  return {
    get: (target) => {
      const [first, last] = span(target);
      const hidden = [...set(target)].filter((one) => one >= first && one <= last).length;
      return hidden === 0 ? false : hidden === last - first + 1 ? true : null;
    },
    set: (target, value) => {
      const [first, last] = span(target);
      for (let at = first; at <= last; at += 1) {
        if (value === true) set(target).add(at);
        else set(target).delete(at);
      }
    },
  };
}

function part(target: RangeTarget, area: Area, session: Session): Remote {
  const inside = area.top >= 0 && area.left >= 0 && area.bottom < ROW_LIMIT && area.right < COLUMN_LIMIT;
  if (!inside || area.top > area.bottom || area.left > area.right) throw invalidArgument('outside the sheet');
  return session.range(target.sheet, area);
}

function other(value: unknown): Area {
  if (value instanceof Remote) return (value.self as RangeTarget).area;
  const area = parseArea(splitAddress(String(value)).cells);
  if (!area) throw invalidArgument(String(value));
  return area;
}

function oneCell({ area }: RangeTarget, row: unknown, column: unknown): Area {
  const top = area.top + Number(row);
  const left = area.left + Number(column);
  return { top, left, bottom: top, right: left };
}

function resized({ area }: RangeTarget, rows: number, columns: number): Area {
  return { ...area, bottom: area.top + rows - 1, right: area.left + columns - 1 };
}

/** The cells with formulas, those below each other in one area. */
function formulaAreas({ sheet, area }: RangeTarget): Area[] {
  const open = new Map<number, Area>();
  const areas: Area[] = [];
  sheet.each(area, ({ formula }, row, column) => {
    if (formula === null) return;
    const above = open.get(column);
    const joins = above?.bottom === row - 1;
    if (above && !joins) areas.push(above);
    open.set(column, { top: joins ? above.top : row, left: column, bottom: row, right: column });
  });
  return [...areas, ...open.values()];
}

function common(target: RangeTarget, value: unknown, session: Session): Remote | null {
  const area = intersect(target.area, other(value));
  return area && session.range(target.sheet, area);
}

const parts: ClassSpec<RangeTarget>['methods'] = {
  GetCell: (target, [row, column], session) => part(target, oneCell(target, row, column), session),
  GetRow: (target, [row], session) => {
    const top = target.area.top + Number(row);
    return part(target, { ...target.area, top, bottom: top }, session);
  },
  GetColumn: (target, [column], session) => {
    const left = target.area.left + Number(column);
    return part(target, { ...target.area, left, right: left }, session);
  },
  GetLastRow: (target, _args, session) => part(target, { ...target.area, top: target.area.bottom }, session),
  GetLastColumn: (target, _args, session) =>
    part(target, { ...target.area, left: target.area.right }, session),
  GetLastCell: (target, _args, session) =>
    part(target, { ...target.area, top: target.area.bottom, left: target.area.right }, session),
  GetEntireRow: (target, _args, session) =>
    part(target, { ...target.area, left: 0, right: COLUMN_LIMIT - 1 }, session),
  GetEntireColumn: (target, _args, session) =>
    part(target, { ...target.area, top: 0, bottom: ROW_LIMIT - 1 }, session),
  GetBoundingRect: (target, [value], session) => part(target, unite(target.area, other(value)), session),
  GetOffsetRange: (target, [rows, columns], session) => {
    const { top, bottom, left, right } = target.area;
    const [down, over] = [Number(rows), Number(columns)];
    return part(
      target,
      { top: top + down, bottom: bottom + down, left: left + over, right: right + over },
      session,
    );
  },
  GetResizedRange: (target, [rows, columns], session) =>
    part(
      target,
      resized(target, rowCount(target.area) + Number(rows), columnCount(target.area) + Number(columns)),
      session,
    ),
  GetAbsoluteResizedRange: (target, [rows, columns], session) =>
    part(target, resized(target, Number(rows), Number(columns)), session),
  GetIntersection: (target, [value], session) => {
    const found = common(target, value, session);
    if (!found) throw itemNotFound('intersection');
    return found;
  },
  GetIntersectionOrNullObject: (target, [value], session) => common(target, value, session),
  GetUsedRange: (target, [valuesOnly], session) =>
    part(target, target.sheet.usedArea(valuesOnly === true, target.area) ?? oneCell(target, 0, 0), session),
  GetUsedRangeOrNullObject: (target, [valuesOnly], session) => {
    const area = target.sheet.usedArea(valuesOnly === true, target.area);
    return area && session.range(target.sheet, area);
  },
  GetSpecialCellsOrNullObject: (target, [type], session) => {
    if (type !== 'Formulas') throw new WireError('NotImplemented', 'The emulator finds formulas only.');
    // As Excel's own command: it is greyed out on a protected sheet.
    if (target.sheet.isProtected) throw accessDenied('the sheet is protected');
    const areas = formulaAreas(target);
    return areas.length > 0 ? session.wrap(areasClass, { sheet: target.sheet, areas }) : null;
  },
  GetMergedAreasOrNullObject: (target, _args, session) => {
    const areas = target.sheet.merges.filter((area) => intersect(area, target.area));
    return areas.length > 0 ? session.wrap(areasClass, { sheet: target.sheet, areas }) : null;
  },
};

const linkScalar: Scalar<RangeTarget> = {
  get: ({ sheet, area }) => {
    const documentReference = sheet.links.get(`${area.top},${area.left}`);
    return documentReference === undefined ? null : { documentReference };
  },
  set: (target, value, session) => {
    assertWritable(target, session);
    const { sheet, area } = target;
    const link = value as { documentReference?: unknown; textToDisplay?: unknown };
    if (typeof link?.documentReference !== 'string') throw invalidArgument('hyperlink');
    sheet.links.set(`${area.top},${area.left}`, link.documentReference);
    if (session.workbook.original.has(sheet)) session.workbook.journal.lose(`${sheet.name}:链接`);
  },
};

function checkSize({ area }: RangeTarget, [rows, columns]: readonly unknown[]): null {
  if (rows !== rowCount(area) || columns !== columnCount(area)) {
    throw invalidArgument("the number of rows or columns of the array doesn't match the size of the range");
  }
  return null;
}

function select(target: RangeTarget, session: Session): void {
  if (target.sheet.visibility !== 'Visible') throw new WireError('InvalidOperation', 'The sheet is hidden.');
  session.workbook.select(target.sheet, target.area);
}

export const rangeClass: ClassSpec<RangeTarget> = {
  name: 'Range',
  scalars: {
    ...valueScalars,
    Address: { get: address },
    AddressLocal: { get: address },
    CellCount: { get: ({ area }) => Math.min(rowCount(area) * columnCount(area), 2 ** 31 - 1) },
    RowIndex: { get: ({ area }) => area.top },
    ColumnIndex: { get: ({ area }) => area.left },
    RowCount: { get: ({ area }) => rowCount(area) },
    ColumnCount: { get: ({ area }) => columnCount(area) },
    IsEntireRow: { get: ({ area }) => isWholeRows(area) },
    IsEntireColumn: { get: ({ area }) => isWholeColumns(area) },
    RowHidden: hiddenScalar('row'),
    ColumnHidden: hiddenScalar('column'),
    Hyperlink: linkScalar,
    _ReferenceId: { get: (target, session) => session.referenceOf(target) ?? '' },
  },
  objects: {
    Worksheet: ({ sheet }, session) => session.worksheet(sheet),
    Format: (target, session) => session.wrap(formatClass, target),
    ConditionalFormats: ({ sheet, area }, session) => session.wrap(conditionsClass, { sheet, areas: [area] }),
    DataValidation: (target, session) => session.wrap(validationClass, target),
  },
  methods: {
    ...parts,
    Insert: insertCells,
    Delete: deleteCells,
    Clear: clear,
    CopyFrom: copyFrom,
    Merge: merge,
    Unmerge: unmerge,
    Select: (target, _args, session) => select(target, session),
    Calculate: (_target, _args, session) => session.workbook.recalculate(),
    _ValidateArraySize: checkSize,
    _KeepReference: (target, _args, session) => void session.keep(target),
  },
  identity: (target, session) => {
    const id = session.referenceOf(target);
    return id === null ? {} : { _ReferenceId: id };
  },
};
