import { type Issue, type IssueCode, type IssueDetails, makeIssue, type Who } from '../../model';
import type { Vocabulary } from '../recognise/vocabulary';
import type { Snapshot } from '../snapshot';
import type { SkippedRow } from './rows';
import { type DeductionWords, deductionWords } from './values/deduction';
import { compact, personName } from './values/text';

/** What all sheet readers share while a workbook is read. */
export class ReadContext {
  readonly issues: Issue[] = [];
  readonly skipped = new Map<string, readonly SkippedRow[]>();
  readonly deductions: DeductionWords;
  private readonly whos = new Map<string, Who>();
  private readonly last = new Map<
    string | null,
    { department: string; name: string; postText: string; broken: boolean; who: Who }
  >();

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
    if (
      last?.department === department &&
      last.name === name &&
      last.postText === postText &&
      last.broken === broken
    ) {
      return last.who;
    }
    const who = this.whoOf(department, name, post, postText, broken);
    this.last.set(post, { department, name, postText, broken, who });
    return who;
  }

  private whoOf(
    department: string,
    name: string,
    post: string | null,
    postText: string,
    broken: boolean,
  ): Who {
    const key = `${department}\n${name}\n${post ?? ''}\n${postText}${broken ? '\n#' : ''}`;
    const known = this.whos.get(key);
    if (known) return known;
    const made: Who = {
      department: compact(department),
      name: personName(name, this.vocabulary.scheme.words.concurrent),
      post,
      postText: compact(postText),
      ...(broken ? { broken } : {}),
    };
    this.whos.set(key, made);
    return made;
  }
}
