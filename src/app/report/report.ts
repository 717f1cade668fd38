import { resting, type UndoChange, type WorkbookHost } from '../../workbook/host';
import { type Memory } from '../../workbook/memory';
import { type Snapshot, valueAt } from '../../workbook/snapshot';
import type { Evaluation } from '../evaluation';
import { memoryChange } from '../fill';
import { memoryOf } from '../remembered';
import { REPORT_TITLE, reportSheet } from './reportSheet';

/** Name of the memory entry that says which sheet is the report. */
const REPORT_ENTRY = 'report';
const SHEET_NAME = '校验结果';
/** Rows that are written at a time. */
const BLOCK_ROWS = 1_000;

/** What writing the report would do. */
export interface ReportPlan {
  readonly sheet: string;
  readonly rows: number;
  readonly changes: readonly UndoChange[];
}

/**
 * Plans the report sheet of an evaluated workbook: the one that an earlier run has made is replaced, a sheet that
 * somebody else called so is left alone. Throws MemoryError.
 */
export function planReport(evaluation: Evaluation): ReportPlan {
  const { snapshot } = evaluation;
  const memory = memoryOf(snapshot);
  const old = ownReport(snapshot, memory);
  const name = freeName(snapshot, old);
  const { sheet, later } = reportSheet(evaluation, name);
  const others = new Map(memory.others).set(REPORT_ENTRY, JSON.stringify({ sheet: name }));
  const blocks: UndoChange[] = [];
  const size = BLOCK_ROWS * sheet.columnWidths.length;
  for (let from = 0; from < later.length; from += size) {
    const cells = later.slice(from, from + size).map(({ row, column, value }) => ({ row, column, value }));
    blocks.push({ kind: 'setCells', sheet: name, cells });
  }
  const removal: UndoChange[] = old === null ? [] : [{ kind: 'deleteSheet', sheet: old }];
  return {
    sheet: name,
    rows: evaluation.issues.length,
    changes: [
      ...removal,
      { kind: 'addSheet', sheet },
      ...blocks,
      ...memoryChange(memory, { ...memory, others }),
    ],
  };
}

/** Writes the report; `evaluation` must be of the workbook as it now is. Throws HostError, MemoryError. */
export async function writeReport(host: WorkbookHost, evaluation: Evaluation): Promise<ReportPlan> {
  const plan = planReport(evaluation);
  await host.write(plan.changes, resting(evaluation.snapshot));
  return plan;
}

/** The changes that take our report sheet away; none where there is none. Throws MemoryError. */
export function reportRemoval(snapshot: Snapshot): UndoChange[] {
  const memory = memoryOf(snapshot);
  const old = ownReport(snapshot, memory);
  const others = new Map(memory.others);
  if (!others.delete(REPORT_ENTRY)) return [];
  const removal: UndoChange[] = old === null ? [] : [{ kind: 'deleteSheet', sheet: old }];
  return [...removal, ...memoryChange(memory, { ...memory, others })];
}

/** Our own report: the sheet that the memory names, if it still looks like one. */
function ownReport(snapshot: Snapshot, memory: Memory): string | null {
  const known = sheetNamed(memory.others.get(REPORT_ENTRY));
  const sheet = snapshot.sheets.find(({ name }) => name === known);
  return sheet && valueAt(sheet, 0, 0) === REPORT_TITLE ? sheet.name : null;
}

function sheetNamed(entry: string | undefined): string | null {
  if (entry === undefined) return null;
  try {
    const value = JSON.parse(entry) as unknown;
    const sheet = typeof value === 'object' && value !== null && 'sheet' in value ? value.sheet : null;
    return typeof sheet === 'string' ? sheet : null;
  } catch {
    return null;
  }
}

function freeName(snapshot: Snapshot, own: string | null): string {
  const taken = new Set(snapshot.sheets.map(({ name }) => name.toLowerCase()));
  if (own !== null) taken.delete(own.toLowerCase());
  let name = SHEET_NAME;
  for (let number = 2; taken.has(name); number += 1) name = `${SHEET_NAME} (${number})`;
  return name;
}
