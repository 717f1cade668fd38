import type { CellValue, Slices } from '../../model';
import type { NewCell, NewSheet, UndoChange } from '../../workbook/host';
import type { Area } from '../../model';
import { gatherRunsInSlices, type Run } from './runs';
import { extentOf, inPieces } from './pieces';

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
  /** A new sheet with the first of its cells; `extent` is the area of all of them. */
  | { readonly kind: 'addSheet'; readonly sheet: NewSheet; readonly extent: Area }
  /** Further cells of a sheet that an `addSheet` before it makes. */
  | { readonly kind: 'moreCells'; readonly sheet: string; readonly cells: readonly NewCell[] }
  /** Puts a sheet that is about to go out of sight and gives its name free; number `index` of those. */
  | { readonly kind: 'retireSheet'; readonly sheet: string; readonly index: number }
  | Exclude<
      UndoChange,
      { kind: 'setCells' | 'setFormulas' | 'setNumberFormats' | 'addSheet' | 'deleteSheet' | 'unmark' }
    >;

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

/** A write in three parts, done one after the other. */
export interface Plan {
  /** Can be taken back. */
  readonly restorable: readonly PlannedStep[];
  /** Takes rows away, for good, and what hangs on it: begun, it is carried through. One request; often empty. */
  readonly final: readonly PlannedStep[];
  /** Clears away what is of no use any more: sheets that were put out of sight, old marks. */
  readonly clearing: readonly Clearing[];
}

export type Clearing = Extract<UndoChange, { kind: 'deleteSheet' | 'unmark' }>;

/**
 * The steps of the changes. A sheet that goes is first put out of sight, which can be taken back; it is deleted when all
 * else is done, as old marks are. What the workbook remembers is written once, after everything that it depends on.
 * In slices: a province's summary has hundreds of thousands of cells.
 */
export function* planSteps(changes: readonly UndoChange[]): Slices<Plan> {
  const clearing = changes.filter(
    (one): one is Clearing => one.kind === 'deleteSheet' || one.kind === 'unmark',
  );
  const gone = clearing.filter((one) => one.kind === 'deleteSheet');
  const retired = gone.map(({ sheet }, index) => planned({ kind: 'retireSheet', sheet, index }, []));
  const steps: PlannedStep[] = [];
  for (const [index, change] of changes.entries()) {
    const before = changes.slice(0, index);
    for (const step of yield* stepsOf(change)) {
      steps.push(planned(step, before));
      yield;
    }
  }
  const memory = steps.filter(({ step }) => step.kind === 'setMemory').slice(-1);
  const others = steps.filter(({ step }) => step.kind !== 'setMemory');
  const from = others.findIndex(({ step }) => step.kind === 'deleteRows');
  if (from === -1) return { restorable: [...retired, ...others, ...memory], final: [], clearing };
  return {
    restorable: others.slice(0, from),
    final: [...others.slice(from), ...retired, ...memory],
    clearing,
  };
}

function planned(step: Step, before: readonly UndoChange[]): PlannedStep {
  return { step, before, bytes: sizeOf(step) };
}

function* stepsOf(change: UndoChange): Slices<Step[]> {
  if (change.kind === 'setCells') {
    const runs = yield* rectangles(change.cells, (cell) => cell.value);
    return runs.map((run) => ({ kind: 'values', sheet: change.sheet, ...run }));
  }
  if (change.kind === 'setFormulas') {
    const runs = yield* rectangles(change.cells, (cell) => cell.formula);
    return runs.map((run) => ({ kind: 'formulas', sheet: change.sheet, ...run }));
  }
  if (change.kind === 'setNumberFormats') {
    const runs = yield* rectangles(change.cells, (cell) => cell.format);
    return runs.map((run) => ({ kind: 'numberFormats', sheet: change.sheet, ...run }));
  }
  if (change.kind === 'addSheet') {
    const { name, cells: all } = change.sheet;
    const [first = [], ...others] = yield* inPieces(all);
    return [
      { kind: 'addSheet', sheet: { ...change.sheet, cells: first }, extent: yield* extentOf(all) },
      ...others.map((cells): Step => ({ kind: 'moreCells', sheet: name, cells })),
    ];
  }
  return change.kind === 'deleteSheet' || change.kind === 'unmark' ? [] : [change];
}

/** Full rectangles of the cells, none of them too large for a request. */
function* rectangles<C extends { readonly row: number; readonly column: number }, T>(
  cells: readonly C[],
  pick: (cell: C) => T,
): Slices<Run<T>[]> {
  const runs = yield* gatherRunsInSlices(cells, pick);
  return runs.flatMap((run) => cut(run));
}

function cut<T>({ area, rows }: Run<T>): Run<T>[] {
  const height = Math.max(1, Math.floor(CELLS_A_STEP / (area.right - area.left + 1)));
  const parts: Run<T>[] = [];
  for (let first = 0; first < rows.length; first += height) {
    const some = rows.slice(first, first + height);
    const top = area.top + first;
    parts.push({ area: { ...area, top, bottom: top + some.length - 1 }, rows: some });
  }
  return parts;
}

/** Bytes of a new cell beside its value: its format, and its share of what its block needs. */
const AROUND_A_CELL = 16;

function sizeOf(step: Step): number {
  if (step.kind === 'moreCells') return OVERHEAD + sizeOfCells(step.cells);
  if (step.kind !== 'addSheet') return OVERHEAD + bytesOf(step);
  const { cells, ...rest } = step.sheet;
  return OVERHEAD + bytesOf(rest) + sizeOfCells(cells);
}

/** At most three bytes a character, as Chinese ones take. */
function bytesOf(thing: object | string): number {
  return JSON.stringify(thing).length * 3;
}

function sizeOfCells(cells: readonly NewCell[]): number {
  return cells.reduce(
    (sum, { value, link }) =>
      sum + String(value).length * 3 + AROUND_A_CELL + (link ? bytesOf(link) + OVERHEAD : 0),
    0,
  );
}

/**
 * Packs the steps into one request of at most `limit` bytes, or several of at most `part` each. What needs several requests
 * can be interrupted between them: then rows and sheets are made, and what takes them back is remembered, before the cells
 * are filled.
 */
export function packSteps(
  all: readonly PlannedStep[],
  { limit, part }: { readonly limit: number; readonly part: number },
): PlannedStep[][] {
  if (all.reduce((sum, step) => sum + step.bytes, 0) <= limit) return all.length === 0 ? [] : [[...all]];
  const packs: PlannedStep[][] = [];
  let room = 0;
  for (const step of memoryEarly(all)) {
    if (packs.length === 0 || step.bytes > room) {
      packs.push([]);
      room = part;
    }
    packs.at(-1)!.push(step);
    room -= step.bytes;
  }
  return packs;
}

const STRUCTURAL = new Set<Step['kind']>(['retireSheet', 'addSheet', 'insertRows']);

function memoryEarly(steps: readonly PlannedStep[]): PlannedStep[] {
  const memory = steps.filter(({ step }) => step.kind === 'setMemory');
  const rest = steps.filter(({ step }) => step.kind !== 'setMemory');
  const filling = rest.findIndex(({ step }) => !STRUCTURAL.has(step.kind));
  const at = filling === -1 ? rest.length : filling;
  return [...rest.slice(0, at), ...memory, ...rest.slice(at)];
}
