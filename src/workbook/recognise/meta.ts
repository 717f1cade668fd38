import { type CellRef, isInArea, type Words } from '../../model';
import { type SheetSnapshot, valueAt } from '../snapshot';
import type { MetaValue } from './layout';
import { normaliseHeader } from './normalise';

/**
 * Reads labelled values above a table (`部(所):城东营销部  测评时间:2008年6月`), also where label and value stand in
 * neighbouring cells. Keys are field ids of `words.metaLabels`; a label without a value is left out.
 * `until` is the first 0-based row that no longer belongs to them.
 */
export function readMeta(sheet: SheetSnapshot, until: number, words: Words): ReadonlyMap<string, MetaValue> {
  const meta = new Map<string, MetaValue>();
  const labels = labelsOf(words);
  eachText(sheet, until, (row, column, text) => readCell(sheet, row, column, text, labels, meta));
  return meta;
}

/** Where each label that stands above a table has its value, or would have it; by field id. */
export function metaCells(sheet: SheetSnapshot, until: number, words: Words): ReadonlyMap<string, CellRef> {
  const cells = new Map<string, CellRef>();
  const labels = labelsOf(words);
  eachText(sheet, until, (row, column, text) => {
    const isBare = isLabel(text, labels) !== undefined;
    const place = { sheet: sheet.name, row, column: isBare ? besideOf(sheet, row, column) : column };
    for (const { field } of marksIn(text, labels)) if (!cells.has(field)) cells.set(field, place);
  });
  for (const [field, { cell }] of readMeta(sheet, until, words)) cells.set(field, cell);
  return cells;
}

interface Label {
  readonly field: string;
  readonly text: string;
}

const labels = new WeakMap<Words, readonly Label[]>();

/** Longer ones first: 测评人 stands in 被测评人 too. They are the scheme's and made once. */
function labelsOf(words: Words): readonly Label[] {
  let known = labels.get(words);
  if (!known) {
    known = Object.entries(words.metaLabels)
      .flatMap(([field, texts]) => texts.map((text) => ({ field, text: text.normalize('NFKC') })))
      .sort((one, other) => other.text.length - one.text.length);
    labels.set(words, known);
  }
  return known;
}

function eachText(
  sheet: SheetSnapshot,
  until: number,
  read: (row: number, column: number, text: string) => void,
): void {
  for (let row = sheet.top; row < Math.min(until, sheet.top + sheet.values.length); row++) {
    const cells = sheet.values[row - sheet.top] ?? [];
    cells.forEach((value, index) => {
      if (typeof value === 'string' && value !== '') read(row, sheet.left + index, value.normalize('NFKC'));
    });
  }
}

/** The labels in a text and where they stand, from left to right. */
function marksIn(text: string, labels: readonly Label[]): { field: string; start: number; end: number }[] {
  const bare = isLabel(text, labels);
  if (bare) return [{ field: bare.field, start: 0, end: text.length }];
  const marks: { field: string; start: number; end: number }[] = [];
  for (const label of labels) {
    const at = labelAt(text, label.text, marks);
    if (at) marks.push({ field: label.field, ...at });
  }
  return marks.sort((one, other) => one.start - other.start);
}

function readCell(
  sheet: SheetSnapshot,
  row: number,
  column: number,
  text: string,
  labels: readonly Label[],
  meta: Map<string, MetaValue>,
): void {
  const marks = marksIn(text, labels);
  const next = besideOf(sheet, row, column);
  marks.forEach((mark, index) => {
    const rest = withoutRules(text.slice(mark.end, marks[index + 1]?.start ?? text.length));
    const beside = index === marks.length - 1 ? withoutRules(String(valueAt(sheet, row, next))) : '';
    const found = rest !== '' ? rest : beside;
    if (found === '' || meta.has(mark.field) || (rest === '' && isOtherLabel(beside, labels))) return;
    const cell = { sheet: sheet.name, row, column: rest !== '' ? column : next };
    meta.set(mark.field, { text: found, cell });
  });
}

/** A value without the line to write on (`__张三__`) and what parts it from the next label; `''` where nothing is written. */
function withoutRules(text: string): string {
  return text.replace(/^[\s_]+|[\s_,，;；、/|]+$/g, '');
}

/** The label that a cell consists of, without a colon: its value stands in the cell beside it. */
function isLabel(text: string, labels: readonly Label[]): Label | undefined {
  const plain = normaliseHeader(text);
  return /:\s*$/.test(text) ? undefined : labels.find((label) => normaliseHeader(label.text) === plain);
}

function isOtherLabel(text: string, labels: readonly Label[]): boolean {
  const plain = text.normalize('NFKC');
  return plain.includes(':') || isLabel(plain, labels) !== undefined;
}

/** The column beside a cell, behind the merged area that it may lie in. */
function besideOf(sheet: SheetSnapshot, row: number, column: number): number {
  const area = sheet.merges.find((each) => isInArea(each, row, column));
  return (area?.right ?? column) + 1;
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
