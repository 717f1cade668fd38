import type { PersonScore, ScoreBook } from '../../model';
import { normaliseHeader } from '../recognise/normalise';
import { type SummaryLayout, tableRows } from './layout';
import { Fitting } from './fitting';
import type { Standing } from './people';

/** A summary to be made: of one department, or of everybody (`null`). */
export interface NewPart {
  readonly department: string | null;
  readonly persons: readonly PersonScore[];
}

/** Where persons go who have no row yet. */
export interface Homes {
  /** By summary that stands: whom it gets. */
  readonly added: ReadonlyMap<SummaryLayout, readonly PersonScore[]>;
  readonly made: readonly NewPart[];
}

/** Departments whose persons stand in a summary; texts made comparable. */
function departmentsIn(layout: SummaryLayout): Set<string> {
  const texts = tableRows(layout.persons).map(({ department }) => normaliseHeader(department));
  return new Set(texts.filter((text) => text !== ''));
}

/** The summaries of a workbook by whose they are. */
export class Owners {
  private readonly departments: ReadonlyMap<SummaryLayout, ReadonlySet<string>>;

  constructor(private readonly layouts: readonly SummaryLayout[]) {
    this.departments = new Map(layouts.map((layout) => [layout, departmentsIn(layout)]));
  }

  /** The summary that holds this department and no other; `undefined` for none. */
  ownOf(department: string): SummaryLayout | undefined {
    const wanted = normaliseHeader(department);
    return this.layouts.find((layout) => {
      const found = this.departments.get(layout)!;
      return found.size === 1 && found.has(wanted);
    });
  }

  /** The workbook keeps one summary a department: two or more, and each holds one department alone. */
  get separate(): boolean {
    return (
      this.layouts.length > 1 && this.layouts.every((layout) => this.departments.get(layout)!.size === 1)
    );
  }
}

/**
 * Where those of `persons` go who have no row. `perDepartment`: into their department's own summary, made where there
 * is none. Otherwise who stands nowhere goes to their department's own summary and to those in which everybody else of
 * their department or post stands, else to the one with most persons of their department; a workbook that keeps one a
 * department gets another for a new department, and one without any gets one for all.
 */
export function homesOf(
  book: ScoreBook,
  persons: readonly PersonScore[],
  standing: Standing,
  options: { readonly layouts: readonly SummaryLayout[]; readonly perDepartment: boolean },
): Homes {
  const { layouts, perDepartment } = options;
  if (layouts.length === 0 && !perDepartment)
    return { added: new Map(), made: [{ department: null, persons }] };
  return perDepartment
    ? separateHomes(book, persons, standing, layouts)
    : commonHomes(book, persons, standing, layouts);
}

function separateHomes(
  book: ScoreBook,
  persons: readonly PersonScore[],
  standing: Standing,
  layouts: readonly SummaryLayout[],
): Homes {
  const owners = new Owners(layouts);
  const added = new Map<SummaryLayout, PersonScore[]>();
  const made: NewPart[] = [];
  for (const { name } of book.departments) {
    const all = persons.filter(({ assessee }) => assessee.department === name);
    const own = owners.ownOf(name);
    const there = new Set(own ? standing.persons.get(own)!.values() : []);
    if (own) add(added, own, ...all.filter((person) => !there.has(person)));
    else if (all.length > 0) made.push({ department: name, persons: all });
  }
  return { added, made };
}

function commonHomes(
  book: ScoreBook,
  persons: readonly PersonScore[],
  standing: Standing,
  layouts: readonly SummaryLayout[],
): Homes {
  const owners = new Owners(layouts);
  const fitting = new Fitting(book, standing, layouts);
  const nowhere = new Set(standing.missing);
  const added = new Map<SummaryLayout, PersonScore[]>();
  const made = new Map<string, PersonScore[]>();
  for (const person of persons.filter((each) => nowhere.has(each))) {
    const { department } = person.assessee;
    const own = owners.ownOf(department);
    const isTheirs = own && (owners.separate || !fitting.isOthers(own, person));
    const homes = new Set([...(isTheirs ? [own] : []), ...(owners.separate ? [] : fitting.of(person))]);
    for (const home of homes) add(added, home, person);
    if (homes.size > 0) continue;
    if (owners.separate) add(made, department, person);
    else add(added, fitting.nearest(department), person);
  }
  return { added, made: [...made].map(([department, group]) => ({ department, persons: group })) };
}

function add<Key>(groups: Map<Key, PersonScore[]>, key: Key, ...persons: readonly PersonScore[]): void {
  const group = groups.get(key);
  if (group) group.push(...persons);
  else groups.set(key, [...persons]);
}
