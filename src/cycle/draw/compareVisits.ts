import type { Scheme, VisitRow } from '../../model';
import { fieldCell, cellName } from '../../model';
import { readEntries } from '../../workbook/read/read';
import { recognise } from '../../workbook/recognise/recognise';
import { type Snapshot, valueAt } from '../../workbook/snapshot';
import type { Answers } from '../../workbook/recognise/answers';
import type { DrawRecord } from './record';
import { TO_VISIT } from './sheets';

/** A household of the draw or of the visits, for one person. */
export interface DrawLine {
  readonly post: string;
  readonly name: string;
  readonly household: string;
  readonly licence: string;
  readonly area: string;
  /** Tab and cell of the visit, `''` for one that is not there. */
  readonly place: string;
  /** What stands as a note beside the visit. */
  readonly reason: string;
}

/** An area in which fewer households were visited than were to be. */
export interface ShortArea {
  readonly area: string;
  readonly wanted: number;
  readonly visited: number;
}

/** How the visits differ from the draw. */
export interface DrawComparison {
  readonly drawn: number;
  readonly visited: number;
  /** Drawn and not visited. */
  readonly missed: readonly DrawLine[];
  /** Visited and not drawn; a reason is expected. */
  readonly instead: readonly DrawLine[];
  readonly short: readonly ShortArea[];
}

/** Nobody is missing, no area is short, and whoever was visited instead has a reason. */
export function isAsDrawn({ missed, instead, short }: DrawComparison): boolean {
  return missed.length + short.length === 0 && instead.every(({ reason }) => reason !== '');
}

/** Compares the visits of a workbook with a draw, person by person. A row that is still to be visited is no visit. */
export function compareVisits(
  snapshot: Snapshot,
  scheme: Scheme,
  record: DrawRecord,
  answers?: Answers,
): DrawComparison {
  const { visits } = readEntries(snapshot, recognise(snapshot, scheme, answers));
  const done = [...visits].filter((visit) => !isOpen(snapshot, visit));
  const visited = new Map(done.map((visit) => [keyOf(visit.who.post ?? '', keyOfVisit(visit)), visit]));
  const drawn = record.drawn.flatMap((customer) =>
    Object.entries(customer.persons).map(([post, name]) => ({ post, name, customer })),
  );
  const drawnKeys = new Set(drawn.map(({ post, customer }) => keyOf(post, idOf(customer))));
  const areas = areasByPerson(record);
  const missed = drawn
    .filter(({ post, customer }) => !visited.has(keyOf(post, idOf(customer))))
    .map(({ post, name, customer }): DrawLine => {
      const { household, licence, area } = customer;
      return { post, name, household, licence, area, place: '', reason: '' };
    });
  const instead = [...visited]
    .filter(([key]) => !drawnKeys.has(key))
    .map(([, visit]) => insteadLine(snapshot, visit, areas));
  return {
    drawn: drawn.length,
    visited: done.length,
    missed,
    instead,
    short: shortAreas(record, done, areas),
  };
}

function idOf({ licence, household }: { readonly licence: string; readonly household: string }): string {
  return licence === '' ? household : licence;
}

function keyOfVisit({ licence, household }: VisitRow): string {
  return licence === '' ? household : licence;
}

function keyOf(post: string, id: string): string {
  return `${post}\n${id}`;
}

function personKey(post: string, name: string): string {
  return `${post}\n${name}`;
}

function isOpen(snapshot: Snapshot, visit: VisitRow): boolean {
  if (!visit.date.invalid) return false;
  const { sheet, row, column } = fieldCell(visit, 'date');
  const tab = snapshot.sheets.find(({ name }) => name === sheet);
  return tab !== undefined && String(valueAt(tab, row, column)).trim() === TO_VISIT;
}

/** Areas that a person looks after, as far as the draw tells. */
function areasByPerson(record: DrawRecord): ReadonlyMap<string, ReadonlySet<string>> {
  const areas = new Map<string, Set<string>>();
  for (const { area, persons } of record.drawn) {
    for (const [post, name] of Object.entries(persons)) {
      const key = personKey(post, name);
      areas.set(key, (areas.get(key) ?? new Set<string>()).add(area));
    }
  }
  return areas;
}

function insteadLine(
  snapshot: Snapshot,
  visit: VisitRow,
  areas: ReadonlyMap<string, ReadonlySet<string>>,
): DrawLine {
  const { who, household, licence, row, source } = visit;
  const cell = fieldCell(visit, licence === '' ? 'household' : 'licence');
  const column = source.columns.get('note');
  const tab = snapshot.sheets.find(({ name }) => name === source.sheet);
  const reason = tab && column !== undefined ? String(valueAt(tab, row, column)).trim() : '';
  return {
    post: who.post ?? '',
    name: who.name,
    household,
    licence,
    area: [...(areas.get(personKey(who.post ?? '', who.name)) ?? [])].join('、'),
    place: `${cell.sheet}!${cellName(cell.row, cell.column)}`,
    reason,
  };
}

/** Visited households count for an area through the draw, or through the person who has no other area. */
function shortAreas(
  record: DrawRecord,
  done: readonly VisitRow[],
  areas: ReadonlyMap<string, ReadonlySet<string>>,
): ShortArea[] {
  const areaOf = new Map(record.drawn.map((customer) => [idOf(customer), customer.area]));
  const visited = new Map<string, Set<string>>();
  for (const visit of done) {
    const own = areas.get(personKey(visit.who.post ?? '', visit.who.name));
    const area = areaOf.get(keyOfVisit(visit)) ?? (own?.size === 1 ? [...own][0] : undefined);
    if (area !== undefined) visited.set(area, (visited.get(area) ?? new Set()).add(keyOfVisit(visit)));
  }
  return record.areas
    .map(({ area, wanted, customers }) => ({
      area,
      wanted: Math.min(wanted, customers),
      visited: visited.get(area)?.size ?? 0,
    }))
    .filter(({ wanted, visited: count }) => count < wanted);
}
