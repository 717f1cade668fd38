import type { CellValue } from '../../model';
import type { UndoChange } from '../../workbook/host';
import type { Area } from '../../model';
import { gatherRuns } from './runs';

/** One write: a change, or one rectangle of a change to cells. Steps are done in order. */
export type Step =
  | {
      readonly kind: 'values';
      readonly sheet: string;
      readonly area: Area;
      readonly rows: readonly (readonly CellValue[])[];
    }
  | {
      readonly kind: 'formulas';
      readonly sheet: string;
      readonly area: Area;
      readonly rows: readonly (readonly string[])[];
    }
  | {
      readonly kind: 'numberFormats';
      readonly sheet: string;
      readonly area: Area;
      readonly rows: readonly (readonly string[])[];
    }
  /** Makes room for a new sheet of the name of one that goes; that one goes last, when all else is done. */
  | { readonly kind: 'renameSheet'; readonly sheet: string; readonly to: string }
  | Exclude<UndoChange, { kind: 'setCells' | 'setFormulas' | 'setNumberFormats' }>;

/** A step with the changes that stand before its own: its positions are those after them. */
export interface PlannedStep {
  readonly step: Step;
  readonly before: readonly UndoChange[];
  /** About how many bytes it takes in a request. */
  readonly bytes: number;
}

/** Cells of one rectangle; larger ones are cut, so that no step is too large for a request. */
const CELLS_A_STEP = 20_000;

/** Bytes around the values: paths, actions, formats. */
const OVERHEAD = 1_000;

/**
 * The steps of the changes. What cannot be taken back comes last: old marks and sheets go when all else is done. What
 * the workbook remembers is written once, right before: it depends on nothing else.
 */
export function planSteps(changes: readonly UndoChange[]): PlannedStep[] {
  const steps = changes.flatMap((change, index) => {
    const before = changes.slice(0, index);
    return stepsOf(change).map((step) => planned(step, before));
  });
  const late = new Set<Step['kind']>(['setMemory', 'unmark', 'deleteSheet']);
  const memory = steps.filter(({ step }) => step.kind === 'setMemory').slice(-1);
  const marks = steps.filter(({ step }) => step.kind === 'unmark').slice(-1);
  const { renamed, dropped } = retire(changes, steps);
  const others = steps.filter(({ step }) => !late.has(step.kind));
  return [...renamed, ...others, ...memory, ...marks, ...dropped];
}

function planned(step: Step, before: readonly UndoChange[]): PlannedStep {
  return { step, before, bytes: sizeOf(step) };
}

/** How sheets go: where a new one takes the name, the old one is renamed first. */
function retire(
  changes: readonly UndoChange[],
  steps: readonly PlannedStep[],
): { renamed: PlannedStep[]; dropped: PlannedStep[] } {
  const made = new Set(
    changes.flatMap((one) => (one.kind === 'addSheet' ? [one.sheet.name.toLowerCase()] : [])),
  );
  const renamed: PlannedStep[] = [];
  const dropped: PlannedStep[] = [];
  for (const one of steps) {
    if (one.step.kind !== 'deleteSheet') continue;
    const { sheet } = one.step;
    if (made.has(sheet.toLowerCase())) {
      const to = `${LEAVING}${sheet}`.slice(0, SHEET_NAME_LENGTH);
      renamed.push(planned({ kind: 'renameSheet', sheet, to }, []));
      dropped.push({ ...one, step: { kind: 'deleteSheet', sheet: to } });
    } else dropped.push(one);
  }
  return { renamed, dropped };
}

/** Begins the name of a sheet that is about to be deleted. */
const LEAVING = '待删除 ';

const SHEET_NAME_LENGTH = 31;

function stepsOf(change: UndoChange): Step[] {
  if (change.kind === 'setCells') {
    const runs = gatherRuns(change.cells, (cell) => cell.value);
    return runs
      .flatMap((run) => cut(run.area, run.rows))
      .map((run) => ({ kind: 'values', sheet: change.sheet, ...run }));
  }
  if (change.kind === 'setFormulas') {
    const runs = gatherRuns(change.cells, (cell) => cell.formula);
    return runs
      .flatMap((run) => cut(run.area, run.rows))
      .map((run) => ({ kind: 'formulas', sheet: change.sheet, ...run }));
  }
  if (change.kind === 'setNumberFormats') {
    const runs = gatherRuns(change.cells, (cell) => cell.format);
    return runs
      .flatMap((run) => cut(run.area, run.rows))
      .map((run) => ({ kind: 'numberFormats', sheet: change.sheet, ...run }));
  }
  return [change];
}

function cut<T>(
  area: Area,
  rows: readonly (readonly T[])[],
): { area: Area; rows: readonly (readonly T[])[] }[] {
  const height = Math.max(1, Math.floor(CELLS_A_STEP / (area.right - area.left + 1)));
  const parts = [];
  for (let first = 0; first < rows.length; first += height) {
    const some = rows.slice(first, first + height);
    parts.push({
      area: { ...area, top: area.top + first, bottom: area.top + first + some.length - 1 },
      rows: some,
    });
  }
  return parts;
}

function sizeOf(step: Step): number {
  // Three bytes a Chinese character; each cell of a new sheet brings its format along.
  const factor = step.kind === 'addSheet' ? 4 : 3;
  return OVERHEAD + JSON.stringify(step).length * factor;
}

/**
 * Packs the steps into requests of at most `limit` bytes each. What needs several requests can be interrupted between
 * them: then rows and sheets are made, and what takes them back is remembered, before the cells are filled.
 */
export function packSteps(all: readonly PlannedStep[], limit: number): PlannedStep[][] {
  const whole = all.reduce((sum, step) => sum + step.bytes, 0) <= limit;
  const steps = whole ? all : memoryEarly(all);
  const packs: PlannedStep[][] = [];
  let room = 0;
  for (const step of steps) {
    if (packs.length === 0 || step.bytes > room) {
      packs.push([]);
      room = limit;
    }
    packs.at(-1)!.push(step);
    room -= step.bytes;
  }
  return packs;
}

const STRUCTURAL = new Set<Step['kind']>(['renameSheet', 'addSheet', 'insertRows']);

function memoryEarly(steps: readonly PlannedStep[]): PlannedStep[] {
  const memory = steps.filter(({ step }) => step.kind === 'setMemory');
  const rest = steps.filter(({ step }) => step.kind !== 'setMemory');
  const filling = rest.findIndex(({ step }) => !STRUCTURAL.has(step.kind));
  const at = filling === -1 ? rest.length : filling;
  return [...rest.slice(0, at), ...memory, ...rest.slice(at)];
}
