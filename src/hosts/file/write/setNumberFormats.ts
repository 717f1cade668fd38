import { attribute, withAttribute } from '../xml/tags';
import type { RawCell } from '../read/cells';
import { isProtected, protectedSheet } from './protection';
import { type CellRewrite, editRows } from './rows';
import type { EditSession } from './session';
import { withNumberFormat } from './styles';

/** A number format (en-US) for a cell; 0-based. */
export interface FormatEdit {
  readonly row: number;
  readonly column: number;
  readonly format: string;
}

/**
 * Gives cells another number format; everything else of their format stays. A cell that is not there stays away.
 * Throws `HostError` on a protected sheet.
 */
export function setNumberFormats(
  session: EditSession,
  sheetName: string,
  cells: readonly FormatEdit[],
): void {
  if (cells.length === 0) return;
  const sheet = session.sheet(sheetName);
  const xml = session.xml(sheet.path);
  if (isProtected(xml)) throw protectedSheet(sheet.name);
  const known = new Map<string, string>();
  const styleOf = (like: string, format: string): string => {
    const key = `${like} ${format}`;
    const index = known.get(key) ?? String(withNumberFormat(session, Number(like), format));
    known.set(key, index);
    return index;
  };
  const edits = new Map<number, Map<number, CellRewrite>>();
  for (const { row, column, format } of cells) {
    const line = edits.get(row) ?? new Map<number, CellRewrite>();
    line.set(column, (old) => old && restyled(old, styleOf(attribute(old.tag, 's') ?? '0', format)));
    edits.set(row, line);
  }
  session.parts.setText(sheet.path, editRows(xml, edits));
}

function restyled({ tag, content }: RawCell, style: string): string {
  const open = withAttribute(tag, 's', style);
  if (open.endsWith('/>')) return open;
  return `${open}${content}</${/^<([\w.:-]+)/.exec(tag)![1]!}>`;
}
