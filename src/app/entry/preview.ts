import { type Issue, type PersonScore, published, type Scheme, type Step } from '../../model';
import { scoreBook } from '../../scoring';
import { type EntryPlan, planVisit } from '../../workbook/entry/plan';
import type { EntryPerson, VisitEntry } from '../../workbook/entry/visitEntry';
import { readEntries } from '../../workbook/read/read';
import { askedOf } from '../asked';
import { evaluateInSlices } from '../evaluate';
import type { Evaluation } from '../evaluation';
import { rowAfter } from '../fill';
import type { SliceOptions } from '../slices';
import { type ReadVisit, readBack } from './readBack';
import { isPerson, type Standing, standingOf } from './recorded';

/** What a visit comes to for one person; figures in points, of two decimals. */
export interface EntryEffect {
  readonly person: EntryPerson;
  /** Points reached at this household, of `maximum`. */
  readonly points: number;
  readonly maximum: number;
  /** The person's score before and with this visit; `null` where there is none. */
  readonly before: number | null;
  readonly after: number | null;
}

/** What entering a visit would do. Nothing is written. */
export interface EntryPreview extends Standing {
  readonly plan: EntryPlan;
  readonly effects: readonly EntryEffect[];
  /** Errors and warnings that the visit would bring. */
  readonly issues: readonly Issue[];
}

/**
 * Plans an entry, reads the plan back, and evaluates the workbook as it would be with it. Rejects with EntryError where
 * the visit cannot be entered, and with the signal's reason once it is aborted.
 */
export async function previewEntry(
  evaluation: Evaluation,
  entry: VisitEntry,
  slices: SliceOptions = {},
): Promise<EntryPreview> {
  const { snapshot, recognition, scheme } = evaluation;
  const standing = standingOf(readEntries(snapshot, recognition), entry);
  const plan = planVisit(snapshot, recognition, entry, standing.waiting);
  const after = await evaluateInSlices(plan.after, scheme, askedOf(evaluation), slices);
  const visits = readBack(entry, plan, readEntries(plan.after, after.recognition), after.recognition);
  const effects = visits.map((visit) => effectOf(visit, plan, evaluation, after));
  return { ...standing, plan, effects, issues: broughtIssues(evaluation, after, plan) };
}

function effectOf(visit: ReadVisit, plan: EntryPlan, before: Evaluation, after: Evaluation): EntryEffect {
  const { person } = visit;
  const [was, is] = [personOf(before, person), personOf(after, person)];
  const step = (is && householdStep(is, plan)) ?? alone(visit, after);
  const maximum = step?.data.maximum;
  return {
    person,
    points: step?.value ? published(step.value) : 0,
    maximum: typeof maximum === 'object' && maximum !== null ? published(maximum) : 0,
    before: was?.score ? published(was.score) : null,
    after: is?.score ? published(is.score) : null,
  };
}

function personOf({ scores }: Evaluation, person: EntryPerson): PersonScore | undefined {
  return scores.persons.find(({ assessee }) => isPerson({ ...assessee, postText: '' }, person));
}

/** The household's node in the person's score. */
function householdStep(person: PersonScore, { rows }: EntryPlan): Step | null {
  const isOwn = ({ kind, cells }: Step): boolean =>
    kind === 'household' &&
    cells.some((cell) => rows.some(({ sheet, row }) => cell.sheet === sheet && cell.row === row));
  return found(person.step, isOwn);
}

function found(step: Step, is: (step: Step) => boolean): Step | null {
  if (is(step)) return step;
  for (const child of step.children) {
    const own = found(child, is);
    if (own) return own;
  }
  return null;
}

/** What the visit is worth by itself, where something else keeps its person from being scored. */
function alone({ person, row, findings }: ReadVisit, { scheme, rulings }: Evaluation): Step | null {
  const cell = { sheet: '', row: 0, column: 0 };
  const visit = { household: row?.household ?? '', licence: row?.licence ?? '', cell, date: null, findings };
  const assessment = {
    assessee: { ...person, id: 0, cell },
    visits: [visit],
    measures: new Map<string, never>(),
    register: [],
    missing: new Set(sectionsBeside(scheme)),
    blocked: new Set<string>(),
    unresolved: false,
  };
  const book = scoreBook(scheme, rulings, [assessment], new Set());
  return found(book.persons[0]!.step, ({ kind }) => kind === 'household');
}

function sectionsBeside({ sections }: Scheme): string[] {
  return sections.filter(({ grain }) => grain !== 'household').map(({ id }) => id);
}

/** Errors and warnings that were not there before. */
function broughtIssues(before: Evaluation, after: Evaluation, { changes }: EntryPlan): Issue[] {
  const keyOf = ({ code, sheet, cell, person }: Issue, row: number | null): string =>
    JSON.stringify([code, sheet, row, cell?.column ?? null, person ?? null]);
  const known = new Set(
    before.issues.map((issue) => {
      const { sheet, cell } = issue;
      return keyOf(issue, cell && rowAfter(changes, sheet ?? '', cell.row));
    }),
  );
  return after.issues.filter(
    (issue) => issue.severity !== 'info' && !known.has(keyOf(issue, issue.cell?.row ?? null)),
  );
}
