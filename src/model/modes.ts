import type { RulingValue } from './ruling';

/**
 * What the engine can do where a regulation leaves a question open: for each ruling key that the engine itself
 * reads, the values it knows, its own default first. A scheme may offer fewer, never others.
 */
export const ENGINE_RULINGS = {
  totalBasis: ['normalized', 'raw', 'rawCappedAt100', 'hundredMinusDeductions'],
  repeatFindings: ['perOccurrence', 'oncePerRule'],
  householdAveraging: ['meanOfCapped', 'capOfMean', 'cumulative'],
  percentStep: ['whole', 'started', 'proportional'],
  rateRounding: ['exact', 'twoDecimals'],
  missingSection: ['exclude', 'fullMarks', 'zero'],
  rounding: ['atPersonAndDepartment', 'none'],
  individualDeduction: ['always', 'onlyIfDepartmentBelowLine'],
  shortfallDeduction: ['whole', 'started', 'proportional'],
} as const;

/** Values of rulings that an indicator of the scheme refers to by key, by the place where it does. */
export const INDICATOR_RULINGS = {
  awareness: ['perUnawareShop', 'onlyBelowThreshold', 'perPercent', 'flat'],
  combine: ['mean', 'sum', 'product', 'minimum'],
  bandUnit: ['relative', 'points'],
} as const;

export type EngineRuling = keyof typeof ENGINE_RULINGS;
export type StepMode = (typeof ENGINE_RULINGS)['percentStep'][number];
export type AwarenessMode = (typeof INDICATOR_RULINGS)['awareness'][number];
export type CombineMode = (typeof INDICATOR_RULINGS)['combine'][number];
export type BandUnit = (typeof INDICATOR_RULINGS)['bandUnit'][number];

/** The value as one of `known`, or `null` where it is none of them. */
export function knownMode<T extends RulingValue>(
  known: readonly T[],
  value: RulingValue | undefined,
): T | null {
  return known.find((mode) => mode === value) ?? null;
}
