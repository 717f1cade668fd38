import * as v from 'valibot';
import type { Memory } from '../../workbook/memory';

/** Name of the entry in a workbook's memory that keeps its corrections. */
const ENTRY = 'corrections';

const value = v.union([v.string(), v.number(), v.boolean()]);

const correction = v.strictObject({
  /** Local time with its offset. */
  time: v.string(),
  /** Who asked for it. */
  by: v.string(),
  reason: v.string(),
  /** Tab and cell when it was made, `明细表!D12`. */
  place: v.string(),
  before: value,
  after: value,
  /** Whose figures it moved: a sentence each, in Chinese; none where it moved nobody's. */
  effects: v.array(v.string()),
});

/** A cell that was put right on somebody's word. */
export type Correction = v.InferOutput<typeof correction>;

/** The record of a workbook cannot be understood; nothing is written over it. */
export class CorrectionError extends Error {
  override readonly name = 'CorrectionError';
}

/** The corrections that a workbook remembers, oldest first. Throws CorrectionError where they cannot be read. */
export function correctionsOf(memory: Memory): readonly Correction[] {
  const text = memory.others.get(ENTRY);
  if (text === undefined) return [];
  try {
    return v.parse(v.array(correction), JSON.parse(text));
  } catch {
    throw new CorrectionError('工作簿里的更正记录已经损坏,不能再往上加。请先找回原来的文件。');
  }
}

/** The entry of a memory as it is, to be put back by an undo; '' for none. */
export function entryBefore({ others }: Memory): Readonly<Record<string, string>> {
  return { [ENTRY]: others.get(ENTRY) ?? '' };
}

/** The memory with one more correction. */
export function withCorrection(memory: Memory, made: Correction): Memory {
  const all = [...correctionsOf(memory), made];
  return { ...memory, others: new Map(memory.others).set(ENTRY, JSON.stringify(all)) };
}
