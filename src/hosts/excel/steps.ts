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
 * The steps of the changes. What the workbook remembers comes last, once: it depends on nothing else, and a failure
 * before it leaves it as it was.
 */
export function planSteps(changes: readonly UndoChange[]): PlannedStep[] {
  const steps = changes.flatMap((change, index) => {
    const before = changes.slice(0, index);
    return stepsOf(change).map((step) => ({ step, before, bytes: sizeOf(step) }));
  });
  const memory = steps.filter(({ step }) => step.kind === 'setMemory').slice(-1);
  return [...steps.filter(({ step }) => step.kind !== 'setMemory'), ...memory];
}

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

/** Packs the steps into requests of at most `limit` bytes each. */
export function packSteps(steps: readonly PlannedStep[], limit: number): PlannedStep[][] {
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
