import type { Words } from '../../model';
import { type SheetSnapshot, valueAt } from '../snapshot';
import type { MetaValue } from './layout';

/**
 * Reads labelled values above a table (`部(所):城东营销部  测评时间:2008年6月`), also where label and value stand in
 * neighbouring cells. Keys are field ids of `words.metaLabels`; a label without a value is left out.
 * `until` is the first 0-based row that no longer belongs to them.
 */
export function readMeta(sheet: SheetSnapshot, until: number, words: Words): ReadonlyMap<string, MetaValue> {
  const meta = new Map<string, MetaValue>();
  const labels = Object.entries(words.metaLabels)
    .flatMap(([field, texts]) => texts.map((text) => ({ field, text: text.normalize('NFKC') })))
    .sort((one, other) => other.text.length - one.text.length);
  for (let row = sheet.top; row < Math.min(until, sheet.top + sheet.values.length); row++) {
    const cells = sheet.values[row - sheet.top] ?? [];
    cells.forEach((value, index) => {
      if (typeof value !== 'string' || value === '') return;
      readCell(sheet, row, sheet.left + index, value, labels, meta);
    });
  }
  return meta;
}

function readCell(
  sheet: SheetSnapshot,
  row: number,
  column: number,
  value: string,
  labels: readonly { field: string; text: string }[],
  meta: Map<string, MetaValue>,
): void {
  const text = value.normalize('NFKC');
  const marks: { field: string; start: number; end: number }[] = [];
  for (const label of labels) {
    const at = labelAt(text, label.text, marks);
    if (at) marks.push({ field: label.field, ...at });
  }
  marks.sort((one, other) => one.start - other.start);
  marks.forEach((mark, index) => {
    const rest = text.slice(mark.end, marks[index + 1]?.start ?? text.length).trim();
    const beside = index === marks.length - 1 ? String(valueAt(sheet, row, column + 1)).trim() : '';
    const found = rest !== '' ? rest : beside;
    if (found === '' || meta.has(mark.field) || /[:：]/.test(rest === '' ? beside : '')) return;
    const cell = { sheet: sheet.name, row, column: rest !== '' ? column : column + 1 };
    meta.set(mark.field, { text: found, cell });
  });
}

/** Where `label:` stands in a text, not inside another label already found. */
function labelAt(
  text: string,
  label: string,
  marks: readonly { start: number; end: number }[],
): { start: number; end: number } | null {
  const pattern = new RegExp(`${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*:`, 'g');
  for (const match of text.matchAll(pattern)) {
    const start = match.index;
    const end = start + match[0].length;
    if (!marks.some((mark) => start < mark.end && end > mark.start)) return { start, end };
  }
  return null;
}
