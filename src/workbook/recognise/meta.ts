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
  const best = new Map<string, Ranked>();
  const labels = labelsOf(words);
  eachText(sheet, until, (row, column, text) => readCell(sheet, row, column, text, labels, best));
  best.delete(NO_FIELD);
  return new Map([...best].map(([field, { text, cell }]) => [field, { text, cell }]));
}

/** A value with how surely its label means the field: the lower the surer. */
interface Ranked extends MetaValue {
  readonly rank: number;
}

/** Where each label that stands above a table has its value, or would have it; by field id. */
export function metaCells(sheet: SheetSnapshot, until: number, words: Words): ReadonlyMap<string, CellRef> {
  const cells = new Map<string, CellRef>();
  const labels = labelsOf(words);
  eachText(sheet, until, (row, column, text) => {
    const isBare = isLabel(text, labels) !== undefined;
    const place = { sheet: sheet.name, row, column: isBare ? besideOf(sheet, row, column) : column };
    for (const { field } of marksIn(text, labels))
      if (field !== NO_FIELD && !cells.has(field)) cells.set(field, place);
  });
  for (const [field, { cell }] of readMeta(sheet, until, words)) cells.set(field, cell);
  return cells;
}

interface Label {
  readonly field: string;
  readonly text: string;
  /** Its place among the field's labels: 部(所) means the department more surely than 单位. */
  readonly rank: number;
  /** Words of signatures that may stand before it: 填报 before 日期. */
  readonly signed: readonly string[];
}

/** Added to the rank of a label that is the end of a longer one: 填报单位 is a department only where nothing else is. */
const WITHIN = 1_000;

const labels = new WeakMap<Words, readonly Label[]>();

/** Longer ones first: 测评人 stands in 被测评人 too. They are the scheme's and made once. */
function labelsOf(words: Words): readonly Label[] {
  let known = labels.get(words);
  if (!known) {
    known = Object.entries(words.metaLabels)
      .flatMap(([field, texts]) =>
        texts.map((label, rank): Label => {
          const text = label.normalize('NFKC');
          const own = words.notes.map((word) => (word.endsWith(text) ? word.slice(0, -text.length) : word));
          return { field, text, rank, signed: own.filter((word) => word.length > 1) };
        }),
      )
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
function marksIn(text: string, labels: readonly Label[]): Mark[] {
  const bare = isLabel(text, labels);
  if (bare) return [{ field: bare.field, rank: bare.rank, start: 0, end: text.length }];
  const marks: Mark[] = [];
  for (const label of labels) {
    const at = labelAt(text, label.text, marks);
    if (!at) continue;
    const before = text.slice(0, at.start);
    const signed = label.signed.find((word) => before.endsWith(word)) ?? '';
    const isWhole = !/[\p{L}\p{N})]$/u.test(before);
    // The day of a signature is no day of a visit.
    const field = signed !== '' && label.field === 'date' ? NO_FIELD : label.field;
    const rank = label.rank + (isWhole ? 0 : WITHIN);
    marks.push({ field, rank, start: at.start - signed.length, end: at.end });
  }
  return marks.sort((one, other) => one.start - other.start);
}

/** What a label says that is none of the table's. */
const NO_FIELD = '';

interface Mark {
  readonly field: string;
  readonly rank: number;
  readonly start: number;
  readonly end: number;
}

function readCell(
  sheet: SheetSnapshot,
  row: number,
  column: number,
  text: string,
  labels: readonly Label[],
  best: Map<string, Ranked>,
): void {
  const marks = marksIn(text, labels);
  const next = besideOf(sheet, row, column);
  marks.forEach((mark, index) => {
    const rest = withoutRules(text.slice(mark.end, marks[index + 1]?.start ?? text.length));
    const beside = index === marks.length - 1 ? withoutRules(String(valueAt(sheet, row, next))) : '';
    const found = rest !== '' ? rest : beside;
    const isSurer = mark.rank < (best.get(mark.field)?.rank ?? Infinity);
    if (found === '' || !isSurer || (rest === '' && isOtherLabel(beside, labels))) return;
    const cell = { sheet: sheet.name, row, column: rest !== '' ? column : next };
    best.set(mark.field, { text: found, cell, rank: mark.rank });
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
