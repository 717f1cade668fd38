import type { Desk } from '../checks/desk';
import { NOBODY } from '../checks/identity';
import type { Directory } from '../checks/persons';
import type { Indicator, Row } from '../model';
import type { SheetLayout } from '../workbook/recognise/layout';

/** Fields without which a row cannot be told whose it is. */
const IDENTITY = ['department', 'name', 'post'];

/**
 * Columns that cannot be read leave everybody unscored whose figures hang on them (contract §4). Blocks those
 * persons, and says which sheets' rows cannot be attributed at all.
 */
export class LostColumns {
  /** Tabs whose rows say nothing of whom they mean. */
  readonly nameless = new Set<string>();
  /** Assessees blocked for a whole sheet, by section. */
  private readonly affected = new Map<string, Set<number>>();

  constructor(
    private readonly layouts: readonly SheetLayout[],
    private readonly desk: Desk,
  ) {
    for (const layout of layouts) {
      if (IDENTITY.some((field) => layout.unreadable.has(field))) this.nameless.add(layout.sheet.name);
    }
  }

  /** Blocks by post where nobody can be named, else by the persons of the sheet's rows. */
  block(rows: Iterable<Row>, owners: Int32Array, directory: Directory): void {
    for (const layout of this.layouts) {
      if (layout.unreadable.size === 0 || layout.undecided.length > 0) continue;
      const section = layout.definition.section;
      if (section === undefined) continue;
      const { indicators } = this.desk.scheme;
      const unnamed = postsWithoutNames(layout, this.nameless);
      for (const post of [...unnamed, ...postsWithoutRules(layout, indicators)]) {
        for (const entry of directory.entries) {
          if (post === null || entry.post === post) this.take(entry.id, section);
        }
      }
      if (layout.definition.kind === 'findings') {
        directory.entries.forEach((entry) => this.take(entry.id, section));
        continue;
      }
      const posts = postsOfLostRules(layout, indicators);
      let at = 0;
      for (const { source } of rows) {
        const owner = owners[at++]!;
        if (owner === NOBODY || source.sheet !== layout.sheet.name) continue;
        if (posts === null || posts.has(directory.entries[owner]!.post)) this.take(owner, section);
      }
    }
  }

  /** Those who are blocked for a whole sheet of that section; faults that follow from it are not reported again. */
  affectedIn(section: string): ReadonlySet<number> {
    return this.affected.get(section) ?? new Set<number>();
  }

  /** Where only the post is open, it concerns those whom the sheet names, in any post that it may be. */
  blockUndecided(rows: Iterable<Row>, directory: Directory): void {
    const open = this.layouts.filter((layout) => layout.undecided.length > 0);
    for (const { sheet, definition, undecided } of open) {
      const named = new Set<string>();
      for (const { source, who } of rows) {
        if (source.sheet !== sheet.name) continue;
        this.desk.withhold(who.department);
        named.add(`${who.department}\n${who.name}`);
      }
      for (const { id, department, name, post } of directory.entries) {
        if (undecided.includes(post) && named.has(`${department}\n${name}`))
          this.take(id, definition.section ?? '');
      }
    }
  }

  private take(id: number, section: string): void {
    this.desk.block(id, section);
    const own = this.affected.get(section) ?? new Set<number>();
    this.affected.set(section, own.add(id));
  }
}

/** Posts of a sheet whose persons cannot be named; `null` in the list stands for all posts. */
function postsWithoutNames(layout: SheetLayout, nameless: ReadonlySet<string>): (string | null)[] {
  const named = [...layout.unreadable]
    .filter((id) => id.startsWith('person:'))
    .map((id) => id.slice('person:'.length));
  return nameless.has(layout.sheet.name) ? [...named, layout.post] : named;
}

/** Posts of a matrix of which no rule can be read: it has no rows then, and whom it names is not known. */
function postsWithoutRules(
  layout: SheetLayout,
  indicators: readonly Indicator[],
): readonly (string | null)[] {
  const isGrid = layout.definition.kind === 'matrix' || layout.definition.kind === 'combined';
  if (!isGrid || layout.rules.length > 0) return [];
  const posts = postsOfLostRules(layout, indicators);
  return posts === null ? [null] : [...posts];
}

/** Posts that lost rule columns concern; `null` where another column is lost, which concerns every row. */
function postsOfLostRules(layout: SheetLayout, indicators: readonly Indicator[]): ReadonlySet<string> | null {
  const posts = new Set<string>();
  for (const id of layout.unreadable) {
    if (id.startsWith('person:')) continue;
    const rule = indicators.find((each) => each.id === id);
    if (!rule) return null;
    rule.posts.forEach((post) => posts.add(post));
  }
  return posts;
}
