import type { PersonScore, ScoreBook } from '../../model';
import type { SummaryLayout } from './layout';
import type { Standing } from './people';

/** How many persons of a summary, or of all of them, have a department or a post. */
class Counts {
  readonly departments = new Map<string, number>();
  readonly posts = new Map<string, number>();

  constructor(persons: Iterable<PersonScore>) {
    for (const { assessee } of persons) {
      count(this.departments, assessee.department);
      count(this.posts, assessee.post);
    }
  }
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Which of several summaries a person belongs to who stands in none: told by who stands there already. */
export class Fitting {
  private readonly all: Counts;
  private readonly own: ReadonlyMap<SummaryLayout, Counts>;

  constructor(book: ScoreBook, standing: Standing, layouts: readonly SummaryLayout[]) {
    const nowhere = new Set(standing.missing);
    this.all = new Counts(book.persons.filter((person) => !nowhere.has(person)));
    this.own = new Map(
      layouts.map((layout) => [layout, new Counts(new Set(standing.persons.get(layout)!.values()))]),
    );
  }

  /**
   * The summaries in which everybody else of the person's department stands, or everybody else of their post: one of
   * all beside one a department, one a post, one a part of the city. Not those of another post or department alone.
   */
  of(person: PersonScore): SummaryLayout[] {
    return [...this.own.keys()].filter(
      (layout) =>
        !this.isOthers(layout, person) &&
        (this.holds('posts', layout, person) || this.holds('departments', layout, person)),
    );
  }

  /** Whether a summary is that of another post, or of another department, and of nobody else. */
  isOthers(layout: SummaryLayout, person: PersonScore): boolean {
    const own = this.own.get(layout)!;
    const kinds = ['posts', 'departments'] as const;
    if (kinds.some((kind) => own[kind].size === 1 && this.holds(kind, layout, person))) return false;
    return kinds.some((kind) => {
      const [only, ...more] = own[kind];
      if (!only || more.length > 0 || own[kind].has(keyOf(kind, person))) return false;
      return only[1] === this.all[kind].get(only[0]);
    });
  }

  /** Everybody else of the person's post or department stands in the summary, and somebody does. */
  private holds(kind: 'posts' | 'departments', layout: SummaryLayout, person: PersonScore): boolean {
    const own = this.own.get(layout)![kind].get(keyOf(kind, person));
    return own !== undefined && own === this.all[kind].get(keyOf(kind, person));
  }

  /** The summary with most persons of a department, the first of equals. */
  nearest(department: string): SummaryLayout {
    const shares = [...this.own].map(([layout, { departments }]) => ({
      layout,
      share: departments.get(department) ?? 0,
    }));
    return shares.reduce((best, each) => (each.share > best.share ? each : best)).layout;
  }
}

function keyOf(kind: 'posts' | 'departments', { assessee }: PersonScore): string {
  return kind === 'posts' ? assessee.post : assessee.department;
}
