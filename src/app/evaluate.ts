import {
  finished,
  type Issue,
  type PeriodUnit,
  periodUnit,
  type Rulings,
  type Scheme,
  SLICE_ROWS,
  type Slices,
} from '../model';
import { resolveRulings, scoreInSlices } from '../scoring';
import { type Entries, readInSlices } from '../workbook/read/read';
import { recognise, type Recognition } from '../workbook/recognise/recognise';
import type { Snapshot } from '../workbook/snapshot';
import { summaryIssuesInSlices } from '../workbook/summary';
import { NO_ANSWERS } from '../workbook/recognise/answers';
import { mergeAnswers } from './answers';
import { assess } from './assess';
import { type Asked, noteAsked } from './asked';
import { noteBasis } from './basis';
import { Attempts } from './attempts';
import { decidePeriod } from './decidePeriod';
import type { EvaluateOptions, Evaluation, RememberedSettings, RulingSource } from './evaluation';
import { countIssues, issueOrder } from './issueOrder';
import { missingDetails, rosterChecks } from './missingDetails';
import { openRulings } from './openRulings';
import { readingsLater } from './readings';
import { runSlices, type SliceOptions } from './slices';
import { plainStanding, type Standing } from './scheme/standing';
import { departmentsByName, type NamedDepartments, withPersons } from './whose';

/** Slices of a pass beside those that rows take, and how often it goes through all rows in slices, about. */
const FIXED_SLICES = 40;
const PASSES = 5;

/**
 * One full pass: recognises, reads, checks, scores and explains. Pure and synchronous; nothing is written.
 * Throws a RulingError on an unknown ruling or value.
 */
export function evaluate(
  snapshot: Snapshot,
  scheme: Scheme,
  options: EvaluateOptions = {},
  remembered: RememberedSettings = {},
  standing: Standing = plainStanding(scheme),
): Evaluation {
  return finished(evaluation(snapshot, scheme, { options, remembered, standing }));
}

/**
 * The same pass in slices, giving the event loop its turn between them: a province's workbook takes longer than a
 * page may stand still. Rejects with the signal's reason once it is aborted.
 */
export function evaluateInSlices(
  snapshot: Snapshot,
  scheme: Scheme,
  asked: Asked,
  slices: SliceOptions = {},
): Promise<Evaluation> {
  const rows = snapshot.sheets.reduce((sum, { values }) => sum + values.length, 0);
  return runSlices(evaluation(snapshot, scheme, asked), slices, FIXED_SLICES + (PASSES * rows) / SLICE_ROWS);
}

function* evaluation(snapshot: Snapshot, scheme: Scheme, asked: Asked): Slices<Evaluation> {
  const { options, remembered } = asked;
  // Before anything is read: a ruling that does not exist is refused at once.
  resolveRulings(scheme, remembered.rulings, options.rulings);
  const answers = mergeAnswers(remembered.answers ?? NO_ANSWERS, options.answers ?? NO_ANSWERS);
  const recognition = recognise(snapshot, scheme, answers);
  yield;
  const entries = yield* readInSlices(snapshot, recognition);
  // Reading may find that a sheet cannot be read to its end.
  return yield* judge(snapshot, scheme, asked, { ...recognition, layouts: entries.layouts }, entries);
}

/** The period that the caller or the workbook names. One of another length is another regulation's. */
function chosenPeriod(
  { options, remembered }: Asked,
  { period: unit = 'halfYear' }: Scheme,
): { readonly unit: PeriodUnit; readonly chosen?: string; readonly source: Evaluation['periodSource'] } {
  const fits = (period: string | undefined): period is string =>
    period !== undefined && periodUnit(period) === unit;
  if (fits(options.period)) return { unit, chosen: options.period, source: 'option' };
  if (fits(remembered.period)) return { unit, chosen: remembered.period, source: 'workbook' };
  return { unit, source: 'dates' };
}

/** From what was read to the explained result, in slices. */
export function* judge(
  snapshot: Snapshot,
  scheme: Scheme,
  asked: Asked,
  recognition: Recognition,
  entries: Entries,
): Slices<Evaluation> {
  const { options, remembered, standing } = asked;
  const rulings = resolveRulings(scheme, remembered.rulings, options.rulings);
  const { unit, chosen, source: periodSource } = chosenPeriod(asked, scheme);
  const period = decidePeriod(entries, recognition, unit, chosen);
  const attempts = new Attempts();
  yield;
  const assessed = yield* assess(scheme, entries, rulings, period.period, attempts);
  const { desk } = assessed;
  // Rules with a mistake in them are no rules: nobody has a score under them.
  const assessments = standing.isInvalid
    ? assessed.assessments.map((each) => ({ ...each, unresolved: true }))
    : assessed.assessments;
  const scores = yield* scoreInSlices(scheme, rulings, assessments, desk.withheld);
  yield;
  const issues: Issue[] = [
    ...standing.issues,
    ...missingDetails(snapshot, recognition, entries),
    ...period.issues,
    ...entries.issues,
    ...desk.issues,
    ...(yield* staleSummaries(snapshot, scheme, { scores, period: period.period }, attempts)),
  ];
  yield;
  const { tried, open, touched } = openRulings(entries, rulings, scores, attempts);
  issues.push(...open);
  yield;
  const departmentsOf = (names: ReadonlySet<string>): NamedDepartments =>
    departmentsByName(assessments, names);
  const sorted = [...withPersons(issues, departmentsOf, entries)].sort(issueOrder(snapshot));
  yield;
  const readings = readingsLater(snapshot, recognition, entries);
  const made = noteAsked(
    {
      scheme,
      standing,
      snapshot,
      period: period.period,
      periodSource,
      rulings,
      rulingSources: sourcesOf(rulings, remembered.rulings ?? {}, options.rulings ?? {}),
      recognition,
      get readings() {
        return readings();
      },
      scores,
      issues: sorted,
      notRun: [...rosterChecks(assessed, scheme), ...tried, ...attempts.failed],
      counts: countIssues(sorted),
    },
    asked,
  );
  if (attempts.failed.length === 0) noteBasis(made, { entries, assessed, touched });
  return made;
}

/** What is wrong with the summaries that stand in the workbook. */
function staleSummaries(
  snapshot: Snapshot,
  scheme: Scheme,
  { scores, period }: Pick<Evaluation, 'scores' | 'period'>,
  attempts: Attempts,
): Slices<Issue[]> {
  const look = (): Slices<Issue[]> => summaryIssuesInSlices(snapshot, scheme, scores, period);
  return attempts.runInSlices('summary-stale', '汇总表与明细是否一致', look, { fallback: [] });
}

function sourcesOf(rulings: Rulings, remembered: Rulings, given: Rulings): Record<string, RulingSource> {
  return Object.fromEntries(
    Object.keys(rulings).map((key) => [
      key,
      key in given ? 'option' : key in remembered ? 'workbook' : 'scheme',
    ]),
  );
}
