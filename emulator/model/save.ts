import { type Area, type CellRef, parseCellName, type Severity } from '../../src/model';
import type { CellStyle, NewCell, NewSheet, UndoChange } from '../../src/workbook/host';
import { isMarkNote, isMarkRule, MARK_FILLS } from '../../src/workbook/marks';
import { rowCount } from './address';
import type { Cell } from './cell';
import type { SheetModel } from './sheet';
import type { WorkbookModel } from './workbook';

/** The style whose look in a new sheet comes nearest to what the cell looks like. */
function styleOf({ format, numberFormat }: Cell): CellStyle {
  if (!format.borders) return format.bold ? 'title' : format.fontSize === 10 ? 'note' : 'meta';
  if (format.bold) return 'header';
  if (numberFormat === '@') return 'text';
  if (numberFormat.includes('%')) return 'percent';
  if (/[ymd]/i.test(numberFormat)) return 'date';
  if (numberFormat === '0') return 'integer';
  return /^0\.0+$/.test(numberFormat) ? 'decimal' : 'flag';
}

/** The cell that `'表'!A1` leads to. */
function linkOf(sheet: SheetModel, row: number, column: number): CellRef | null {
  const match = /^'((?:[^']|'')*)'!(\w+)$/.exec(sheet.links.get(`${row},${column}`) ?? '');
  const place = match && parseCellName(match[2]!);
  return place ? { sheet: match[1]!.replace(/''/g, "'"), ...place } : null;
}

function cellsOf(sheet: SheetModel): NewCell[] {
  const cells: NewCell[] = [];
  sheet.each(sheet.whole, (cell, row, column) => {
    const link = linkOf(sheet, row, column);
    const value = cell.formula === null ? cell.value : '';
    cells.push({ row, column, value, style: styleOf(cell), ...(link ? { link } : {}) });
  });
  return cells;
}

function listsOf(sheet: SheetModel): NewSheet['lists'] {
  return sheet.validations.flatMap(({ area, rule }) => {
    const source = (rule['list'] as { source?: unknown } | undefined)?.source;
    return typeof source === 'string' && !source.startsWith('=') ? [{ area, values: source.split(',') }] : [];
  });
}

const STANDARD_WIDTH = 51;

/** Characters of 7 pixels and 5 pixels of margin, at 0.75 points a pixel; to a hundredth. */
function characters(points: number): number {
  return Math.round(((points / 0.75 - 5) / 7) * 100) / 100;
}

function widthsOf(sheet: SheetModel): number[] {
  const last = Math.max(-1, ...sheet.columnWidths.keys());
  const columns = Array.from({ length: last + 1 }, (_, column) => column);
  return columns.map((column) => characters(sheet.columnWidths.get(column) ?? STANDARD_WIDTH));
}

function headerRows(frozen: Area | null): number {
  return frozen && frozen.top === 0 ? rowCount(frozen) : 0;
}

function describe(sheet: SheetModel): NewSheet {
  return {
    name: sheet.name,
    cells: cellsOf(sheet),
    merges: sheet.merges,
    columnWidths: widthsOf(sheet),
    headerRows: headerRows(sheet.frozen),
    landscape: sheet.page.orientation === 'Landscape',
    lists: listsOf(sheet),
    ...(sheet.filter ? { filter: sheet.filter } : {}),
  };
}

function formulasOf(sheet: SheetModel): UndoChange[] {
  const cells: { row: number; column: number; formula: string }[] = [];
  sheet.each(sheet.whole, (cell, row, column) => {
    if (cell.formula !== null) cells.push({ row, column, formula: cell.formula });
  });
  return cells.length > 0 ? [{ kind: 'setFormulas', sheet: sheet.name, cells }] : [];
}

/** The product's marks: the conditional formats that the file host's changes can say. */
function marksOf(sheet: SheetModel): UndoChange[] {
  const severities = Object.keys(MARK_FILLS) as Severity[];
  const cells = sheet.conditions
    .filter(({ formula }) => isMarkRule(formula))
    .flatMap(({ areas, fill }) => {
      const severity = severities.find((each) => MARK_FILLS[each] === fill);
      return severity
        ? areas.flatMap((area) =>
            cellsIn(area).map((cell) => ({ ...cell, severity, ...noteAt(sheet, cell) })),
          )
        : [];
    });
  return cells.length > 0 ? [{ kind: 'mark', sheet: sheet.name, cells }] : [];
}

/** The note that goes with the mark of a cell, if it has one. */
function noteAt({ notes }: SheetModel, { row, column }: { row: number; column: number }): { note?: string } {
  const found = notes.find((one) => one.row === row && one.column === column && isMarkNote(one.content));
  return found ? { note: found.content } : {};
}

function cellsIn({ top, left, bottom, right }: Area): { row: number; column: number }[] {
  const cells = [];
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) cells.push({ row, column });
  }
  return cells;
}

/**
 * What must be applied to the bytes the workbook was loaded from to get the workbook as it is now. What these changes
 * cannot say stands in `workbook.journal.unsaved`.
 */
export function changesSinceLoad(workbook: WorkbookModel): UndoChange[] {
  const marks = workbook.sheets.flatMap(marksOf);
  const added = workbook.sheets.filter((sheet) => !workbook.original.has(sheet));
  return [
    ...workbook.journal.changes,
    ...added.map((sheet): UndoChange => ({ kind: 'addSheet', sheet: describe(sheet) })),
    ...added.flatMap(formulasOf),
    ...(marks.length > 0 || workbook.journal.hadMarks ? [{ kind: 'unmark' as const }, ...marks] : []),
  ];
}
