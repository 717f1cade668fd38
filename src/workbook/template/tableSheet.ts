import type { Area, Scheme, SheetDefinition } from '../../model';
import type { NewCell, NewSheet } from '../host';
import { blankCells, columnList } from './blankCells';
import { type TemplateColumn, templateColumns } from './columns';

/** Columns that fit on a portrait page. */
const PORTRAIT = 7;

/** A sheet with a title, a header of one row or two, and blank rows below. */
export function tableSheet(scheme: Scheme, definition: SheetDefinition): NewSheet {
  const columns = templateColumns(scheme, definition);
  const head = sheetHead(definition, columns);
  const top = head.headerRows;
  const styles = columns.map(({ style }) => style);
  return {
    ...head,
    cells: [...head.cells, ...blankCells(top, styles)],
    lists: columns.flatMap(({ values }, column) => (values ? [columnList(top, column, values)] : [])),
  };
}

/** Title and header of a sheet of these columns; no rows and no lists. */
export function sheetHead(definition: SheetDefinition, columns: readonly TemplateColumn[]): NewSheet {
  const hasParents = columns.some(({ parent }) => parent !== null);
  const header = 1;
  const titleArea: Area = { top: 0, left: 0, bottom: 0, right: columns.length - 1 };
  return {
    name: definition.name,
    cells: [
      { row: 0, column: 0, value: definition.title, style: 'title' },
      ...headerCells(columns, header, hasParents),
    ],
    merges: [titleArea, ...(hasParents ? headerMerges(columns, header) : [])],
    columnWidths: columns.map(({ width }) => width),
    headerRows: header + (hasParents ? 2 : 1),
    landscape: columns.length > PORTRAIT,
    lists: [],
  };
}

function headerCells(columns: readonly TemplateColumn[], row: number, hasParents: boolean): NewCell[] {
  return columns.flatMap((column, index): NewCell[] => {
    const cell = (at: number, value: string): NewCell => ({ row: at, column: index, value, style: 'header' });
    if (!hasParents) return [cell(row, column.header)];
    if (column.parent === null) return [cell(row, column.header), cell(row + 1, '')];
    const first = columns[index - 1]?.parent !== column.parent;
    return [cell(row, first ? column.parent : ''), cell(row + 1, column.header)];
  });
}

/** Parents over their columns, single headers over both rows. */
function headerMerges(columns: readonly TemplateColumn[], row: number): Area[] {
  const merges: Area[] = [];
  columns.forEach(({ parent }, column) => {
    if (parent === null) merges.push({ top: row, left: column, bottom: row + 1, right: column });
    else if (columns[column - 1]?.parent !== parent) {
      const next = columns.findIndex((each, index) => index > column && each.parent !== parent);
      merges.push({ top: row, left: column, bottom: row, right: (next < 0 ? columns.length : next) - 1 });
    }
  });
  return merges;
}
