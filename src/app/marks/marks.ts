import type { CellRef, Issue, Severity } from '../../model';
import { resting, type UndoChange, type WorkbookHost } from '../../workbook/host';
import { NOTE_HEAD } from '../../workbook/marks';
import type { Evaluation } from '../evaluation';

const RANK: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/** Cells of a workbook that get a note beside their fill, the gravest first; Excel shows thousands of notes slowly. */
const NOTES = 500;
/** Messages of one cell that stand in its note. */
const MESSAGES = 5;

type MarkedCell = Extract<UndoChange, { kind: 'mark' }>['cells'][number];

interface FaultyCell extends CellRef {
  readonly severity: Severity;
  readonly messages: string[];
}

/** What marking the faulty cells would do. */
export interface MarkPlan {
  /** Number of cells that get a mark. */
  readonly cells: number;
  readonly changes: readonly UndoChange[];
}

/**
 * Plans the marks of an evaluation: old marks go first; a cell with several issues is marked by the gravest and says them
 * in a note. A cell's own format is not touched. Sheets that are gone by now are left out.
 */
export function planMarks({ issues, snapshot }: Evaluation): MarkPlan {
  const names = new Set(snapshot.sheets.map(({ name }) => name));
  const faulty = gather(issues.filter(({ cell }) => cell !== null && names.has(cell.sheet)));
  const sheets = new Map<string, MarkedCell[]>();
  faulty.forEach(({ sheet, row, column, severity, messages }, index) => {
    const note = index < NOTES ? { note: noteOf(messages) } : {};
    const cells = sheets.get(sheet) ?? [];
    cells.push({ row, column, severity, ...note });
    sheets.set(sheet, cells);
  });
  const marked = [...sheets].map(([sheet, cells]): UndoChange => ({ kind: 'mark', sheet, cells }));
  return { cells: faulty.length, changes: [{ kind: 'unmark' }, ...marked] };
}

/** The cells of the issues, those with the gravest first. */
function gather(issues: readonly Issue[]): FaultyCell[] {
  const found = new Map<string, FaultyCell>();
  for (const { cell, severity, message } of [...issues].sort((a, b) => RANK[b.severity] - RANK[a.severity])) {
    if (!cell) continue;
    const key = `${cell.row},${cell.column},${cell.sheet}`;
    const known = found.get(key);
    if (!known) found.set(key, { ...cell, severity, messages: [message] });
    else if (!known.messages.includes(message)) known.messages.push(message);
  }
  return [...found.values()];
}

function noteOf(messages: readonly string[]): string {
  const rest = messages.length - MESSAGES;
  const more = rest > 0 ? [`另有 ${rest} 条,见“校验结果”。`] : [];
  return [NOTE_HEAD, ...messages.slice(0, MESSAGES), ...more].join('\n');
}

/** Marks the faulty cells; `evaluation` must be of the workbook as it now is. Throws HostError. */
export async function markIssues(host: WorkbookHost, evaluation: Evaluation): Promise<MarkPlan> {
  const plan = planMarks(evaluation);
  await host.write(plan.changes, resting(evaluation.snapshot));
  return plan;
}

/** Takes all marks away; every cell looks as it did before. Throws HostError. */
export async function removeMarks(host: WorkbookHost): Promise<void> {
  await host.write([{ kind: 'unmark' }]);
}
