import { type Area, isInArea } from '../../model';

/**
 * Whether a column only widens the one on its left: its header is merged with that one's, and so are the cells below it.
 * Where only the header is merged, several columns stand under it, and which of them is meant is asked. `bottom` is the
 * last row of the header; all 0-based.
 */
export function isWidening(merges: readonly Area[], bottom: number, column: number): boolean {
  const header = mergeAt(merges, bottom, column);
  if (!header || header.left === column) return false;
  const below = mergeAt(merges, bottom + 1, column);
  return below?.left === header.left && below.right === header.right && below.top > bottom;
}

/**
 * Without the columns below a merged parent whose own header is blank where others beside them have one: the parent is
 * no header of theirs (a post over its rules is no column of persons). One that is a field's name stays.
 */
export function withoutParents<
  Column extends { readonly column: number; readonly leaf: string; readonly leafRow: number },
>(
  columns: readonly Column[],
  merges: readonly Area[],
  isField: (text: string) => boolean,
): readonly Column[] {
  return columns.filter(({ column, leaf, leafRow }) => {
    const area = mergeAt(merges, leafRow, column);
    if (!area || area.left === area.right || isField(leaf)) return true;
    return columns.every(
      (other) => other.column < area.left || other.column > area.right || other.leafRow <= area.bottom,
    );
  });
}

/** The merged area that covers a cell (0-based), if any. */
export function mergeAt(merges: readonly Area[], row: number, column: number): Area | undefined {
  return merges.find((area) => isInArea(area, row, column));
}
