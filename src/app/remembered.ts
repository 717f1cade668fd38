import type { Snapshot } from '../workbook/snapshot';
import { type Memory, readMemory } from '../workbook/memory';
import type { Scheme } from '../model';
import { mergeAnswers, rememberedAnswers, withAnswers } from './answers';
import type { EvaluateOptions, Evaluation, RememberedSettings } from './evaluation';
import { rulesOf, withScheme } from './scheme/rules';

/** What the workbook of a snapshot remembers; throws MemoryError where it cannot be read. */
export function memoryOf(snapshot: Snapshot): Memory {
  return readMemory(snapshot.memory);
}

/** The settings among it, as `evaluate` takes them. Throws AnswersError where answers cannot be understood. */
export function settingsOf(memory: Memory, scheme: Scheme): RememberedSettings {
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
  const ruled =
    standing.source === 'sheet'
      ? withScheme(answered, standing.shipped.id, rulesOf(standing.rules))
      : answered;
  return {
    ...ruled,
    period: options.period ?? memory.period,
    rulings: { ...memory.rulings, ...Object.fromEntries(given) },
  };
}
