import { type Issue, type IssueCode, type IssueDetails, makeIssue, type Who } from '../../model';
import type { Vocabulary } from '../recognise/vocabulary';
import type { Snapshot } from '../snapshot';
import type { SkippedRow } from './rows';
import { type DeductionWords, deductionWords } from './values/deduction';
import { compact, personName } from './values/text';

/** The texts of a row that say whom it means, as they stand, and who that is. */
interface Named {
  readonly department: string;
  readonly name: string;
  readonly postText: string;
  readonly who: Who;
  /** Who is named alike in another post, `null` for nobody. */
  readonly next: Named | null;
  /** Who was named after this one in the post: sheets mostly keep their persons in one order. */
  following: Named | null;
}

/** What all sheet readers share while a workbook is read. */
export class ReadContext {
  readonly issues: Issue[] = [];
  readonly skipped = new Map<string, readonly SkippedRow[]>();
  readonly deductions: DeductionWords;
  /** Department → name → whom rows of both name, as they stand in the cells. */
  private readonly whos = new Map<string, Map<string, Named>>();
  /** The department that was asked for last: its rows mostly stand together. */
  private lastDepartment: string | null = null;
  private lastMembers = new Map<string, Named>();
  private readonly last = new Map<string | null, Named>();

  constructor(
    readonly snapshot: Snapshot,
    readonly vocabulary: Vocabulary,
  ) {
    this.deductions = deductionWords(vocabulary.scheme.words);
  }

  report(code: IssueCode, details: IssueDetails): void {
    this.issues.push(makeIssue(code, details));
  }

  /** One object for each distinct person text, so that a person is looked up once, not once a row. */
  who(department: string, name: string, post: string | null, postText: string, broken = false): Who {
    // Rows of one person stand together: the last answer of the post is mostly the next one too.
    const last = this.last.get(post);
    if (last && isNamed(last, department, name, postText, broken)) return last.who;
    const { following = null } = last ?? {};
    const isNext = following !== null && isNamed(following, department, name, postText, broken);
    const named = isNext ? following : this.namedBy(department, name, post, postText, broken);
    if (last) last.following = named;
    this.last.set(post, named);
    return named.who;
  }

  private namedBy(
    department: string,
    name: string,
    post: string | null,
    postText: string,
    broken: boolean,
  ): Named {
    const members = this.membersOf(department);
    const first = members.get(name) ?? null;
    for (let each = first; each !== null; each = each.next) {
      if (each.who.post === post && isNamed(each, department, name, postText, broken)) return each;
    }
    const place = compact(department);
    const own = personName(name, this.vocabulary.scheme.words.concurrent);
    const role = compact(postText);
    const who: Who = broken
      ? { department: place, name: own, post, postText: role, broken }
      : { department: place, name: own, post, postText: role };
    const named: Named = { department, name, postText, who, next: first, following: null };
    members.set(name, named);
    return named;
  }

  private membersOf(department: string): Map<string, Named> {
    if (department === this.lastDepartment) return this.lastMembers;
    let members = this.whos.get(department);
    if (!members) this.whos.set(department, (members = new Map<string, Named>()));
    this.lastDepartment = department;
    return (this.lastMembers = members);
  }
}

/** Whether these texts name somebody; the post is the one that was asked for. */
function isNamed(named: Named, department: string, name: string, postText: string, broken: boolean): boolean {
  return (
    named.name === name &&
    named.department === department &&
    named.postText === postText &&
    (named.who.broken === true) === broken
  );
}
