import { type CellRef, periodTitle, type Scheme } from '../../model';
import { type ReadOptions, resting, type WorkbookChange, type WorkbookHost } from '../../workbook/host';
import { SEAL_ENTRY, sealLineChanges, type SealRecord } from '../../workbook/seal';
import { sealLineText } from '../../workbook/summary';
import type { EvaluateOptions, Evaluation } from '../evaluation';
import { memoryChange } from '../fill';
import { formatsWanted } from '../formatsWanted';
import { memoryOf, withDecisions } from '../remembered';
import { evaluateWorkbook } from '../scheme/evaluateWorkbook';
import { verdictOf } from '../verdict';
import { sealRecord } from './record';

/** What sealing an evaluated workbook would write, or why it cannot be sealed (a sentence in Chinese). */
export type SealPlan =
  | { readonly kind: 'refused'; readonly reason: string }
  | {
      readonly kind: 'sealed';
      readonly seal: SealRecord;
      readonly changes: readonly WorkbookChange[];
      /** The visible line; `null` in a workbook without a summary. */
      readonly line: { readonly text: string; readonly cell: CellRef } | null;
    };

/** A plan that was carried out, with the evaluation that it rests on. */
export type SealOutcome = SealPlan & { readonly evaluation: Evaluation };

/**
 * Plans the seal of an evaluated workbook; nothing is written. Nothing that counts is changed by it, so that the
 * seal holds for the workbook as it is afterwards. `options` are those of the evaluation: what they decide is
 * remembered, so that the seal can be verified without them. Throws MemoryError.
 */
export async function planSeal(
  evaluation: Evaluation,
  now: Date,
  options: EvaluateOptions = {},
): Promise<SealPlan> {
  const reason = refusal(evaluation);
  if (reason !== null) return { kind: 'refused', reason };
  const { snapshot, scheme } = evaluation;
  const memory = memoryOf(snapshot);
  const seal = await sealRecord(evaluation, now);
  const text = sealText(seal);
  const lines = sealLineChanges(snapshot, scheme, text);
  const decided = withDecisions(memory, options, evaluation);
  const next = { ...decided, others: new Map(decided.others).set(SEAL_ENTRY, JSON.stringify(seal)) };
  return {
    kind: 'sealed',
    seal,
    changes: [...lines, ...memoryChange(memory, next)],
    line: lineOf(lines, text),
  };
}

/** The line that stands below the summary of a workbook sealed so. */
export function sealText({ period, time, persons, counts, code }: SealRecord): string {
  return sealLineText({
    period: periodTitle(period),
    time: time.slice(0, 16).replace('T', ' '),
    persons,
    warnings: counts.warning,
    code: code.slice(0, 16),
  });
}

function lineOf(changes: readonly WorkbookChange[], text: string): { text: string; cell: CellRef } | null {
  for (const change of changes) {
    if (change.kind !== 'setCells') continue;
    const cell = change.cells.find(({ value }) => value === text);
    if (cell) return { text, cell: { sheet: change.sheet, row: cell.row, column: cell.column } };
  }
  return null;
}

function refusal(evaluation: Evaluation): string | null {
  const { errors, failed } = verdictOf(evaluation);
  if (errors > 0) return `还有 ${errors} 个错误,不能生成提交凭证。请先改正,再校验一次。`;
  if (failed.length > 0) return `有 ${failed.length} 项检查没有完成,不能生成提交凭证。请重新校验。`;
  if (!evaluation.scores.persons.some(({ status }) => status === 'scored'))
    return '没有人可以计分,不能生成提交凭证。';
  const waiting = uncalculatedSheet(evaluation);
  if (waiting === null) return null;
  return `工作表“${waiting}”里有公式还没有计算结果,不能生成提交凭证。请用 Excel 打开、重新计算(F9)并保存后再来。`;
}

/** Once such a formula is calculated, what was sealed is no longer what stands there. */
function uncalculatedSheet({ recognition }: Evaluation): string | null {
  const details = recognition.layouts.filter(({ definition }) => definition.kind !== 'summary');
  const waiting = details.find(({ sheet, fields, rules, persons }) => {
    const read = new Set([...fields.values(), ...rules, ...persons].map(({ column }) => column));
    return [...sheet.uncalculated].some((key) => read.has(key % 16384));
  });
  return waiting?.sheet.name ?? null;
}

/**
 * Seals a workbook: a full, fresh read, one pass over it, one write; nothing is written where it is refused. Throws
 * HostError (nothing is written then), MemoryError, RulingError.
 */
export async function sealWorkbook(
  host: WorkbookHost,
  scheme: Scheme,
  clock: () => Date,
  options: EvaluateOptions = {},
  read: ReadOptions = {},
): Promise<SealOutcome> {
  const snapshot = await host.read({ wantsDetail: formatsWanted(scheme, options, 'cells'), ...read });
  const evaluation = evaluateWorkbook(snapshot, scheme, options);
  const plan = await planSeal(evaluation, clock(), options);
  if (plan.kind === 'sealed') await host.write(plan.changes, resting(snapshot, read.signal));
  return { ...plan, evaluation };
}
