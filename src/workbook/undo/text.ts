import type { Slices } from '../../model';
import { isRecord } from '../plain';
import { UNDOABLE_WORK, type UndoRecord } from './record';
import { packed, packedText, unpacked } from './strips';

/** The record as it is kept, as JSON: its cells in strips. */
export function* undoText(record: UndoRecord): Slices<string> {
  const { cells, ...rest } = record;
  const strips = yield* packedText(yield* packed(cells));
  return `${JSON.stringify(rest).slice(0, -1)},"cells":${strips}}`;
}

/** The record of what was kept, also of one that keeps each cell by itself; `null` where it is none. */
export function* readUndo(value: unknown): Slices<UndoRecord | null> {
  if (!isRecord(value)) return null;
  const cells = yield* unpacked(value.cells);
  if (cells === null) return null;
  const record = { ...value, cells };
  return isUndo(record) ? record : null;
}

/** An object that names a sheet and a row. */
function isPlace(value: unknown): value is Record<string, unknown> {
  return isRecord(value) && typeof value.sheet === 'string' && Number.isInteger(value.row);
}

function isUndoFormula(value: unknown): boolean {
  if (!isPlace(value)) return false;
  return Number.isInteger(value.home) && Number.isInteger(value.column) && typeof value.before === 'string';
}

/** Whether all but the cells is as it must be. */
function isUndo(value: Record<string, unknown>): value is Record<string, unknown> & UndoRecord {
  const { created, formulas, inserted, formats } = value;
  if (created !== null && typeof created !== 'string') return false;
  if (value.of !== undefined && !UNDOABLE_WORK.some((each) => each === value.of)) return false;
  const others = value.alsoCreated;
  if (others !== undefined && !(Array.isArray(others) && others.every((each) => typeof each === 'string'))) {
    return false;
  }
  if (!Array.isArray(formulas) || !Array.isArray(inserted)) return false;
  const isFormat = (each: unknown): boolean =>
    isPlace(each) && Number.isInteger(each.column) && typeof each.format === 'string';
  if (formats !== undefined && !(Array.isArray(formats) && formats.every(isFormat))) return false;
  const { entries } = value;
  const isText = (each: unknown): boolean => typeof each === 'string';
  if (entries !== undefined && !(isRecord(entries) && Object.values(entries).every(isText))) return false;
  const isInserted = (each: unknown): boolean => isPlace(each) && Number.isInteger(each.count);
  return formulas.every(isUndoFormula) && inserted.every(isInserted);
}
