import type { Rulings, Severity } from '../../model';
import type { SealedPart } from './cells';

/** Name of the entry in the workbook's memory. */
export const SEAL_ENTRY = 'seal';

/** A table as it was sealed. Digests are SHA-256, hexadecimal. */
export interface SealedTable {
  readonly definition: string;
  readonly table: SealedPart['table'];
  /** Tab name when it was sealed. */
  readonly sheet: string;
  readonly head: string;
  /** One for each `BLOCK_ROWS` sheet rows; `first` is the 0-based row of the first of them when it was sealed. */
  readonly first: number;
  readonly blocks: readonly string[];
}

/** What a seal says: of what, under which rules, when, and the digests of all that counted. */
export interface SealRecord {
  /** Of the form in which things are sealed. */
  readonly version: 1;
  /** Local time with its offset, `2008-07-05T10:30:00+08:00`. */
  readonly time: string;
  readonly scheme: { readonly id: string; readonly version: string };
  readonly period: string | null;
  readonly rulings: Rulings;
  readonly counts: Readonly<Record<Severity, number>>;
  /** Persons in a post. */
  readonly persons: number;
  readonly tables: readonly SealedTable[];
  /** Digest of persons and departments as they are published. */
  readonly result: string;
  /** Digest of all of the above. */
  readonly code: string;
}

/** The record of a memory entry's JSON text; `null` where the text is no such record. */
export function parseSeal(text: string): SealRecord | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  return isSeal(value) ? value : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function areTexts(...values: readonly unknown[]): boolean {
  return values.every((value) => typeof value === 'string');
}

function isTable(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { definition, table, sheet, head, first, blocks } = value;
  const isKnown = table === 'rows' || table === 'departments';
  if (!isKnown || !areTexts(definition, sheet, head) || !Number.isInteger(first)) return false;
  return Array.isArray(blocks) && areTexts(...(blocks as unknown[]));
}

function isSeal(value: unknown): value is SealRecord {
  if (!isRecord(value) || value.version !== 1) return false;
  const { time, scheme, period, rulings, counts, persons, tables, result, code } = value;
  if (!areTexts(time, result, code) || !isRecord(scheme) || !isRecord(rulings) || !isRecord(counts))
    return false;
  if (!areTexts(scheme.id, scheme.version) || !Number.isInteger(persons)) return false;
  if (period !== null && typeof period !== 'string') return false;
  return Array.isArray(tables) && tables.every(isTable);
}
