import * as v from 'valibot';
import type { Scheme } from '../../model';
import { type Memory, readMemory } from '../../workbook/memory';
import type { Snapshot } from '../../workbook/snapshot';
import type { Customer } from './customer';
import { ALGORITHM, type AreaDraw, type DrawOptions } from './draw';
import { sha256Text } from './sha256';

/** Name of the entry in a workbook's memory that keeps a draw. */
const DRAW_ENTRY = 'draw';

const texts = v.record(v.string(), v.string());

const drawnCustomer = v.strictObject({
  key: v.string(),
  licence: v.string(),
  household: v.string(),
  department: v.string(),
  area: v.string(),
  persons: texts,
  strata: texts,
});

const drawRecord = v.strictObject({
  version: v.literal(1),
  algorithm: v.string(),
  seed: v.string(),
  scheme: v.strictObject({ id: v.string(), version: v.string() }),
  share: v.string(),
  strata: v.array(v.string()),
  /** File that the list came from, its number of customers, and the digest of their keys and areas in order. */
  list: v.strictObject({ file: v.string(), customers: v.number(), digest: v.string() }),
  excluded: v.number(),
  areas: v.array(v.strictObject({ area: v.string(), customers: v.number(), wanted: v.number() })),
  drawn: v.array(drawnCustomer),
});

/** A draw as it is written down: everything that somebody needs to repeat it, and whom it drew. */
export type DrawRecord = v.InferOutput<typeof drawRecord>;

/** Puts a draw on record. */
export function recordOf(
  scheme: Scheme,
  file: string,
  customers: readonly Customer[],
  areas: readonly AreaDraw[],
  options: DrawOptions,
): DrawRecord {
  const lines = customers.map(({ key, area }) => `${key}\t${area}`).sort();
  return {
    version: 1,
    algorithm: ALGORITHM,
    seed: options.seed,
    scheme: { id: scheme.id, version: scheme.version },
    share: options.share ?? scheme.sampling.share,
    strata: [...options.strata],
    list: { file, customers: customers.length, digest: sha256Text(lines.join('\n')) },
    excluded: options.exclude.size,
    areas: areas.map(({ area, customers: count, wanted }) => ({ area, customers: count, wanted })),
    drawn: areas.flatMap(({ drawn }) =>
      drawn.map(({ key, licence, household, department, area, persons, strata }) => ({
        key,
        licence,
        household,
        department,
        area,
        persons: { ...persons },
        strata: { ...strata },
      })),
    ),
  };
}

/** The draw that a workbook bears; `null` where it bears none, or one that cannot be read. Throws MemoryError. */
export function drawOf(snapshot: Snapshot): DrawRecord | null {
  const text = readMemory(snapshot.memory).others.get(DRAW_ENTRY);
  if (text === undefined) return null;
  try {
    const parsed = v.safeParse(drawRecord, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** The same, `fault` made of a Chinese sentence where it bears none; `name` is its file. Throws MemoryError. */
export function requireDraw(snapshot: Snapshot, name: string, fault: (message: string) => Error): DrawRecord {
  const record = drawOf(snapshot);
  if (record) return record;
  throw fault(`“${name}”里没有抽样记录。请选择“抽样”做出来的工作簿。`);
}

/** The memory with the draw in it. */
export function withDraw(memory: Memory, record: DrawRecord): Memory {
  return { ...memory, others: new Map(memory.others).set(DRAW_ENTRY, JSON.stringify(record)) };
}
