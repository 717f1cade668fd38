import { type CellValue, periodUnit, type Rulings, type RulingValue } from '../model';
import { MEMORY_NAMESPACE } from './host';

/** What one cell held before a fill, and what the fill put there. Rows are those after the fill. */
export interface UndoCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly before: CellValue;
  /** Formula that stood there, with its `=`; `null` for a value. */
  readonly formula: string | null;
  readonly after: CellValue;
  /** Formula that was put there in place of `after`, with its `=`; left out: a value. */
  readonly afterFormula?: string;
}

/** A formula that a fill has rewritten; `home` is its row before the fill. */
export interface UndoFormula {
  readonly sheet: string;
  readonly row: number;
  readonly home: number;
  readonly column: number;
  readonly before: string;
}

/** What can be undone: a fill, repairs, a visit that was entered, a correction that was put on record. */
export const UNDOABLE_WORK = ['fill', 'fixes', 'entry', 'correction'] as const;

export type UndoableWork = (typeof UNDOABLE_WORK)[number];

/** What a fill has replaced, so that it can be brought back. */
export interface UndoRecord {
  /** What was done; left out: a fill. */
  readonly of?: UndoableWork;
  /** Sheet that the fill made, with what it wrote there. */
  readonly created: string | null;
  /** Further sheets that it made. */
  readonly alsoCreated?: readonly string[];
  readonly cells: readonly UndoCell[];
  readonly formulas: readonly UndoFormula[];
  /** Rows that the fill inserted, as they now stand. */
  readonly inserted: readonly { readonly sheet: string; readonly row: number; readonly count: number }[];
  /** Number formats that a repair has replaced. */
  readonly formats?: readonly {
    readonly sheet: string;
    readonly row: number;
    readonly column: number;
    readonly format: string;
  }[];
  /** Entries of the memory as they were before, their JSON text by name; '' where there was none. */
  readonly entries?: Readonly<Record<string, string>>;
}

/** Sheets that the work made. */
export function createdSheets({ created, alsoCreated = [] }: UndoRecord): readonly string[] {
  return created === null ? alsoCreated : [created, ...alsoCreated];
}

/** What a workbook remembers beside its sheets. */
export interface Memory {
  readonly period: string | null;
  readonly rulings: Rulings;
  readonly undo: UndoRecord | null;
  /** Entries of other parts of the product and of newer versions: their JSON text by name, kept as it is. */
  readonly others: ReadonlyMap<string, string>;
}

/** A workbook that remembers nothing. */
export const EMPTY_MEMORY: Memory = { period: null, rulings: {}, undo: null, others: new Map() };

/** The custom XML part cannot be understood. Nothing of it is dropped: whoever reads it must stop and say so. */
export class MemoryError extends Error {
  override readonly name = 'MemoryError';
}

const ROOT =
  /^(?:<\?xml[^>]*\?>)?\s*<(?:([\w.-]+):)?memory\b([^>]*?)(?:\/>|>([\s\S]*)<\/(?:[\w.-]+:)?memory>)\s*$/;
const ENTRY =
  /^\s*<(?:[\w.-]+:)?entry\s+name\s*=\s*(?:"([^"]*)"|'([^']*)')\s*(?:\/>|>([^<]*(?:<!\[CDATA\[[\s\S]*?\]\]>[^<]*)*)<\/(?:[\w.-]+:)?entry>)\s*/;

/** Reads the part's text; `null` (no part) is an empty memory. Throws MemoryError on what it cannot understand. */
export function readMemory(xml: string | null): Memory {
  if (xml === null) return EMPTY_MEMORY;
  const entries = readEntries(xml);
  const take = (name: string): unknown => {
    const text = entries.get(name);
    entries.delete(name);
    return text === undefined ? undefined : parsed(name, text);
  };
  const period = take('period');
  const rulings = take('rulings');
  const undo = take('undo');
  return {
    period: period === undefined ? null : expect('period', period, isPeriod),
    rulings: rulings === undefined ? {} : expect('rulings', rulings, isRulings),
    undo: undo === undefined ? null : expect('undo', undo, isUndo),
    others: entries,
  };
}

