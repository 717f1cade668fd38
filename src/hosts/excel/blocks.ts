import type { Area } from '../../model';

/** A block of a sheet of which one thing is wanted. Positions are 0-based. */
export interface BlockRequest<Kind extends string> {
  readonly sheet: string;
  readonly area: Area;
  readonly kind: Kind;
}

export function cellsIn(area: Area): number {
  return (area.bottom - area.top + 1) * (area.right - area.left + 1);
}

/** Cuts an area into blocks of whole rows with at most `limit` cells each (but at least one row). */
export function rowBlocks(area: Area, limit: number): Area[] {
  const rows = Math.max(1, Math.floor(limit / (area.right - area.left + 1)));
  const blocks: Area[] = [];
  for (let top = area.top; top <= area.bottom; top += rows) {
    blocks.push({ ...area, top, bottom: Math.min(area.bottom, top + rows - 1) });
  }
  return blocks;
}

/** Puts requests into batches in their order, each batch of at most `limit` by `weight` (or of one request). */
export function batches<Kind extends string>(
  requests: readonly BlockRequest<Kind>[],
  limit: number,
  weight: (request: BlockRequest<Kind>) => number,
): BlockRequest<Kind>[][] {
  const result: BlockRequest<Kind>[][] = [];
  let room = 0;
  for (const request of requests) {
    const heavy = weight(request);
    if (result.length === 0 || heavy > room) {
      result.push([]);
      room = limit;
    }
    result.at(-1)!.push(request);
    room -= heavy;
  }
  return result;
}

/** Two halves of what failed as too large: of the list, or of the rows of its one request; `null` where it is one row. */
export function halves<Kind extends string>(
  requests: readonly BlockRequest<Kind>[],
): [BlockRequest<Kind>[], BlockRequest<Kind>[]] | null {
  if (requests.length > 1) {
    const middle = Math.ceil(requests.length / 2);
    return [requests.slice(0, middle), requests.slice(middle)];
  }
  const only = requests[0];
  if (!only || only.area.top === only.area.bottom) return null;
  const middle = Math.floor((only.area.top + only.area.bottom) / 2);
  return [
    [{ ...only, area: { ...only.area, bottom: middle } }],
    [{ ...only, area: { ...only.area, top: middle + 1 } }],
  ];
}
