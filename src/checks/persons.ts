import type { Assessee, CellRef, RosterRow, Row, Who } from '../model';
import { editDistance, fieldCell } from '../model';
import { PostPlaces } from './postPlaces';

/** What a message says of a cell in which nothing stands. */
export const BLANK = '空白';

/** What a row's person turned out to be. Ids are those of the directory's assessees. */
export type Resolution =
  | { readonly kind: 'known'; readonly id: number }
  | { readonly kind: 'blank' }
  /** `ids`: the nearest name's persons, empty where none is offered. */
  | { readonly kind: 'unknown'; readonly nearest: string | null; readonly ids: readonly number[] }
  /** The row's own cells cannot be read, which is reported; `ids`: whom its name may mean. */
  | { readonly kind: 'broken'; readonly ids: readonly number[] }
  /** `held`: the post that the roster names, where it is none that is assessed. */
  | { readonly kind: 'role'; readonly ids: readonly number[]; readonly held?: string }
  | { readonly kind: 'department'; readonly ids: readonly number[] };

/** An assessee with what the roster says beside the identity. */
export interface DirectoryEntry extends Assessee {
  readonly customers: number | null;
  readonly row: RosterRow | null;
}

/** The persons who are assessed, and how rows find them. */
export class Directory {
  /** The id that was found last: rows often follow the order of the roster. */
  private last = -1;
  private names: Map<string, number[]> | null = null;
  /** What was found of those who are not known; everybody else is found again as quickly. */
  private readonly resolved = new WeakMap<Who, Resolution>();

  constructor(
    readonly entries: readonly DirectoryEntry[],
    /** Persons were taken from a roster; without one, a stranger in other sheets cannot be told. */
    readonly fromRoster: boolean,
    /** Who stands in the roster without a post that is assessed. */
    private readonly others: readonly Who[] = [],
    /** Rows of the roster of which a cell cannot be read. */
    readonly unreadable: readonly RosterRow[] = [],
    private readonly places = placesOf(entries),
    /** Who was given a post by the detail sheets, as the roster's own row says none that can be told. */
    readonly doubtful: readonly DirectoryEntry[] = [],
  ) {}

  /** Name → ids; asked for only where a row's person is not found at once. */
  private get byName(): ReadonlyMap<string, readonly number[]> {
    if (this.names) return this.names;
    const names = new Map<string, number[]>();
    for (const { name, id } of this.entries) append(names, name, id);
    return (this.names = names);
  }

  /** The ids of each person in several posts, one a post. */
  inSeveralPosts(): Iterable<readonly number[]> {
    return this.places.inSeveralPosts();
  }

  /** The ids of one person, one a post. */
  postsOf({ department, name }: Pick<Assessee, 'department' | 'name'>): readonly number[] {
    return this.places.idsOf(department, name);
  }

  /** The id of whom a row names; -1 where that is nobody who is known, see `resolve`. */
  idOf(who: Who): number {
    if (who.broken === true || who.name === '') return -1;
    const next = this.last + 1;
    if (next < this.entries.length && this.isOf(next, who)) return (this.last = next);
    const first = this.places.firstOf(who.department, who.name);
    if (first < 0) return -1;
    if (this.entries[first]!.post === who.post) return (this.last = first);
    for (const id of this.places.idsOf(who.department, who.name))
      if (this.entries[id]!.post === who.post) return (this.last = id);
    return -1;
  }

  private isOf(id: number, who: Who): boolean {
    const { name, department, post } = this.entries[id]!;
    return name === who.name && department === who.department && post === who.post;
  }

  /** Looks up whom a row names. Who is not known is looked up once for the same `Who` object. */
  resolve(who: Who): Resolution {
    const id = this.idOf(who);
    if (id >= 0) return { kind: 'known', id };
    const known = this.resolved.get(who);
    if (known) return known;
    const found = this.find(who);
    this.resolved.set(who, found);
    return found;
  }

  private find(who: Who): Resolution {
    if (who.broken === true) return { kind: 'broken', ids: this.byName.get(who.name) ?? [] };
    if (who.name === '') return { kind: 'blank' };
    const here = this.places.idsOf(who.department, who.name);
    if (this.unreadable.some((row) => mayBe(row.who, who))) return { kind: 'broken', ids: [] };
    const namesakes = this.byName.get(who.name) ?? [];
    if (here.length > 0) return { kind: 'role', ids: here };
    const others = this.others.filter((each) => each.name === who.name);
    const other =
      others.find((each) => each.department === who.department) ??
      (namesakes.length === 0 ? others[0] : undefined);
    if (other) return { kind: 'role', ids: [], held: other.postText === '' ? BLANK : other.postText };
    if (namesakes.length === 0) return this.nearest(who);
    const samePost = namesakes.filter((each) => this.entries[each]!.post === who.post);
    return { kind: 'department', ids: samePost.length > 0 ? samePost : namesakes };
  }

