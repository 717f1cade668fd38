import type { Area } from '../../model';
import { usedBlock } from './ranges';

/** Where things stand, as far as a write hangs on it. */
export interface Sight {
  /** Names of all sheets, in the order of their tabs. */
  readonly sheets: readonly string[];
  /** What the looked-at sheets use; `null` for an empty one. */
  readonly used: ReadonlyMap<string, Area | null>;
}

export const POSITION = 'rowIndex,columnIndex,rowCount,columnCount';

/** The area of a loaded range, `null` for a null object. */
export function areaOf(used: Excel.Range): Area | null {
  if (used.isNullObject) return null;
  const { rowIndex: top, columnIndex: left, rowCount, columnCount } = used;
  return { top, left, bottom: top + rowCount - 1, right: left + columnCount - 1 };
}

/** What tells the area of a range together with its values, for `areaWithin`. */
export const CORNER = 'rowIndex,columnIndex,values';

/** The area of a range of which `CORNER` was loaded: its values tell how many rows and columns it has. */
export function areaWithin(used: Excel.Range): Area | null {
  if (used.isNullObject) return null;
  const { rowIndex: top, columnIndex: left, values } = used;
  return { top, left, bottom: top + values.length - 1, right: left + values[0]!.length - 1 };
}

/** Asks what the sheets of these names use; call the result after the sync. A name that is gone fails the batch. */
export function askUsed(context: Excel.RequestContext, names: readonly string[]): () => Sight['used'] {
  const { worksheets } = context.workbook;
  const used = names.map((name) => usedBlock(worksheets.getItem(name)).load(POSITION));
  return () => new Map(names.map((name, index) => [name, areaOf(used[index]!)]));
}

export function sameArea(one: Area | null | undefined, other: Area | null | undefined): boolean {
  if (!one || !other) return !one && !other;
  const { top, left, bottom, right } = one;
  return top === other.top && left === other.left && bottom === other.bottom && right === other.right;
}

/** Names of the looked-at sheets in which other cells are used by now. */
export function movedSheets(before: Sight['used'], now: Sight['used']): string[] {
  return [...before].filter(([name, area]) => !sameArea(area, now.get(name))).map(([name]) => name);
}
