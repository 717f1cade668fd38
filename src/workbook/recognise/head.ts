import type { Area, CellValue } from '../../model';
import type { SheetSnapshot } from '../snapshot';
import type { Vocabulary } from './vocabulary';

/** Rows from the top of the used range in which a header is looked for. */
export const DEEPEST_HEADER = 40;
/** A header may end in the row below the last of them. */
const HEAD_ROWS = DEEPEST_HEADER + 1;
/** So many heads are kept, by the name of their tab. */
const MOST_HEADS = 2_000;

const heads = new WeakMap<SheetSnapshot, SheetSnapshot>();
const latest = new Map<string, SheetSnapshot>();

/**
 * The sheet as if it ended where no header begins any more, without formats and formulas: all that it is recognised by. A
 * workbook is checked again and again while it is put right, and its heads mostly stay what they were: the head of a sheet is
 * the same object as long as nothing in it changes, so what follows from it alone need not be worked out again (`ofHead`).
 */
function headOf(sheet: SheetSnapshot): SheetSnapshot {
  let head = heads.get(sheet);
  if (head !== undefined) return head;
  const before = latest.get(sheet.name);
  head = before !== undefined && isHeadOf(before, sheet) ? before : newHead(sheet);
  heads.set(sheet, head);
  return head;
}

/** A step of the recognition, which is given the head of a sheet alone: done once for sheets with the same head. */
export function ofHead<Result>(
  step: (head: SheetSnapshot, vocabulary: Vocabulary) => Result,
): (sheet: SheetSnapshot, vocabulary: Vocabulary) => Result {
  const known = new WeakMap<SheetSnapshot, { readonly by: Vocabulary; readonly result: Result }>();
  return (sheet, vocabulary) => {
    const head = headOf(sheet);
    let own = known.get(head);
    if (own?.by !== vocabulary) known.set(head, (own = { by: vocabulary, result: step(head, vocabulary) }));
    return own.result;
  };
}

function newHead(sheet: SheetSnapshot): SheetSnapshot {
  const head: SheetSnapshot = {
    ...sheet,
    values: sheet.values.slice(0, HEAD_ROWS),
    merges: sheet.merges.filter((area) => isInHead(area, sheet)),
    formats: new Map(),
    formulas: new Map(),
    uncalculated: new Set(),
    errors: new Set(),
  };
  // A head is its own: what is worked out of it may ask for it again.
  heads.set(head, head);
  if (latest.size >= MOST_HEADS) latest.clear();
  latest.set(sheet.name, head);
  return head;
}

const isInHead = (area: Area, sheet: SheetSnapshot): boolean => area.top < sheet.top + HEAD_ROWS;

function isHeadOf(head: SheetSnapshot, sheet: SheetSnapshot): boolean {
  if (head.top !== sheet.top || head.left !== sheet.left || head.visible !== sheet.visible) return false;
  if (head.values.length !== Math.min(sheet.values.length, HEAD_ROWS)) return false;
  if (!haveSameAreas(head, sheet)) return false;
  for (let at = 0; at < head.values.length; at++)
    if (!areSame(head.values[at]!, sheet.values[at]!)) return false;
  return true;
}

function haveSameAreas(head: SheetSnapshot, sheet: SheetSnapshot): boolean {
  let at = 0;
  for (const area of sheet.merges) {
    if (!isInHead(area, sheet)) continue;
    const own = head.merges[at++];
    if (own === undefined || own.top !== area.top || own.left !== area.left) return false;
    if (own.bottom !== area.bottom || own.right !== area.right) return false;
  }
  return at === head.merges.length;
}

function areSame(one: readonly CellValue[], other: readonly CellValue[]): boolean {
  if (one === other) return true;
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return true;
}
