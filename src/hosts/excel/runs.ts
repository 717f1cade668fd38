import { type Area, endsSlice, finished, type Slices } from '../../model';

/** A full rectangle of things, row by row. */
export interface Run<T> {
  readonly area: Area;
  readonly rows: readonly (readonly T[])[];
}

interface Growing<T> {
  area: Area;
  readonly rows: (readonly T[])[];
}

interface Placed {
  readonly row: number;
  readonly column: number;
}

/** Gathers single cells into full rectangles, so that each is one write. Of two things for one cell the last counts. */
export function gatherRuns<C extends Placed, T>(cells: readonly C[], pick: (cell: C) => T): Run<T>[] {
  return finished(gatherRunsInSlices(cells, pick));
}

/** The same in slices. */
export function* gatherRunsInSlices<C extends Placed, T>(
  cells: readonly C[],
  pick: (cell: C) => T,
): Slices<Run<T>[]> {
  const lines = new Map<number, Map<number, T>>();
  for (const [index, cell] of cells.entries()) {
    const line = lines.get(cell.row) ?? new Map<number, T>();
    lines.set(cell.row, line.set(cell.column, pick(cell)));
    if (endsSlice(index)) yield;
  }
  const open = new Map<string, Growing<T>>();
  const done: Run<T>[] = [];
  let looked = 0;
  for (const row of [...lines.keys()].sort((a, b) => a - b)) {
    for (const strip of strips(lines.get(row)!)) {
      if (endsSlice(looked++)) yield;
      const key = `${strip.left},${strip.values.length}`;
      const above = open.get(key);
      if (above && above.area.bottom === row - 1) {
        above.area = { ...above.area, bottom: row };
        above.rows.push(strip.values);
        continue;
      }
      if (above) done.push(above);
      const right = strip.left + strip.values.length - 1;
      open.set(key, { area: { top: row, left: strip.left, bottom: row, right }, rows: [strip.values] });
    }
  }
  return [...done, ...open.values()].sort((a, b) => a.area.top - b.area.top || a.area.left - b.area.left);
}

function strips<T>(line: ReadonlyMap<number, T>): { left: number; values: T[] }[] {
  const found: { left: number; values: T[] }[] = [];
  for (const column of [...line.keys()].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last && last.left + last.values.length === column) last.values.push(line.get(column)!);
    else found.push({ left: column, values: [line.get(column)!] });
  }
  return found;
}