function readEntries(xml: string): Map<string, string> {
  const root = ROOT.exec(xml.replace(/^\ufeff/, ''));
  if (!root || !root[2]!.includes(MEMORY_NAMESPACE)) throw bad('不是本工具的记录');
  const entries = new Map<string, string>();
  let rest = root[3] ?? '';
  while (rest.trim() !== '') {
    const entry = ENTRY.exec(rest);
    if (!entry) throw bad('内容不完整');
    entries.set(decoded(entry[1] ?? entry[2] ?? ''), decoded(entry[3] ?? ''));
    rest = rest.slice(entry[0].length);
  }
  return entries;
}

function bad(reason: string): MemoryError {
  return new MemoryError(`工作簿里保存的设置无法读取(${reason})。请先备份文件,再清除其中保存的设置后重试。`);
}

function parsed(name: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw bad(`“${name}”不是有效的内容`);
  }
}

function expect<T>(name: string, value: unknown, is: (value: unknown) => value is T): T {
  if (!is(value)) throw bad(`“${name}”的内容不对`);
  return value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPeriod(value: unknown): value is string {
  return typeof value === 'string' && periodUnit(value) !== null;
}

function isRuling(value: unknown): value is RulingValue {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function isRulings(value: unknown): value is Rulings {
  return isRecord(value) && Object.values(value).every(isRuling);
}

/** An object that names a sheet and a row. */
function isPlace(value: unknown): value is Record<string, unknown> {
  return isRecord(value) && typeof value.sheet === 'string' && Number.isInteger(value.row);
}

function isUndoCell(value: unknown): boolean {
  if (!isPlace(value)) return false;
  const { column, before, after, formula, afterFormula } = value;
  const formulaIs =
    (formula === null || typeof formula === 'string') &&
    (afterFormula === undefined || typeof afterFormula === 'string');
  return Number.isInteger(column) && isRuling(before) && isRuling(after) && formulaIs;
}

function isUndoFormula(value: unknown): boolean {
  if (!isPlace(value)) return false;
  return Number.isInteger(value.home) && Number.isInteger(value.column) && typeof value.before === 'string';
}

function isUndo(value: unknown): value is UndoRecord {
  if (!isRecord(value)) return false;
  const { created, cells, formulas, inserted, formats } = value;
  if (created !== null && typeof created !== 'string') return false;
  if (value.of !== undefined && !UNDOABLE_WORK.some((each) => each === value.of)) return false;
  const others = value.alsoCreated;
  if (others !== undefined && !(Array.isArray(others) && others.every((each) => typeof each === 'string'))) {
    return false;
  }
  if (!Array.isArray(cells) || !Array.isArray(formulas) || !Array.isArray(inserted)) return false;
  const isFormat = (each: unknown): boolean =>
    isPlace(each) && Number.isInteger(each.column) && typeof each.format === 'string';
  if (formats !== undefined && !(Array.isArray(formats) && formats.every(isFormat))) return false;
  const { entries } = value;
  const isText = (each: unknown): boolean => typeof each === 'string';
  if (entries !== undefined && !(isRecord(entries) && Object.values(entries).every(isText))) return false;
  const isInserted = (each: unknown): boolean => isPlace(each) && Number.isInteger(each.count);
  return cells.every(isUndoCell) && formulas.every(isUndoFormula) && inserted.every(isInserted);
}

/** The part's text for a memory, `null` where there is nothing to remember. Reading it gives the memory back. */
export function writeMemory(memory: Memory): string | null {
  const entries: [string, string][] = [];
  if (memory.period !== null) entries.push(['period', JSON.stringify(memory.period)]);
  if (Object.keys(memory.rulings).length > 0) entries.push(['rulings', JSON.stringify(memory.rulings)]);
  if (memory.undo !== null) entries.push(['undo', JSON.stringify(memory.undo)]);
  entries.push(...memory.others);
  if (entries.length === 0) return null;
  const lines = entries.map(([name, text]) => `<entry name="${encoded(name)}">${encoded(text)}</entry>`);
  return `<memory xmlns="${MEMORY_NAMESPACE}">${lines.join('')}</memory>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function encoded(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character]!);
}

const CHARACTERS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(
    /<!\[CDATA\[([\s\S]*?)\]\]>|&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g,
    (whole, data?: string, hex?: string, decimal?: string, name?: string) => {
      if (data !== undefined) return data;
      if (hex !== undefined) return String.fromCodePoint(parseInt(hex, 16));
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      return CHARACTERS[name ?? ''] ?? whole;
    },
  );
}
