import type { Area } from '../../../src/model';
import { intersect, type Border, type BorderSide, type CellFormat, type SheetModel } from '../../model';
import { invalidArgument, itemNotFound } from '../errors';
import type { ClassSpec, RangeTarget, Scalar, Session } from '../remote';
import { assertWritable } from './range-values';

/** Cells whose format a change touches: all of a small range, what is used of an unbounded one. */
function formatted({ sheet, area }: RangeTarget): Area {
  const isLong = area.bottom - area.top > 100_000;
  const isWide = area.right - area.left > 10_000;
  // To look for what is used takes longer than to format a block.
  if (!isLong && !isWide) return area;
  const used = sheet.usedArea(false) ?? { top: 0, left: 0, bottom: 0, right: 0 };
  const bottom = isLong ? Math.max(area.top, used.bottom) : area.bottom;
  const right = isWide ? Math.max(area.left, used.right) : area.right;
  return { ...area, bottom, right };
}

function patchAll(target: RangeTarget, change: CellFormat, session: Session): void {
  assertWritable(target, session);
  const { top, left, bottom, right } = formatted(target);
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) target.sheet.patchFormat(row, column, change);
  }
  if (session.workbook.original.has(target.sheet)) session.workbook.journal.lose(`${target.sheet.name}:格式`);
}

/** The one value that all cells share, `null` where they differ. */
function shared<T>(target: RangeTarget, pick: (format: CellFormat) => T): T | null {
  const { top, left, bottom, right } = formatted(target);
  const first = pick(target.sheet.cell(top, left).format);
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) {
      if (pick(target.sheet.cell(row, column).format) !== first) return null;
    }
  }
  return first;
}

function formatScalar<K extends keyof CellFormat>(key: K, fallback: CellFormat[K]): Scalar<RangeTarget> {
  return {
    get: (target) => shared(target, (format) => format[key] ?? fallback),
    set: (target, value, session) => patchAll(target, { [key]: value as CellFormat[K] }, session),
  };
}

const fillClass: ClassSpec<RangeTarget> = {
  name: 'RangeFill',
  scalars: { Color: formatScalar('fill', '#FFFFFF') },
  methods: {
    Clear: (target, _args, session) => patchAll(target, { fill: undefined }, session),
  },
};

const fontClass: ClassSpec<RangeTarget> = {
  name: 'RangeFont',
  scalars: {
    Bold: formatScalar('bold', false),
    Italic: formatScalar('italic', false),
    Color: formatScalar('fontColor', '#000000'),
    Name: formatScalar('fontName', '等线'),
    Size: formatScalar('fontSize', 11),
  },
};

interface BorderTarget {
  readonly range: RangeTarget;
  readonly side: BorderSide;
}

const NO_BORDER: Border = { style: 'None', color: '#000000', weight: 'Thin' };

/** Cells that have the side: an edge belongs to the outer cells, an inside line to all. */
function sideArea({ range, side }: BorderTarget): Area {
  const area = formatted(range);
  if (side === 'EdgeTop') return { ...area, bottom: area.top };
  if (side === 'EdgeBottom') return { ...area, top: area.bottom };
  if (side === 'EdgeLeft') return { ...area, right: area.left };
  if (side === 'EdgeRight') return { ...area, left: area.right };
  return area;
}

function setBorder(target: BorderTarget, change: Partial<Border>, session: Session): void {
  assertWritable(target.range, session);
  const { sheet } = target.range;
  const { top, left, bottom, right } = sideArea(target);
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) {
      const borders = sheet.cell(row, column).format.borders ?? {};
      const border = { ...NO_BORDER, style: 'Continuous', ...borders[target.side], ...change };
      sheet.patchFormat(row, column, { borders: { ...borders, [target.side]: border } });
    }
  }
  if (session.workbook.original.has(sheet)) session.workbook.journal.lose(`${sheet.name}:格式`);
}

function borderScalar(key: keyof Border): Scalar<BorderTarget> {
  return {
    get: (target) => {
      const { top, left } = sideArea(target);
      return (target.range.sheet.cell(top, left).format.borders?.[target.side] ?? NO_BORDER)[key];
    },
    set: (target, value, session) => setBorder(target, { [key]: String(value) }, session),
  };
}

const borderClass: ClassSpec<BorderTarget> = {
  name: 'RangeBorder',
  scalars: {
    SideIndex: { get: (target) => target.side },
    Style: borderScalar('style'),
    Color: borderScalar('color'),
    Weight: borderScalar('weight'),
  },
};

const SIDES: readonly string[] = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideHorizontal',
  'InsideVertical',
];

const bordersClass: ClassSpec<RangeTarget> = {
  name: 'RangeBorderCollection',
  indexer: (range, key, session) => {
    if (!SIDES.includes(String(key))) throw itemNotFound(String(key));
    return session.wrap(borderClass, { range, side: key as BorderSide });
  },
};

function sizeScalar(axis: 'row' | 'column', standard: number): Scalar<RangeTarget> {
  const span = ({ area }: RangeTarget): [number, number] =>
    axis === 'row' ? [area.top, area.bottom] : [area.left, area.right];
  const sizes = (sheet: SheetModel): Map<number, number> =>
    axis === 'row' ? sheet.rowHeights : sheet.columnWidths;
  return {
    get: (target) => sizes(target.sheet).get(span(target)[0]) ?? standard,
    set: (target, value, session) => {
      assertWritable(target, session);
      if (typeof value !== 'number' || value < 0) throw invalidArgument('width or height');
      const [first, last] = span(target);
      for (let at = first; at <= last; at += 1) sizes(target.sheet).set(at, value);
    },
  };
}

/** Wide enough for the longest entry: 6 points a Latin, 12 a Chinese character. */
function autofitColumns({ sheet, area }: RangeTarget): void {
  const used = sheet.usedArea(true);
  const seen = used && intersect(used, { ...area, top: 0, bottom: used.bottom });
  if (!seen) return;
  const widths = new Map<number, number>();
  sheet.each(seen, (cell, _row, column) => {
    const width = [...String(cell.value)].reduce(
      (sum, letter) => sum + (letter.codePointAt(0)! > 255 ? 12 : 6),
      8,
    );
    widths.set(column, Math.max(widths.get(column) ?? 0, width));
  });
  for (const [column, width] of widths) sheet.columnWidths.set(column, width);
}

export const formatClass: ClassSpec<RangeTarget> = {
  name: 'RangeFormat',
  scalars: {
    WrapText: formatScalar('wrap', false),
    HorizontalAlignment: formatScalar('horizontal', 'General'),
    VerticalAlignment: formatScalar('vertical', 'Bottom'),
    ColumnWidth: sizeScalar('column', 51),
    RowHeight: sizeScalar('row', 14.25),
  },
  objects: {
    Fill: (target, session) => session.wrap(fillClass, target),
    Font: (target, session) => session.wrap(fontClass, target),
    Borders: (target, session) => session.wrap(bordersClass, target),
  },
  methods: {
    AutofitColumns: autofitColumns,
    AutofitRows: () => null,
  },
};
