import type { Snapshot } from '../workbook/snapshot';
import { type Memory, readMemory } from '../workbook/memory';
import type { EvaluateOptions, Evaluation } from './evaluation';
import type { RememberedSettings } from './evaluate';

/** What the workbook of a snapshot remembers; throws MemoryError where it cannot be read. */
export function memoryOf(snapshot: Snapshot): Memory {
  return readMemory(snapshot.memory);
}

/** The settings among it, as `evaluate` takes them. */
export function settingsOf(memory: Memory): RememberedSettings {
  const { period, rulings } = memory;
  return period === null ? { rulings } : { period, rulings };
}

/**
 * The memory with what the caller has decided: its period, and its rulings in the form in which they are in force.
 * What was not given stays as it was.
 */
export function withDecisions(memory: Memory, options: EvaluateOptions, evaluation: Evaluation): Memory {
  const given = Object.keys(options.rulings ?? {}).map((key) => [key, evaluation.rulings[key]!] as const);
  return {
    ...memory,
    period: options.period ?? memory.period,
    rulings: { ...memory.rulings, ...Object.fromEntries(given) },
  };
}
