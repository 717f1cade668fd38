import { type Area, endsSlice, finished, type Slices } from '../model';
import type { SheetSnapshot, Snapshot } from './snapshot';

/** Names of the sheets of which another read has found something else, in whatever way; empty where none. */
export function differingSheets(before: Snapshot, now: Snapshot): readonly string[] {
  return finished(differingSheetsInSlices(before, now));
}

function* differingSheetsInSlices(before: Snapshot, now: Snapshot): Slices<readonly string[]> {
  const known = new Map(before.sheets.map((sheet) => [sheet.name, sheet]));
  const names = new Set(now.sheets.map(({ name }) => name));
  const differing: SheetSnapshot[] = [];
  for (const sheet of now.sheets) {
    const was = known.get(sheet.name);
    if (!was || !(yield* isSameSheet(was, sheet))) differing.push(sheet);
  }
  const gone = before.sheets.filter(({ name }) => !names.has(name));
  return [...differing, ...gone].map(({ name }) => name);
}

/** Whether two reads have found exactly the same: then whatever was computed from one holds for the other. In slices. */
export function* isSameSnapshotInSlices(before: Snapshot, now: Snapshot): Slices<boolean> {
  const order = ({ sheets }: Snapshot): string => JSON.stringify(sheets.map(({ name }) => name));
  return (
    before.memory === now.memory &&
    before.name === now.name &&
    before.date1904 === now.date1904 &&
    order(before) === order(now) &&
    (yield* differingSheetsInSlices(before, now)).length === 0
  );
}

function* isSameSheet(one: SheetSnapshot, other: SheetSnapshot): Slices<boolean> {
  return (
    one.top === other.top &&
    one.left === other.left &&
    one.visible === other.visible &&
    (yield* hasSameValues(one, other)) &&
    placesOf(one.merges) === placesOf(other.merges) &&
    isSameMap(one.formats, other.formats) &&
    isSameMap(one.formulas, other.formulas) &&
    isSameSet(one.uncalculated, other.uncalculated) &&
    isSameSet(one.errors, other.errors)
  );
}

function* hasSameValues({ values: one }: SheetSnapshot, { values: other }: SheetSnapshot): Slices<boolean> {
  if (one.length !== other.length) return false;
  for (const [at, row] of one.entries()) {
    const beside = other[at]!;
    if (endsSlice(at)) yield;
    if (row === beside) continue;
    if (row.length !== beside.length || !row.every((value, column) => value === beside[column])) return false;
  }
  return true;
}

function placesOf(areas: readonly Area[]): string {
  return areas
    .map(({ top, left, bottom, right }) => [top, left, bottom, right].join())
    .sort()
    .join(';');
}

function isSameMap(one: ReadonlyMap<number, string>, other: ReadonlyMap<number, string>): boolean {
  return one.size === other.size && [...one].every(([key, text]) => other.get(key) === text);
}

function isSameSet(one: ReadonlySet<number>, other: ReadonlySet<number>): boolean {
  return one.size === other.size && [...one].every((key) => other.has(key));
}
