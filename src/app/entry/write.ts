import type { Issue, Scheme } from '../../model';
import type { EntryPlan } from '../../workbook/entry/plan';
import type { VisitEntry } from '../../workbook/entry/visitEntry';
import { resting, type WorkbookHost } from '../../workbook/host';
import type { UndoRecord } from '../../workbook/undo/record';
import type { Snapshot } from '../../workbook/snapshot';
import type { EvaluateOptions } from '../evaluation';
import { memoryChange } from '../fill';
import { formatsWanted } from '../formatsWanted';
import { memoryOf } from '../remembered';
import { evaluateWorkbookInSlices } from '../scheme/evaluateWorkbook';
import { undoRecord } from '../undoRecord';
import { type EntryPreview, previewEntry } from './preview';

/** How a call is watched and stopped. */
interface Watch {
  readonly signal?: AbortSignal;
  readonly onProgress?: (share: number) => void;
}

/** What came of an entry: it was written, or errors that nobody has accepted yet would come with it. */
export interface EntryOutcome {
  readonly kind: 'entered' | 'asked';
  readonly preview: EntryPreview;
}

/** What an error that an entry brings is accepted by: what it says. */
export function acceptance({ code, message }: Issue): string {
  return `${code} ${message}`;
}

/**
 * Enters a visit: a full, fresh read, the plan read back, one write that one `undoFill` takes back. Where the visit
 * would bring an error that is not among `accepted` (texts of `acceptance`), nothing is written and it is asked about.
 * Throws EntryError, HostError, MemoryError, RulingError.
 */
export async function writeEntry(
  host: WorkbookHost,
  scheme: Scheme,
  entry: VisitEntry,
  accepted: readonly string[] = [],
  options: EvaluateOptions = {},
  watch: Watch = {},
): Promise<EntryOutcome> {
  const snapshot = await host.read({ ...watch, wantsDetail: formatsWanted(scheme, options, 'cells') });
  const slices = watch.signal ? { signal: watch.signal } : {};
  const evaluation = await evaluateWorkbookInSlices(snapshot, scheme, options, slices);
  const preview = await previewEntry(evaluation, entry, slices);
  const isOpen = (issue: Issue): boolean =>
    issue.severity === 'error' && !accepted.includes(acceptance(issue));
  if (preview.issues.some(isOpen)) return { kind: 'asked', preview };
  const memory = memoryOf(snapshot);
  const undo = undoOf(snapshot, preview.plan);
  const changes = [...preview.plan.changes, ...memoryChange(memory, { ...memory, undo })];
  await host.write(changes, resting(snapshot, watch.signal));
  return { kind: 'entered', preview };
}

/** What takes an entry back. */
function undoOf(snapshot: Snapshot, { changes, cells, formats }: EntryPlan): UndoRecord {
  const record = undoRecord(snapshot, { changes, cells, made: [] });
  const formulas = cells.map(({ formula }) => (formula === null ? {} : { afterFormula: formula }));
  const isInserted = (sheet: string, row: number): boolean =>
    record.inserted.some((each) => each.sheet === sheet && row >= each.row && row < each.row + each.count);
  return {
    ...record,
    of: 'entry',
    cells: record.cells.map((cell, index) => ({ ...cell, ...formulas[index] })),
    // As with repairs: a format that matters is known, and a date's own one is never replaced.
    formats: formats
      .filter(({ sheet, row }) => !isInserted(sheet, row))
      .map(({ sheet, row, column }) => ({ sheet, row, column, format: 'General' })),
  };
}