  /** The one name of the roster that is nearest; two equally near are no offer. */
  private nearest(who: Who): Resolution {
    const limit = who.name.length <= 3 ? 1 : 2;
    let best = limit;
    let names: string[] = [];
    for (const name of this.byName.keys()) {
      if (Math.abs(name.length - who.name.length) > limit) continue;
      const distance = editDistance(name, who.name);
      if (distance > best) continue;
      if (distance < best) names = [];
      best = distance;
      names.push(name);
    }
    const nearest = names.length === 1 ? names[0]! : null;
    if (nearest === null) return { kind: 'unknown', nearest: null, ids: [] };
    const ids = this.byName.get(nearest)!;
    const here = ids.filter((id) => this.entries[id]!.department === who.department);
    const near = here.length > 0 ? here : ids;
    const samePost = near.filter((id) => this.entries[id]!.post === who.post);
    return { kind: 'unknown', nearest, ids: samePost.length > 0 ? samePost : near };
  }
}

function placesOf(entries: readonly DirectoryEntry[]): PostPlaces {
  const places = new PostPlaces();
  for (const entry of entries) places.add(entry);
  return places;
}

function append(ids: Map<string, number[]>, name: string, id: number): void {
  const known = ids.get(name);
  if (known) known.push(id);
  else ids.set(name, [id]);
}

/** Whether a row of the roster may mean this person: all of it that can be read fits. */
function mayBe(roster: Who, who: Who): boolean {
  const fits = (own: string, other: string): boolean =>
    own === other || own === '' || (roster.broken === true && own.startsWith('#'));
  if (!fits(roster.department, who.department) || !fits(roster.name, who.name)) return false;
  return roster.post === who.post || (roster.broken === true && roster.post === null);
}

function isReadable({ who }: RosterRow): boolean {
  return who.broken !== true && who.department !== '';
}

/** Somebody in a post; there are thousands, so where they stand is told when somebody asks. */
class Entry implements DirectoryEntry {
  constructor(
    readonly id: number,
    readonly department: string,
    readonly name: string,
    readonly post: string,
    private readonly first: Row,
    readonly row: RosterRow | null,
  ) {}

  get cell(): CellRef {
    return fieldCell(this.first, 'name');
  }

  get customers(): number | null {
    return this.row?.customers ?? null;
  }
}

/** The persons that have come up so far, each once a post. */
class Found {
  readonly entries: DirectoryEntry[] = [];
  readonly places = new PostPlaces();

  /** `first`: the row that names the person. */
  add({ department, name }: Who, post: string, first: Row, row: RosterRow | null): void {
    for (const id of this.places.idsOf(department, name)) if (this.entries[id]!.post === post) return;
    const entry = new Entry(this.entries.length, department, name, post, first, row);
    this.entries.push(entry);
    this.places.add(entry);
  }
}

/**
 * Assessees of a roster; a row of no known post is nobody who is assessed. `posts`: of rows whose own post is blank or
 * misspelt.
 */
export function directoryOfRoster(
  rows: readonly RosterRow[],
  posts: ReadonlyMap<RosterRow, string> = new Map(),
): Directory {
  const found = new Found();
  const others: Who[] = [];
  const unreadable: RosterRow[] = [];
  for (const row of rows) {
    const { who } = row;
    if (who.name === '' && who.broken !== true) continue;
    if (!isReadable(row)) {
      if (who.post !== null || who.broken) unreadable.push(row);
      continue;
    }
    const post = who.post ?? posts.get(row);
    if (post === undefined) others.push(who);
    else found.add(who, post, row, row);
  }
  const doubtful = found.entries.filter(({ row }) => row !== null && posts.has(row));
  return new Directory(found.entries, true, others, unreadable, found.places, doubtful);
}

/** Without a roster: everybody whom a visit names. */
export function directoryOfVisits(rows: readonly Row[]): Directory {
  const found = new Found();
  const seen = new Set<Who>();
  for (const row of rows) {
    if (seen.has(row.who)) continue;
    seen.add(row.who);
    if (row.who.post === null || row.who.name === '' || row.who.broken === true) continue;
    if (row.who.department === '') continue;
    found.add(row.who, row.who.post, row, null);
  }
  return new Directory(found.entries, false, [], [], found.places);
}
