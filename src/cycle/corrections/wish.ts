import { type CellRef, type CellValue, parseCellName } from '../../model';

/** The cell that a text names as people write it, `明细表!D12`; `null` where it is none. */
export function cellOfText(text: string): CellRef | null {
  const cut = Math.max(text.lastIndexOf('!'), text.lastIndexOf('!'));
  const place = cut < 1 ? null : parseCellName(text.slice(cut + 1).trim());
  return place && { sheet: text.slice(0, cut).replace(/^'|'$/g, ''), ...place };
}

/** What a text puts into a cell: a number where it is one. A licence of twelve digits is a text, whatever it looks like. */
export function valueOfText(text: string): CellValue {
  return /^-?\d{1,9}(?:\.\d+)?$/.test(text) ? Number(text) : text;
}
