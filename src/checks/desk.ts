import { type Issue, type IssueCode, type IssueDetails, makeIssue, type Scheme } from '../model';

/**
 * The desk that checks put their findings on: issues, and whose figures hang on them. An error in a person's data
 * leaves that person unscored; a row that belongs to nobody withholds its department's mean (contract §4).
 */
export class Desk {
  readonly issues: Issue[] = [];
  readonly withheld = new Set<string>();
  private readonly blocked = new Map<number, Set<string>>();
  /** Sections by whose rows nobody can say what is theirs; `null` for all of them. */
  private readonly unresolved = new Map<number, Set<string | null>>();
  private readonly seen = new Set<string>();

  constructor(readonly scheme: Scheme) {}

  report(code: IssueCode, details: IssueDetails): void {
    this.issues.push(makeIssue(code, details));
  }

  /** Reports once for a cell, however many rules look at it. */
  reportOnce(code: IssueCode, details: IssueDetails): void {
    const cell = details.cell;
    const key = `${code}\n${cell ? `${cell.sheet}\n${cell.row}\n${cell.column}` : ''}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.report(code, details);
  }

  /** The section's figure of this assessee is not known. */
  block(assessee: number, section: string): void {
    const sections = this.blocked.get(assessee) ?? new Set<string>();
    sections.add(section);
    this.blocked.set(assessee, sections);
  }

  /** Nothing can be said of this assessee's total: a row of that section (left out: of any) may be theirs. */
  unresolve(assessee: number, section: string | null = null): void {
    const sections = this.unresolved.get(assessee) ?? new Set<string | null>();
    sections.add(section);
    this.unresolved.set(assessee, sections);
  }

  withhold(department: string): void {
    if (department !== '') this.withheld.add(department);
  }

  blockedSections(assessee: number): ReadonlySet<string> {
    return this.blocked.get(assessee) ?? NO_SECTIONS;
  }

  /** With a section: whether rows of that section may be theirs, so that what is missing there is no fault of its own. */
  isUnresolved(assessee: number, section?: string): boolean {
    const sections = this.unresolved.get(assessee);
    if (!sections || section === undefined) return sections !== undefined;
    return sections.has(section) || sections.has(null);
  }

  postName(post: string): string {
    return this.scheme.posts.find((each) => each.id === post)?.name ?? post;
  }

  fieldName(field: string): string {
    return this.scheme.fields.find((each) => each.id === field)?.name ?? field;
  }

  clauseOf(section: string): string | null {
    return this.scheme.sections.find((each) => each.id === section)?.clause ?? null;
  }
}

const NO_SECTIONS: ReadonlySet<string> = new Set();
