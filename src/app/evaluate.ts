import {
  finished,
  type Issue,
  makeIssue,
  type PeriodUnit,
  periodUnit,
  type Rulings,
  type Scheme,
  type ScoreBook,
  SLICE_ROWS,
  type Slices,
} from '../model';
import { confirmations, resolveRulings, scoreInSlices, type Touched, touchedBy } from '../scoring';
import { type Entries, readInSlices } from '../workbook/read/read';
import { recognise, type Recognition } from '../workbook/recognise/recognise';
import type { Snapshot } from '../workbook/snapshot';
import { summaryIssuesInSlices } from '../workbook/summary';
import { NO_ANSWERS } from '../workbook/recognise/answers';
import { mergeAnswers } from './answers';
import { assess, type Assessed, DETAIL_KINDS } from './assess';
import { type Asked, noteAsked } from './asked';
import { noteBasis } from './basis';
import { Attempts } from './attempts';
import { decidePeriod } from './decidePeriod';
import type {
  CheckNotRun,
  EvaluateOptions,
  Evaluation,
  RememberedSettings,
  RulingSource,
} from './evaluation';
import { countIssues, issueOrder } from './issueOrder';
import { readingsLater } from './readings';
import { runSlices, type SliceOptions } from './slices';
import { plainStanding, type Standing } from './scheme/standing';
import { departmentsByName, type NamedDepartments, withPersons } from './whose';

/** Slices of a pass beside those that rows take, and how often it goes through all rows in slices, about. */
const FIXED_SLICES = 40;
const PASSES = 5;

/** Above this many visits the open rulings are not tried out one by one (rulebook §2). */
const MOST_VISITS_FOR_CONFIRMATION = 50_000;

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
  return yield* judge(snapshot, scheme, asked, recognition, entries);
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
    ...missingSheets(snapshot, recognition, entries),
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

/** What trying out the rulings still to be confirmed has found. */
interface OpenRulings {
  readonly tried: readonly CheckNotRun[];
  readonly open: readonly Issue[];
  /** `null` where they were not tried out. */
  readonly touched: Touched | null;
}

/** The rulings still to be confirmed that changed somebody's score; with very many visits they are not tried out. */
function openRulings(entries: Entries, rulings: Rulings, scores: ScoreBook, attempts: Attempts): OpenRulings {
  if (entries.visits.length > MOST_VISITS_FOR_CONFIRMATION) {
    const reason = `走访超过 ${MOST_VISITS_FOR_CONFIRMATION} 行,未逐项试算需确认的规定`;
    return { tried: [{ check: 'needs-confirmation', reason }], open: [], touched: null };
  }
  const look = (): OpenRulings => {
    const touched = touchedBy(scores);
    return { tried: [], open: confirmationIssues(rulings, scores, touched), touched };
  };
  const fallback = { tried: [], open: [], touched: null };
  return attempts.run('needs-confirmation', '需确认的规定', look, { fallback });
}

function missingSheets(snapshot: Snapshot, recognition: Recognition, entries: Entries): Issue[] {
  const names = recognition.vocabulary.scheme.sheets
    .filter((each) => DETAIL_KINDS.has(each.kind))
    .map((each) => each.name);
  const details = recognition.layouts.filter((layout) => DETAIL_KINDS.has(layout.definition.kind));
  const file = snapshot.name === null ? '工作簿' : `“${snapshot.name}”`;
  if (details.length === 0) {
    return [
      makeIssue('sheet-missing', {
        received: snapshot.sheets.map((sheet) => sheet.name).join('、'),
        expected: names.join('、'),
        message: `${file}里没有认出明细表。找的是:${names.join('、')}(按表头认,不看工作表名称)。请核对表头,或用模板新建。`,
      }),
    ];
  }
  if (entries.visits.length > 0 || entries.findings.length > 0) return [];
  if (details.some((layout) => layout.unreadable.size > 0)) return [];
  const sheet = details[0]!.sheet.name;
  return [
    makeIssue('sheet-missing', {
      sheet,
      received: '没有数据行',
      expected: '每户一行的走访记录',
      message: `${file}的工作表“${sheet}”认出了表头,但下面没有一行数据。请填写走访记录后再计算。`,
    }),
  ];
}

function rosterChecks(assessed: Assessed, scheme: Scheme): CheckNotRun[] {
  if (assessed.directory.fromRoster) return [];
  const roster = scheme.sheets.find((each) => each.kind === 'roster');
  // A regulation without a roster has no check that needs one.
  if (!roster) return [];
  const reason = `没有“${roster.name}”,人员取自明细表`;
  const checks: CheckNotRun[] = [
    'unknown-person',
    'role-mismatch',
    'department-mismatch',
    'no-sample',
    'sample-too-small',
  ].map((check) => ({ check, reason }));
  const names = [...new Set(assessed.strangers.map((row) => `${row.who.department} ${row.who.name}`.trim()))];
  if (names.length > 0) {
    checks.push({
      check: 'unknown-person',
      reason: `这些人不在明细表中,他们的数据没有使用:${names.join('、')}`,
    });
  }
  return checks;
}

/** What there is to confirm, said of the workbook as a whole. */
export function confirmationIssues(rulings: Rulings, scores: ScoreBook, touched: Touched): Issue[] {
  return confirmations(scores, touched).map((each) =>
    makeIssue('needs-confirmation', {
      clause: each.clause,
      received: each.keys.map((key) => `${key}=${String(rulings[key])}`).join('、'),
      expected: '由负责部门确认',
      message: `需确认(${each.ruling}):${each.titles.join('、')}。换一种理解,会有 ${each.persons} 人的结果不同。请由负责部门确认。`,
    }),
  );
}

function sourcesOf(rulings: Rulings, remembered: Rulings, given: Rulings): Record<string, RulingSource> {
  return Object.fromEntries(
    Object.keys(rulings).map((key) => [
      key,
      key in given ? 'option' : key in remembered ? 'workbook' : 'scheme',
    ]),
  );
}
