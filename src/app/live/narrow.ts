import { votePeriodOfDays } from '../../checks/period';
import type { Assessment, Issue, ScoreBook, Slices } from '../../model';
import { rescored, type Touched, touchedAfter } from '../../scoring';
import type { Snapshot } from '../../workbook/snapshot';
import { summaryIssues } from '../../workbook/summary';
import { type Asked, askedOf, noteAsked } from '../asked';
import { type Basis, basisOf } from '../basis';
import { confirmationIssues } from '../openRulings';
import type { Evaluation } from '../evaluation';
import { changedIssues, countIssues, issueOrder } from '../issueOrder';
import { dataRows, type DataRows, readingsOf } from '../readings';
import { departmentsByName, type NamedDepartments } from '../whose';
import { changedText } from './difference';
import { countDay, type KnownRows, knownRows } from './known';
import { checkPart, type CheckedPart, feedsOnly, isLike, isSameSet } from './part';
import { readEdits, type RowEdits, type VisitEdit } from './rowEdits';

/**
 * Follows edits by looking at what hangs on them alone: the rows that were typed into, the persons whom they feed,
 * those persons' departments, and the ranks. It works with the same checks and the same scoring as a whole pass, over
 * fewer rows, before and after the edit; the difference is what the edit has done. Wherever that cannot be shown to be
 * all of it, it says so, and a whole pass is made.
 */
export class NarrowFollower {
  private readonly asked: Asked;
  private readonly assessments: Assessment[];
  private touched: Touched | null;

  private constructor(
    /** As of the last edit that was followed. */
    private current: Evaluation,
    private readonly basis: Basis,
    private readonly known: KnownRows,
    private readonly departments: NamedDepartments,
    private readonly readingRows: ReadonlyMap<string, DataRows>,
    private summary: readonly Issue[],
  ) {
    this.asked = askedOf(current);
    this.assessments = [...basis.assessed.assessments];
    this.touched = basis.touched;
  }

  /** Gets ready to follow edits from here; `null` where each of them needs a whole pass. */
  static *from(evaluation: Evaluation): Slices<NarrowFollower | null> {
    const { snapshot, scheme, scores, period } = evaluation;
    // Where a visit may belong to another period, it is not its own row alone that says whether it counts.
    if (scheme.period !== undefined && scheme.period !== 'halfYear') return null;
    const basis = basisOf(evaluation);
    const known = basis && (yield* knownRows(evaluation, basis));
    if (!basis || !known) return null;
    yield;
    const departments = departmentsByName(basis.assessed.assessments);
    yield;
    const readingRows = dataRows(basis.entries);
    yield;
    const summary = summaryIssues(snapshot, scheme, scores, period);
    yield;
    return new NarrowFollower(evaluation, basis, known, departments, readingRows, summary);
  }

  /** The evaluation after rows (0-based) of a sheet were edited; `null` where a whole pass is needed, from then on too. */
  follow(after: Snapshot, sheet: string, rows: readonly number[]): Evaluation | null {
    const { current, known } = this;
    const { directory } = this.basis.assessed;
    const { snapshot: before, recognition } = current;
    const edits = readEdits({ before, after, recognition, sheet, rows }, known, directory);
    if (edits === null || !this.keepsPeriod(edits.visits)) return null;
    const ids = this.personsOf(edits.visits);
    const was = this.check(ids, edits.issuesBefore);
    if (!was?.assessments.every((own) => isLike(own, this.assessments[own.assessee.id]!))) return null;
    for (const { position, after: visit, owner } of edits.visits)
      known.visits.replace(position, visit, owner);
    const now = this.check(ids, edits.issues);
    if (!now || !isSameSet(was.withheld, now.withheld)) return null;
    return this.evaluated(after, edits, was, now);
  }

  private check(ids: readonly number[], read: readonly Issue[]): CheckedPart | null {
    const { entries, assessed } = this.basis;
    const { current: evaluation, known, departments } = this;
    return checkPart({ evaluation, entries, directory: assessed.directory, departments, ids }, known, read);
  }

