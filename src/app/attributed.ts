import { identify, identifyVisits, NOBODY } from '../checks/identity';
import type { Row, Slices, VisitRow, VisitRows } from '../model';
import type { LostColumns } from './lost';
import type { Attributed, AttributedVisits, Round } from './round';

/** Finds whom the rows mean, of the sheets that say it. */
export function* attributed<Item extends Row>(
  rows: readonly Item[],
  { lost, directory, desk }: Round,
): Slices<Attributed<Item>> {
  const readable = named(rows, lost);
  return { rows: readable, owners: yield* identify(readable, directory, desk) };
}

/** The same of the visits. */
export function* attributedVisits({ entries, lost, directory, desk }: Round): Slices<AttributedVisits> {
  const rows = namedVisits(entries.visits, lost);
  return { rows, owners: yield* identifyVisits(rows, directory, desk) };
}

/** The rows of sheets that say whom they mean. */
export function named<Item extends Row>(rows: readonly Item[], { nameless }: LostColumns): readonly Item[] {
  return nameless.size === 0 ? rows : rows.filter((row) => !nameless.has(row.source.sheet));
}

/** The visits of sheets that say whom they mean. */
export function namedVisits(visits: VisitRows, { nameless }: LostColumns): VisitRows {
  if (nameless.size === 0) return visits;
  const places = Array.from({ length: visits.length }, (_, at) => at);
  return visits.some(places.filter((at) => !nameless.has(visits.sourceAt(at).sheet)));
}

/** Whether some visit stands in a visit list. */
export function hasList(visits: VisitRows): boolean {
  return visits.odd.some((at) => visits.isListed(at));
}

/** Rows that belong to nobody. */
export function unclaimed({ rows, owners }: AttributedVisits): readonly VisitRow[] {
  const nobodys: VisitRow[] = [];
  for (let at = owners.indexOf(NOBODY); at >= 0; at = owners.indexOf(NOBODY, at + 1))
    nobodys.push(rows.at(at));
  return nobodys;
}
