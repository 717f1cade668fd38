import type { Severity } from '../../model';
import { resting, type UndoChange, type WorkbookHost } from '../../workbook/host';
import { cellKey } from '../../workbook/snapshot';
import type { Evaluation } from '../evaluation';

const RANK: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

type MarkedCell = Extract<UndoChange, { kind: 'mark' }>['cells'][number];

/** What marking the faulty cells would do. */
export interface MarkPlan {
  /** Number of cells that get a mark. */
  readonly cells: number;
  readonly changes: readonly UndoChange[];
}

/**
 * Plans the marks of an evaluation: old marks go first; a cell with several issues is marked by the gravest. A cell's
 * own format is not touched. Sheets that are gone by now are left out.
 */
export function planMarks({ issues, snapshot }: Evaluation): MarkPlan {
  const names = new Set(snapshot.sheets.map(({ name }) => name));
  const sheets = new Map<string, Map<number, MarkedCell>>();
  for (const { cell, severity } of issues) {
    if (!cell || !names.has(cell.sheet)) continue;
    const marks = sheets.get(cell.sheet) ?? new Map<number, MarkedCell>();
    const known = marks.get(cellKey(cell.row, cell.column));
    if (known && RANK[known.severity] >= RANK[severity]) continue;
    sheets.set(
      cell.sheet,
      marks.set(cellKey(cell.row, cell.column), { row: cell.row, column: cell.column, severity }),
    );
  }
  const marked = [...sheets].map(([sheet, marks]): UndoChange => ({
    kind: 'mark',
    sheet,
    cells: [...marks.values()],
  }));
  const cells = [...sheets.values()].reduce((sum, marks) => sum + marks.size, 0);
  return { cells, changes: [{ kind: 'unmark' }, ...marked] };
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
