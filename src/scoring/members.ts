/** Up to so many names are compared with one another; more are looked up. */
const FEW = 24;

/** Who belongs to a department. Nearly everybody has one post: only where somebody has several are posts told by name. */
export class Department {
  private readonly posts: number[] = [];
  /** Whose each post is. */
  private readonly names: string[] = [];
  private named: ReadonlyMap<string, readonly number[]> | null | undefined;

  constructor(readonly name: string) {}

  /** Adds a post: where it stands in the totals, and whose it is. */
  add(place: number, name: string): void {
    this.posts.push(place);
    this.names.push(name);
    this.named = undefined;
  }

  /** Where all posts stand in the totals, ascending. */
  get places(): readonly number[] {
    return this.posts;
  }

  /** Number of persons, each once however many posts they have. */
  get persons(): number {
    return this.byName === null ? this.posts.length : this.byName.size;
  }

  /** Somebody has several posts. */
  get hasSeveral(): boolean {
    return this.byName !== null;
  }

  /** Each person's name and the positions of their posts among `places`, by first appearance. */
  *each(): Iterable<readonly [string, readonly number[]]> {
    if (this.byName !== null) yield* this.byName;
    else for (let at = 0; at < this.posts.length; at++) yield [this.names[at]!, [at]];
  }

  /** Positions by name; `null` where everybody has one post. */
  private get byName(): ReadonlyMap<string, readonly number[]> | null {
    if (this.named === undefined) this.named = this.isDistinct() ? null : this.findNames();
    return this.named;
  }

  private isDistinct(): boolean {
    const { names } = this;
    if (names.length > FEW) return new Set(names).size === names.length;
    return names.every((name, at) => names.indexOf(name) === at);
  }

  private findNames(): ReadonlyMap<string, readonly number[]> {
    const found = new Map<string, number[]>();
    this.names.forEach((name, at) => {
      const own = found.get(name);
      if (own) own.push(at);
      else found.set(name, [at]);
    });
    return found;
  }
}
