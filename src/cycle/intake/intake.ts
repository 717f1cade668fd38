import type { EvaluateOptions } from '../../app/evaluation';
import { evaluateWorkbook } from '../../app/scheme/evaluateWorkbook';
import { type Verdict, verdictOf } from '../../app/verdict';
import type { Scheme } from '../../model';
import type { Snapshot } from '../../workbook/snapshot';
import { resolveRulings } from '../../scoring';
import { type SealState, sealStateOf } from './sealState';

/** What there is to know of a workbook that was handed in, before it is accepted. */
export interface Intake {
  /** Id and title of the scheme that it was looked at by. */
  readonly scheme: string;
  readonly title: string;
  readonly verdict: Verdict['kind'];
  /** The verdict in one sentence. */
  readonly text: string;
  readonly period: string | null;
  readonly errors: number;
  readonly warnings: number;
  /** Persons in a post, and how many of them are scored. */
  readonly persons: number;
  readonly scored: number;
  readonly seal: SealState;
}

/** Looks at a workbook by itself. Throws MemoryError and AnswersError where its memory cannot be understood. */
export async function intakeOf(
  snapshot: Snapshot,
  scheme: Scheme,
  options: EvaluateOptions = {},
): Promise<Intake> {
  const evaluation = evaluateWorkbook(snapshot, scheme, options);
  const { kind, text, errors, warnings } = verdictOf(evaluation);
  const { persons } = evaluation.scores;
  return {
    scheme: scheme.id,
    title: scheme.title,
    verdict: kind,
    text,
    period: evaluation.period,
    errors,
    warnings,
    persons: persons.length,
    scored: persons.filter(({ status }) => status === 'scored').length,
    seal: await sealStateOf(snapshot, scheme),
  };
}

/** Throws RulingError where a ruling or its value does not exist, before any file is read. */
export function requireRulings(scheme: Scheme, { rulings }: EvaluateOptions): void {
  resolveRulings(scheme, {}, rulings ?? {});
}
