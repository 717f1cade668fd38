import type { Assessee } from '../model';

const NO_IDS: readonly number[] = [];

/** Which ids somebody has, one a post: by department and name. */
export class PostPlaces {
  /** Department → name → the first id. */
  private readonly offices = new Map<string, Map<string, number>>();
  /** First id → all ids of a person in several posts. */
  private readonly several = new Map<number, number[]>();
  /** Persons of one department mostly stand together. */
  private department: string | null = null;
  private members: Map<string, number> | undefined;

  /** The first id of a person, -1 for none. */
  firstOf(department: string, name: string): number {
    return this.membersOf(department)?.get(name) ?? -1;
  }

  /** All ids of a person, in their order. */
  idsOf(department: string, name: string): readonly number[] {
    const first = this.firstOf(department, name);
    return first < 0 ? NO_IDS : (this.several.get(first) ?? [first]);
  }

  add({ department, name, id }: Assessee): void {
    let members = this.membersOf(department);
    if (!members) this.offices.set(department, (members = this.members = new Map<string, number>()));
    const first = members.get(name);
    if (first === undefined) members.set(name, id);
    else this.several.set(first, [...(this.several.get(first) ?? [first]), id]);
  }

  /** The ids of each person in several posts. */
  inSeveralPosts(): Iterable<readonly number[]> {
    return this.several.values();
  }

  private membersOf(department: string): Map<string, number> | undefined {
    if (department !== this.department) this.members = this.offices.get((this.department = department));
    return this.members;
  }
}
