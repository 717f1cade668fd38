import { cellName, columnName, parseCellName, type Area } from '../../src/model';

/** The size of a sheet: rows and columns are 0-based and below these. */
export const ROW_LIMIT = 1_048_576;
export const COLUMN_LIMIT = 16_384;

/** `Sheet1!A1:B2` → the sheet's name (`null` where none is given) and the rest. Quotes round a name are taken off. */
export function splitAddress(address: string): { sheet: string | null; cells: string } {
  const quoted = /^'((?:[^']|'')+)'!(.*)$/.exec(address);
  if (quoted) return { sheet: quoted[1]!.replace(/''/g, "'"), cells: quoted[2]! };
  const bang = address.lastIndexOf('!');
  return bang < 0
    ? { sheet: null, cells: address }
    : { sheet: address.slice(0, bang), cells: address.slice(bang + 1) };
}

function corner(text: string): { row: number | null; column: number | null } | null {
  const cell = parseCellName(text);
  if (cell) return cell.row < ROW_LIMIT && cell.column < COLUMN_LIMIT ? cell : null;
  const row = /^\$?([1-9]\d{0,6})$/.exec(text);
  if (row) return Number(row[1]) <= ROW_LIMIT ? { row: Number(row[1]) - 1, column: null } : null;
  const column = /^\$?[A-Za-z]{1,3}$/.test(text) ? parseCellName(`${text.replace('$', '')}1`) : null;
  return column && column.column < COLUMN_LIMIT ? { row: null, column: column.column } : null;
}

/** `B2`, `A1:C3`, `A:C`, `2:5`, with or without `$` → its area; `null` where the text is no address. */
export function parseArea(text: string): Area | null {
  const parts = text.trim().split(':');
  if (parts.length > 2) return null;
  const first = corner(parts[0]!);
  const last = parts.length === 2 ? corner(parts[1]!) : first;
  if (!first || !last) return null;
  if (parts.length === 1 && (first.row === null || first.column === null)) return null;
  if ((first.row === null) !== (last.row === null)) return null;
  if ((first.column === null) !== (last.column === null)) return null;
  const rows = [first.row ?? 0, last.row ?? ROW_LIMIT - 1];
  const columns = [first.column ?? 0, last.column ?? COLUMN_LIMIT - 1];
  return {
    top: Math.min(...rows),
    bottom: Math.max(...rows),
    left: Math.min(...columns),
    right: Math.max(...columns),
  };
}

export function isWholeRows(area: Area): boolean {
  return area.left === 0 && area.right === COLUMN_LIMIT - 1;
}

export function isWholeColumns(area: Area): boolean {
  return area.top === 0 && area.bottom === ROW_LIMIT - 1;
}

/** `B2`, `A1:C3`, `A:C` or `2:5`, without `$`. */
export function formatArea(area: Area): string {
  if (isWholeColumns(area)) return `${columnName(area.left)}:${columnName(area.right)}`;
  if (isWholeRows(area)) return `${area.top + 1}:${area.bottom + 1}`;
  const first = cellName(area.top, area.left);
  const last = cellName(area.bottom, area.right);
  return first === last ? first : `${first}:${last}`;
}

/** A sheet's name as it stands before `!`: quoted where a formula would need it. */
export function quoteSheet(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !parseArea(name) ? name : `'${name.replace(/'/g, "''")}'`;
}

export function intersect(a: Area, b: Area): Area | null {
  const area = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return area.top <= area.bottom && area.left <= area.right ? area : null;
}

export function unite(a: Area, b: Area): Area {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}

export function rowCount(area: Area): number {
  return area.bottom - area.top + 1;
}

export function columnCount(area: Area): number {
  return area.right - area.left + 1;
}
