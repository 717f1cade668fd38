import { Desk } from '../checks/desk';
import { checkFindings } from '../checks/findings';
import { checkRoster, NOBODY } from '../checks/identity';
import { VisitsByPerson } from '../checks/visitsByPerson';
import { checkSamples, checkSections, checkTwoRoles } from '../checks/people';
import type { Period } from '../checks/period';
import { postsByDetails } from '../checks/rosterPosts';
import { type Directory, type DirectoryEntry, directoryOfRoster, directoryOfVisits } from '../checks/persons';
import { checkRowTotals, checkVisitRows } from '../checks/rows';
import { attachFindings } from '../checks/listedFindings';
import { collectVisits } from '../checks/visits';
import type {
  Assessment,
  FindingRow,
  RegisterEntry,
  Row,
  Rulings,
  Scheme,
  SheetKind,
  Slices,
  VisitRow,
} from '../model';
import type { Entries } from '../workbook/read/read';
import type { Attempts } from './attempts';
import { attributed, attributedVisits, hasList, named, namedVisits, unclaimed } from './attributed';
import { gatherMeasures, gatherRegister } from './gatherFigures';
import { LostColumns } from './lost';
import type { FiguresByPerson } from './personFigures';
import {
  type Attributed,
  type AttributedVisits,
  guarded,
  type Part,
  type Round,
  type RowOwners,
  unresolveAll,
} from './round';

/** What the checks made of the entries: assessments ready for scoring, and the desk with all they found. */
export interface Assessed {
  readonly assessments: readonly Assessment[];
  readonly directory: Directory;
  readonly desk: Desk;
  /** Rows that name somebody who is in no detail sheet, where there is no roster to tell. */
  readonly strangers: readonly Row[];
  /** Whose each row of the entries is. */
  readonly owners: RowOwners;
}

/**
 * Checks the entries and gathers, for each assessee, all that is known of them. Pure, in slices. With `part` for some
 * persons alone: all that is found of them is found by their own rows and those that belong to nobody.
 */
export function* assess(
  scheme: Scheme,
  entries: Entries,
  rulings: Rulings,
  period: Period | null,
  attempts: Attempts,
  part: Part | null = null,
): Slices<Assessed> {
  const round = roundOf({ scheme, entries, rulings, period, attempts }, part);
  const { desk, lost, directory, people } = round;
  yield;
  const visitRows = yield* attributedVisits(round);
  const findingRows = yield* attributed(entries.findings, round);
  const measureRows = yield* attributed(entries.measures, round);
  const registerRows = yield* attributed(entries.register, round);
  checkRoster(directory, desk);
  // Visits alone would give everybody full marks; that no sheet says what was found is reported for the workbook.
  if (!entries.layouts.some(({ definition }) => DETAIL_KINDS.has(definition.kind)))
    unresolveAll(directory, desk);
  for (const at of visitRows.rows.odd) reportRowFaults(visitRows.rows.at(at), visitRows.owners[at]!, desk);
  findingRows.rows.forEach((row, at) => reportRowFaults(row, findingRows.owners[at]!, desk));
  for (const { rows, owners } of [visitRows, findingRows, measureRows, registerRows]) {
    lost.block(rows, owners, directory);
  }
  lost.blockUndecided(entries.visits, directory);
  const nobodys = unclaimed(visitRows);
  const byPerson = yield* gatherVisits(visitRows, findingRows, nobodys, round);
  const figures = yield* gatherMeasures(measureRows, round);
  const register = gatherRegister(registerRows, round);
  yield;
  const missing = checkPeople(byPerson, figures, nobodys, round);
  return {
    assessments: people.map((assessee): Assessment => ({
      assessee,
      visits: byPerson.of(assessee.id),
      measures: figures.of(assessee.id),
      register: register.get(assessee.id) ?? NO_ENTRIES,
      missing: missing.get(assessee.id) ?? NO_SECTIONS,
      blocked: desk.blockedSections(assessee.id),
      unresolved: period === null || desk.isUnresolved(assessee.id),
    })),
    directory,
    desk,
    strangers: directory.fromRoster ? [] : [...strangersOf(measureRows), ...strangersOf(registerRows)],
    owners: {
      visits: visitRows.owners,
      findings: findingRows.owners,
      measures: measureRows.owners,
      register: registerRows.owners,
    },
  };
}

function roundOf(
  given: Pick<Round, 'scheme' | 'entries' | 'rulings' | 'period' | 'attempts'>,
  part: Part | null,
): Round {
  const { scheme, entries } = given;
  const desk = new Desk(scheme);
  const lost = new LostColumns(entries.layouts, desk);
  const details = (): readonly Row[] => [
    ...namedVisits(entries.visits, lost).firstOfNames(),
    ...named(entries.findings, lost),
  ];
  const directory = part?.directory ?? makeDirectory(entries, details, desk);
  return {
    ...given,
    desk,
    lost,
    directory,
    people: part ? part.ids.map((id) => directory.entries[id]!) : directory.entries,
    hasVisitList: () => part?.hasVisitList ?? hasList(namedVisits(entries.visits, lost)),
    household: scheme.sections.find((section) => section.grain === 'household')?.id ?? '',
  };
}

