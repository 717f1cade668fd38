import { sealedParts, type SealedPart, type SealedTable, type SealRecord } from '../../workbook/seal';
import type { Evaluation } from '../evaluation';
import { toResult } from '../result';
import { canonicalJson, sha256 } from './digest';

/** The seal that an evaluated workbook has at this moment. */
export async function sealRecord(evaluation: Evaluation, now: Date): Promise<SealRecord> {
  const { scheme, period, rulings, counts, scores } = evaluation;
  const record = {
    version: 1 as const,
    time: localTime(now),
    scheme: { id: scheme.id, version: scheme.version },
    period,
    rulings,
    counts,
    persons: scores.persons.length,
    tables: await sealedTables(evaluation),
    result: await resultDigest(evaluation),
  };
  return { ...record, code: await recordDigest(record) };
}

/** The digests of all tables that count, in the order of the tabs. */
export async function sealedTables({ snapshot, recognition, scheme }: Evaluation): Promise<SealedTable[]> {
  const tables: SealedTable[] = [];
  for (const part of sealedParts(snapshot, recognition, scheme)) tables.push(await sealedTable(part));
  return tables;
}

async function sealedTable({ definition, table, sheet, head, blocks }: SealedPart): Promise<SealedTable> {
  return {
    definition,
    table,
    sheet,
    head: await sha256(head),
    first: blocks[0]?.from ?? 0,
    blocks: await Promise.all(blocks.map(({ text }) => sha256(text))),
  };
}

/** Digest of the published result; the order of sheets and rows does not count. */
export async function resultDigest(evaluation: Evaluation): Promise<string> {
  const { persons, departments } = toResult(evaluation);
  const sorted = (items: readonly unknown[]): string[] => items.map(canonicalJson).sort();
  return sha256(JSON.stringify([sorted(persons), sorted(departments)]));
}

/** Digest of everything in a record but its own code. */
export async function recordDigest(record: Omit<SealRecord, 'code'>): Promise<string> {
  return sha256(canonicalJson({ ...record, code: undefined }));
}

/** `2008-07-05T10:30:00+08:00`: the time on the clock, and how far that is from UTC. */
export function localTime(now: Date): string {
  const ahead = -now.getTimezoneOffset();
  const local = new Date(now.getTime() + ahead * 60_000).toISOString().slice(0, 19);
  const two = (part: number): string => String(Math.floor(part)).padStart(2, '0');
  const distance = Math.abs(ahead);
  return `${local}${ahead < 0 ? '-' : '+'}${two(distance / 60)}:${two(distance % 60)}`;
}
