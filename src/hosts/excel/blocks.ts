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

/** Shares of a trip are binary fractions, which do not add up to the last bit. */
const ROUNDING = 1e-9;

/**
 * Puts requests into round trips in their order, cut into blocks of whole rows so that each trip but the last is full:
 * `limitOf` tells how many cells of a kind one takes where there is nothing else. A row that is wider goes by itself.
 */
export function packed<Kind extends string>(
  requests: readonly BlockRequest<Kind>[],
  limitOf: (kind: Kind) => number,
): BlockRequest<Kind>[][] {
  const trips: BlockRequest<Kind>[][] = [];
  let room = 0;
  for (const request of requests) {
    const { area } = request;
    const rowShare = (area.right - area.left + 1) / limitOf(request.kind);
    for (let { top } = area; top <= area.bottom;) {
      if (trips.length === 0 || room + ROUNDING < rowShare) {
        trips.push([]);
        room = 1;
      }
      const rows = Math.min(area.bottom - top + 1, Math.max(1, Math.floor((room + ROUNDING) / rowShare)));
      trips.at(-1)!.push({ ...request, area: { ...area, top, bottom: top + rows - 1 } });
      room -= rows * rowShare;
      top += rows;
    }
  }
  return trips;
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
