import type { UndoChange } from '../../workbook/host';

/** Where a row stood before some changes, and whether its cells were there then. */
export interface Origin {
  readonly row: number;
  /** The row is new: its cells are blank, and it looks like `row`. */
  readonly fresh: boolean;
}

/**
 * Follows a row of a sheet (0-based, as it stands after the changes) back to where it was before them; `null` where the
 * sheet itself was made by one of them.
 */
export function originOf(sheet: string, row: number, before: readonly UndoChange[]): Origin | null {
  let at = row;
  let fresh = false;
  for (const change of [...before].reverse()) {
    if (change.kind === 'addSheet' && change.sheet.name === sheet) return null;
    if (!('row' in change) || change.sheet !== sheet || at < change.row) continue;
    if (change.kind === 'deleteRows') at += change.count;
    else if (at >= change.row + change.count) at -= change.count;
    else {
      fresh = true;
      at = change.formatOf;
    }
  }
  return { row: at, fresh };
}
