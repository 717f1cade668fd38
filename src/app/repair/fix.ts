import { cellName, type CellRef, type Scheme } from '../../model';
import { type ReadOptions, resting, type UndoChange, type WorkbookHost } from '../../workbook/host';
import type { UndoRecord } from '../../workbook/undo/record';
import type { EvaluateOptions, Evaluation } from '../evaluation';
import { memoryChange } from '../fill';
import { memoryOf } from '../remembered';
import { evaluateWorkbook } from '../scheme/evaluateWorkbook';
import type { FixOffer } from './offer';
import { offeredFixes } from './offers';

/** What a repair would write. The preview is the offers themselves: cell, before, after. */
export interface FixPlan {
  readonly changes: readonly UndoChange[];
  readonly preview: readonly FixOffer[];
  /** Brings everything back in one step (`undoFill`). */
  readonly undo: UndoRecord;
}

/** Plans the chosen repairs; nothing is written. */
export function planFixes(offers: readonly FixOffer[]): FixPlan {
  const bySheet = new Map<string, FixOffer[]>();
  for (const offer of offers) {
    const group = bySheet.get(offer.cell.sheet);
    if (group) group.push(offer);
    else bySheet.set(offer.cell.sheet, [offer]);
  }
  const changes = [...bySheet].flatMap(([sheet, group]) => sheetChanges(sheet, group));
  const cells = offers.map(({ cell, before, after }) => ({ ...cell, before, after, formula: null }));
  // Which format a text stood under is not read; under the general one it looks the same.
  const formats = offers
    .filter(({ format }) => format !== null)
    .map(({ cell }) => ({ ...cell, format: 'General' }));
  return {
    changes,
    preview: offers,
    undo: { of: 'fixes', created: null, cells, formulas: [], inserted: [], formats },
  };
}

/** Values first: a value that is written may change the format of a cell of text. */
function sheetChanges(sheet: string, offers: readonly FixOffer[]): UndoChange[] {
  const cells = offers.map(({ cell: { row, column }, after }) => ({ row, column, value: after }));
  const formats = offers.flatMap(({ cell: { row, column }, format }) =>
    format === null ? [] : [{ row, column, format }],
  );
  const values: UndoChange = { kind: 'setCells', sheet, cells };
  return formats.length === 0 ? [values] : [values, { kind: 'setNumberFormats', sheet, cells: formats }];
}

/** What came of a repair; `evaluation` is that before it. */
export interface FixOutcome {
  readonly evaluation: Evaluation;
  readonly plan: FixPlan;
  /** Chosen cells that by now hold something else, or nothing to repair; they were left alone. */
  readonly skipped: readonly CellRef[];
}

/**
 * Repairs the chosen offers (left out: all) after a full, fresh read: an offer that no longer holds is skipped. What
 * was replaced is remembered, so that `undoFill` takes it back in one step. Throws HostError, MemoryError, RulingError.
 */
export async function applyFixes(
  host: WorkbookHost,
  scheme: Scheme,
  chosen: readonly FixOffer[] | null = null,
  options: EvaluateOptions = {},
  read: ReadOptions = {},
): Promise<FixOutcome> {
  const snapshot = await host.read(read);
  const memory = memoryOf(snapshot);
  const evaluation = evaluateWorkbook(snapshot, scheme, options);
  const offers = offeredFixes(evaluation);
  const wanted = chosen && new Set(chosen.map(offerKey));
  const plan = planFixes(wanted ? offers.filter((offer) => wanted.has(offerKey(offer))) : offers);
  const done = new Set(plan.preview.map(offerKey));
  const skipped = (chosen ?? []).filter((offer) => !done.has(offerKey(offer))).map(({ cell }) => cell);
  if (plan.changes.length > 0) {
    const changes = [...plan.changes, ...memoryChange(memory, { ...memory, undo: plan.undo })];
    await host.write(changes, resting(snapshot, read.signal));
  }
  return { evaluation, plan, skipped };
}

function offerKey({ cell, before, after }: FixOffer): string {
  return JSON.stringify([cell.sheet, cellName(cell.row, cell.column), before, after]);
}
