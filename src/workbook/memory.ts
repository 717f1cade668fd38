import { finished, periodUnit, type Rulings, type Slices } from '../model';
import { MEMORY_NAMESPACE } from './host';
import { isPlain, isRecord } from './plain';
import type { UndoRecord } from './undo/record';
import { readUndo, undoText } from './undo/text';

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

/** What to do about settings that cannot be used. */
export const FORGET_SETTINGS =
  '请先备份文件,再用 Excel 的“检查文档”删除其中的自定义 XML 数据(即保存的设置)后重试。';

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
  return finished(readMemoryInSlices(xml));
}

/** The same in slices: the undo record of a province has hundreds of thousands of cells. */
export function* readMemoryInSlices(xml: string | null): Slices<Memory> {
  if (xml === null) return EMPTY_MEMORY;
  if (last?.xml !== xml) last = { xml, memory: yield* memoryIn(xml) };
  return last.memory;
}

/** The undo record of a province takes a while to read, and one evaluation asks several times. */
let last: { readonly xml: string; readonly memory: Memory } | null = null;

/** What is remembered beside the undo record (`undo` is `null`), which is nearly all of a large memory. Throws MemoryError. */
export function readSettings(xml: string | null): Memory {
  return xml === null ? EMPTY_MEMORY : settingsIn(readEntries(xml)).settings;
}

function* memoryIn(xml: string): Slices<Memory> {
  const entries = readEntries(xml);
  yield;
  const { settings, undo } = settingsIn(entries);
  if (undo === undefined) return settings;
  const kept = parsed('undo', undo);
  yield;
  return { ...settings, undo: yield* undoOf(kept) };
}

function settingsIn(entries: Map<string, string>): { settings: Memory; undo: string | undefined } {
  const take = (name: string): unknown => {
    const text = entries.get(name);
    entries.delete(name);
    return text === undefined ? undefined : parsed(name, text);
  };
  const period = take('period');
  const rulings = take('rulings');
  const undo = entries.get('undo');
  entries.delete('undo');
  const settings: Memory = {
    period: period === undefined ? null : expect('period', period, isPeriod),
    rulings: rulings === undefined ? {} : expect('rulings', rulings, isRulings),
    undo: null,
    others: entries,
  };
  return { settings, undo };
}

function readEntries(xml: string): Map<string, string> {
  const root = ROOT.exec(xml.replace(/^\ufeff/, ''));
  if (!root || !root[2]!.includes(MEMORY_NAMESPACE)) throw bad('不是本工具的记录');
  const entries = new Map<string, string>();
  let rest = root[3] ?? '';
  while (rest.trim() !== '') {
    const entry = ENTRY.exec(rest);
    if (!entry) throw bad('内容不完整');
    const name = decoded(entry[1] ?? entry[2] ?? '');
    if (entries.has(name)) throw bad(`“${name}”写了两次`);
    entries.set(name, decoded(entry[3] ?? ''));
    rest = rest.slice(entry[0].length);
  }
  return entries;
}

function bad(reason: string): MemoryError {
  return new MemoryError(`工作簿里保存的设置无法读取(${reason})。${FORGET_SETTINGS}`);
}

function parsed(name: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw bad(`“${name}”不是有效的内容`);
  }
}

function* undoOf(value: unknown): Slices<UndoRecord> {
  const record = yield* readUndo(value);
  if (record === null) throw bad('“undo”的内容不对');
  return record;
}

/** What another part of the product has put there, as data; `undefined` for nothing. Throws MemoryError. */
export function otherEntry({ others }: Memory, name: string): unknown {
  const text = others.get(name);
  return text === undefined ? undefined : parsed(name, text);
}

function expect<T>(name: string, value: unknown, is: (value: unknown) => value is T): T {
  if (!is(value)) throw bad(`“${name}”的内容不对`);
  return value;
}

function isPeriod(value: unknown): value is string {
  return typeof value === 'string' && periodUnit(value) !== null;
}

function isRulings(value: unknown): value is Rulings {
  return isRecord(value) && Object.values(value).every(isPlain);
}

/** The part's text for a memory, `null` where there is nothing to remember. Reading it gives the memory back. */
export function writeMemory(memory: Memory): string | null {
  return finished(writeMemoryInSlices(memory));
}

/** The same in slices. */
export function* writeMemoryInSlices(memory: Memory): Slices<string | null> {
  const entries: [string, string][] = [];
  if (memory.period !== null) entries.push(['period', JSON.stringify(memory.period)]);
  if (Object.keys(memory.rulings).length > 0) entries.push(['rulings', JSON.stringify(memory.rulings)]);
  if (memory.undo !== null) entries.push(['undo', yield* undoText(memory.undo)]);
  entries.push(...memory.others);
  if (entries.length === 0) return null;
  yield;
  const lines = entries.map(([name, text]) => `<entry name="${quoted(name)}">${encoded(text)}</entry>`);
  return `<memory xmlns="${MEMORY_NAMESPACE}">${lines.join('')}</memory>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** As the value of an attribute. */
function quoted(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character]!);
}

/** As content, where quotation marks stand for themselves: JSON is full of them. */
function encoded(text: string): string {
  return text.replace(/[&<>]/g, (character) => ENTITIES[character]!);
}

const CHARACTERS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(
    /<!\[CDATA\[([\s\S]*?)\]\]>|&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g,
    (whole, data?: string, hex?: string, decimal?: string, name?: string) => {
      if (data !== undefined) return data;
      if (hex !== undefined) return character(parseInt(hex, 16));
      if (decimal !== undefined) return character(Number(decimal));
      return CHARACTERS[name ?? ''] ?? whole;
    },
  );
}

const LAST_CHARACTER = 0x10ffff;

function character(code: number): string {
  if (code > LAST_CHARACTER) throw bad(`没有编号为 ${code} 的字符`);
  return String.fromCodePoint(code);
}
