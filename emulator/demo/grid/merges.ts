import type { Area } from '../../../src/model';

/** The merged areas that reach into `view`. */
export function mergesIn(merges: readonly Area[], view: Area): readonly Area[] {
  return merges.filter(
    (area) =>
      area.top <= view.bottom &&
      area.bottom >= view.top &&
      area.left <= view.right &&
      area.right >= view.left,
  );
}

/** The merged area that covers the cell, `null` where there is none. */
export function mergeAt(merges: readonly Area[], row: number, column: number): Area | null {
  return (
    merges.find(
      (area) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right,
    ) ?? null
  );
}