  /** Everybody whom the rows fed or feed, with all posts of each. */
  private personsOf(visits: readonly VisitEdit[]): readonly number[] {
    const { directory } = this.basis.assessed;
    const ids = visits.flatMap(({ ownerBefore, owner }) => [ownerBefore, owner]);
    const all = ids.flatMap((id) => directory.postsOf(directory.entries[id]!));
    return [...new Set(all)].sort((one, other) => one - other);
  }

  /** Whether the dates still say the same half-year. Counts them anew. */
  private keepsPeriod(visits: readonly VisitEdit[]): boolean {
    const { days } = this.known;
    let row = -1;
    for (const { before, after } of visits) {
      if (after.row === row) continue;
      row = after.row;
      countDay(days, before.date.serial, -1);
      countDay(days, after.date.serial, 1);
    }
    const { options, remembered } = this.asked;
    if ((options.period ?? remembered.period) !== undefined) return true;
    const vote = votePeriodOfDays(days, 'halfYear');
    return vote.kind === 'period' && vote.period === this.current.period;
  }

  private evaluated(
    snapshot: Snapshot,
    edits: RowEdits,
    was: CheckedPart,
    now: CheckedPart,
  ): Evaluation | null {
    const changed = new Map(now.assessments.map((own) => [own.assessee.id, own] as const));
    for (const [id, own] of changed) this.assessments[id] = own;
    const { book, departments } = rescored(this.current.scores, changed);
    const touched = this.touched && touchedAfter(this.touched, book, changed.keys(), departments);
    const issues = this.issuesAfter(snapshot, book, touched, was, now, new Set(changed.keys()));
    if (issues === null) return null;
    this.touched = touched;
    const { scheme, standing, period, periodSource, rulings, rulingSources, notRun } = this.current;
    const { recognition } = edits;
    this.current = noteAsked(
      {
        ...{ scheme, standing, snapshot, period, periodSource, rulings, rulingSources, recognition, notRun },
        readings: this.readingsAfter(snapshot, edits),
        scores: book,
        issues,
        counts: countIssues(issues),
      },
      this.asked,
    );
    return this.current;
  }

  /** How the sheets are read stays as it was; what is shown of the first rows may not. */
  private readingsAfter(snapshot: Snapshot, { recognition, visits }: RowEdits): Evaluation['readings'] {
    const isShown = visits.some(({ after: { source, row } }) => {
      const first = this.readingRows.get(source.sheet)?.first;
      return !first || [...first].some((shown) => row <= shown);
    });
    if (!isShown) return this.current.readings;
    return readingsOf(snapshot, recognition, this.basis.entries, this.readingRows);
  }

  /** The issues after an edit; `null` where their turn, or whom they are about, hangs on more than was looked at. */
  private issuesAfter(
    snapshot: Snapshot,
    book: ScoreBook,
    touched: Touched | null,
    was: CheckedPart,
    now: CheckedPart,
    ids: ReadonlySet<number>,
  ): readonly Issue[] | null {
    const { scheme, rulings, period } = this.current;
    const summary = summaryIssues(snapshot, scheme, book, period);
    const ofSummary = changedText(this.summary, summary);
    const ofPart = changedText(was.issues, now.issues);
    this.summary = summary;
    const own = [...ofPart.gone, ...ofPart.come];
    if (own.some(({ cell }) => cell === null || !feedsOnly(cell, ids, this.known))) return null;
    const open = touched ? confirmationIssues(rulings, book, touched) : [];
    const general = this.current.issues.filter(
      ({ sheet, code }) => sheet === null && code !== 'needs-confirmation',
    );
    const placed = this.current.issues.filter(({ sheet }) => sheet !== null);
    const gone = [...ofPart.gone, ...ofSummary.gone];
    const come = [...ofPart.come, ...ofSummary.come];
    const sorted = changedIssues(placed, gone, come, issueOrder(snapshot));
    return sorted && [...general, ...open, ...sorted];
  }
}
