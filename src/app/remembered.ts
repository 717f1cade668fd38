import type { Snapshot } from '../workbook/snapshot';
import { EMPTY_MEMORY, type Memory, readMemory, readMemoryInSlices, writeMemory } from '../workbook/memory';
import type { Scheme } from '../model';
import { mergeAnswers, rememberedAnswers, withAnswers } from './answers';
import type { EvaluateOptions, Evaluation, RememberedSettings } from './evaluation';
import { schemeIds } from '../schemes';
import { runSlices, type SliceOptions } from './slices';
import { rememberedScheme, rulesOf, withScheme } from './scheme/rules';

/** What the workbook of a snapshot remembers; throws MemoryError where it cannot be read. */
export function memoryOf(snapshot: Snapshot): Memory {
  return readMemory(snapshot.memory);
}

/** The same in slices; who asks again gets it at once. */
export async function memoryInSlices(
  { memory }: Snapshot,
  { signal }: Pick<SliceOptions, 'signal'>,
): Promise<Memory> {
  return runSlices(readMemoryInSlices(memory), signal ? { signal } : {});
}

/** The settings among it, as `evaluate` takes them. Throws AnswersError where answers cannot be understood. */
export function settingsOf(memory: Memory, scheme: Scheme): RememberedSettings {
  // What was settled under another regulation says nothing here.
  if (schemeIdOf(memory) !== scheme.id) return {};
  const { period, rulings } = memory;
  const answers = rememberedAnswers(memory, scheme);
  return period === null ? { rulings, answers } : { period, rulings, answers };
}

/**
 * The memory with what the caller has decided: its period, and its rulings in the form in which they are in force.
 * What was not given stays as it was.
 */
export function withDecisions(memory: Memory, options: EvaluateOptions, evaluation: Evaluation): Memory {
  const given = Object.keys(options.rulings ?? {}).map((key) => [key, evaluation.rulings[key]!] as const);
  const answered =
    options.answers === undefined
      ? memory
      : withAnswers(memory, mergeAnswers(rememberedAnswers(memory, evaluation.scheme), options.answers));
  const { standing } = evaluation;
  const { id } = standing.shipped;
  const isOther = schemeIdOf(memory) !== id;
  const ruled =
    standing.source === 'sheet'
      ? withScheme(answered, id, rulesOf(standing.rules))
      : isOther
        ? withScheme(answered, id, null)
        : answered;
  return {
    ...ruled,
    period: options.period ?? (isOther ? null : memory.period),
    rulings: { ...(isOther ? {} : memory.rulings), ...Object.fromEntries(given) },
  };
}

/** The memory's text of a new workbook of a scheme; `null` for the product's first, which needs no name. */
export function memoryOfScheme(id: string): string | null {
  return id === schemeIds[0] ? null : writeMemory(memoryFor(id));
}

/** The memory of such a workbook. */
export function memoryFor(id: string): Memory {
  return id === schemeIds[0] ? EMPTY_MEMORY : withScheme(EMPTY_MEMORY, id, null);
}

/** The same of a memory's text. Throws MemoryError. */
export function rememberedSchemeId(memory: string | null): string {
  return schemeIdOf(readMemory(memory));
}

/** The scheme that a workbook's settings belong to: the one it remembers, else the product's first. */
export function schemeIdOf(memory: Memory): string {
  return rememberedScheme(memory)?.id ?? schemeIds[0]!;
}
