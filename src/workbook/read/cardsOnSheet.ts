import type { CellValue } from '../../model';
import type { HeaderColumn } from '../recognise/header';
import type { SheetLayout } from '../recognise/layout';
import { metaCells, readMeta } from '../recognise/meta';
import { RULE, kindsOf } from '../recognise/textKinds';
import type { Vocabulary } from '../recognise/vocabulary';
import type { SheetSnapshot } from '../snapshot';
import { otherTable } from './otherTable';

/**
 * The cards on a sheet: mostly one; several where somebody has copied a card below the one before, each with its own
 * labels (被测评人, 客户名称) and its own header. A header that is repeated without labels is a further page of the same card.
 */
export function cardsOnSheet(layout: SheetLayout, vocabulary: Vocabulary): readonly SheetLayout[] {
  const { sheet, header } = layout;
  const starts: { readonly from: number; readonly header: number }[] = [];
  let below = header.bottom + 1;
  for (let row = below; row < sheet.top + sheet.values.length; row++) {
    if (otherTable(layout, vocabulary, sheet.values[row - sheet.top]!) !== 'same') continue;
    const from = firstLabel(part(sheet, below, row), vocabulary);
    if (from !== null) starts.push({ from: firstOfCard(sheet, from, below, vocabulary), header: row });
    below = row + 1;
  }
  if (starts.length === 0) return [layout];
  const ends = [...starts.map(({ from }) => from), sheet.top + sheet.values.length];
  const first = { ...layout, sheet: part(sheet, sheet.top, ends[0]!) };
  return [first, ...starts.map((start, at) => cardAt(layout, start, ends[at + 1]!, vocabulary))];
}

/** Some rows of a sheet, 0-based, the last one left out. */
function part(sheet: SheetSnapshot, from: number, end: number): SheetSnapshot {
  return { ...sheet, top: from, values: sheet.values.slice(from - sheet.top, end - sheet.top) };
}

/** The first row with a label that says whose card it is, or about whom; `null` for none. */
function firstLabel(rows: SheetSnapshot, { scheme }: Vocabulary): number | null {
  for (let row = rows.top; row < rows.top + rows.values.length; row++) {
    const labels = metaCells(part(rows, row, row + 1), row + 1, scheme.words);
    if (['name', 'household', 'licence'].some((field) => labels.has(field))) return row;
  }
  return null;
}

/** Titles above the labels belong to the card, too: rows of one text that is no rule. */
function firstOfCard(sheet: SheetSnapshot, label: number, least: number, vocabulary: Vocabulary): number {
  let from = label;
  while (from > least && isTitle(sheet.values[from - 1 - sheet.top]!, vocabulary)) from -= 1;
  return from;
}

function isTitle(cells: readonly CellValue[], vocabulary: Vocabulary): boolean {
  const filled = cells.filter((cell) => cell !== '' && cell !== undefined);
  if (filled.length > 1) return false;
  return filled.every((cell) => typeof cell === 'string' && (kindsOf(cell, vocabulary) & RULE) === 0);
}

function cardAt(
  layout: SheetLayout,
  { from, header: top }: { readonly from: number; readonly header: number },
  end: number,
  { scheme }: Vocabulary,
): SheetLayout {
  const sheet = part(layout.sheet, from, end);
  const down = top - layout.header.top;
  const moved = (column: HeaderColumn): HeaderColumn => ({ ...column, leafRow: column.leafRow + down });
  return {
    ...layout,
    sheet,
    header: { top, bottom: layout.header.bottom + down, columns: layout.header.columns.map(moved) },
    fields: new Map([...layout.fields].map(([field, column]) => [field, moved(column)])),
    meta: readMeta(sheet, top, scheme.words),
  };
}