/** Which rule an item means hangs on the post: a row in a wrong post is one fault, not two. */
function reportRowFaults(row: FindingRow | VisitRow, owner: number, desk: Desk): void {
  if (owner === NOBODY) return;
  if (row.rowFault) desk.reportOnce(row.rowFault.code, row.rowFault.details);
  if (!('itemFaults' in row)) return;
  for (const { code, details } of row.itemFaults ?? []) desk.reportOnce(code, details);
}

function* gatherVisits(
  visitRows: AttributedVisits,
  findingRows: Attributed<FindingRow>,
  nobodys: readonly VisitRow[],
  round: Round,
): Slices<VisitsByPerson> {
  const { desk, household, period, attempts } = round;
  const { rows, owners } = visitRows;
  const inferred = findingRows.rows.length;
  const visits = yield* collectVisits(rows, owners, household, period, desk, inferred);
  yield;
  attachFindings(
    visits,
    findingRows.rows,
    findingRows.owners,
    nobodys,
    {
      // Asked only where there are findings to bring to their visits: it looks through all rows.
      hasVisitList: findingRows.rows.length > 0 && round.hasVisitList(),
      isListLost: round.lost.nameless.size > 0 && hasList(round.entries.visits),
      section: household,
      period,
    },
    desk,
  );
  yield* attempts.runInSlices(
    'not-a-multiple',
    '每户扣分',
    () => checkFindings(visits, household, desk),
    guarded(round),
  );
  yield* attempts.runInSlices(
    'date-outside-period',
    '走访的证号、日期和测评人',
    () => checkVisitRows(rows, period, desk),
    guarded(round),
  );
  yield* attempts.runInSlices(
    'row-total-differs',
    '每行的合计',
    () => checkRowTotals(visits, household, desk),
    guarded(round),
  );
  yield;
  return new VisitsByPerson(visits, round.directory.entries.length);
}

/** Samples, missing sections, two posts. Returns the sections without data, by assessee. */
function checkPeople(
  byPerson: VisitsByPerson,
  figures: FiguresByPerson,
  unclaimedVisits: readonly VisitRow[],
  round: Round,
): ReadonlyMap<number, ReadonlySet<string>> {
  const { directory, people, desk, lost, household, attempts } = round;
  const unresolved = people.filter((each) => desk.isUnresolved(each.id, household)).map((each) => each.id);
  const disputed = new Set([...lost.affectedIn(household), ...unresolved]);
  const counts = (id: number): number => byPerson.countOf(id);
  if (directory.fromRoster) {
    const look = (): void => checkSamples(people, counts, household, disputed, unclaimedVisits, desk);
    attempts.run('sample-too-small', '样本量', look, guarded(round));
  }
  for (const entry of people) if (entry.row?.faulty) desk.unresolve(entry.id);
  const missing = checkSections(people, (id, section) => figures.has(section, id), desk);
  const each = people === directory.entries ? directory.inSeveralPosts() : personsAmong(people, directory);
  attempts.run('two-roles', '一人两岗', () => checkTwoRoles(each, directory, desk), guarded(round));
  return missing;
}

/** Kinds of sheets that say what was found at the households. */
export const DETAIL_KINDS: ReadonlySet<SheetKind> = new Set<SheetKind>([
  'matrix',
  'combined',
  'findings',
  'card',
]);

const NO_ENTRIES: readonly RegisterEntry[] = [];
const NO_SECTIONS: ReadonlySet<string> = new Set();

function makeDirectory(entries: Entries, details: () => readonly Row[], desk: Desk): Directory {
  const readable = entries.layouts.every(
    (layout) =>
      layout.definition.kind !== 'roster' ||
      !['department', 'name', 'post'].some((field) => layout.unreadable.has(field)),
  );
  if (entries.roster !== null && readable) {
    const posts = postsByDetails(entries.roster, details, desk.scheme.posts);
    return directoryOfRoster(entries.roster, posts);
  }
  const directory = directoryOfVisits(details());
  if (!readable) directory.entries.forEach((entry) => desk.unresolve(entry.id));
  return directory;
}

/** The posts of each of some persons. */
function personsAmong(people: readonly DirectoryEntry[], directory: Directory): Iterable<readonly number[]> {
  return new Set(people.map((entry) => directory.postsOf(entry)));
}

function strangersOf({ rows, owners }: Attributed<Row>): readonly Row[] {
  return rows.filter((row, index) => owners[index] === NOBODY && row.who.name !== '');
}
