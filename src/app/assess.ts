import { Desk } from '../checks/desk';
import { checkFindings } from '../checks/findings';
import { checkRoster, identify } from '../checks/identity';
import { InputCheck } from '../checks/inputs';
import { checkRegister, checkSamples, checkSections, checkTwoRoles } from '../checks/people';
import type { Period } from '../checks/period';
import { type Directory, type DirectoryEntry, directoryOfRoster, directoryOfVisits } from '../checks/persons';
import { checkRowTotals, checkVisitRows } from '../checks/rows';
import { attachFindings, collectVisits, type KnownVisit } from '../checks/visits';
import type {
  Assessment,
  FindingRow,
  Indicator,
  Measure,
  Measures,
  MeasureRow,
  RegisterEntry,
  RegisterRow,
  Row,
  Rulings,
  Scheme,
  SheetKind,
  Slices,
  VisitRow,
} from '../model';
import { fieldCell, INDICATOR_RULINGS, knownMode, SLICE_ROWS } from '../model';
import { combineRates } from '../scoring';
import type { Entries } from '../workbook/read/read';
import type { Attempts } from './attempts';
import { JoinedMeasures } from './joinedMeasures';
import { LostColumns } from './lost';

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

/** Assessee a row, `null` where it belongs to nobody; by kind of row, those of unreadable sheets left out. */
export interface RowOwners {
  readonly visits: readonly (number | null)[];
  readonly findings: readonly (number | null)[];
  readonly measures: readonly (number | null)[];
  readonly register: readonly (number | null)[];
}

/** Some persons by themselves: the entries are theirs and those that belong to nobody. */
export interface Part {
  /** Everybody. */
  readonly directory: Directory;
  /** Those who are assessed, with all posts of each. */
  readonly ids: readonly number[];
  /** Some sheet of the whole workbook lists the visits. */
  readonly hasVisitList: boolean;
}

/** Rows that say whom they mean, with whose they turned out to be. */
interface Attributed<Item extends Row> {
  readonly rows: readonly Item[];
  /** Assessee a row, `null` where it belongs to nobody. */
  readonly owners: readonly (number | null)[];
}

/** What all steps of the gathering share. */
interface Round {
  readonly scheme: Scheme;
  readonly entries: Entries;
  readonly rulings: Rulings;
  readonly period: Period | null;
  readonly attempts: Attempts;
  readonly desk: Desk;
  readonly lost: LostColumns;
  readonly directory: Directory;
  /** Those who are assessed: everybody, or the persons of the part. */
  readonly people: readonly DirectoryEntry[];
  /** Some sheet lists the visits. */
  readonly hasVisitList: boolean;
  /** Id of the section that households are visited for. */
  readonly household: string;
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
  const desk = new Desk(scheme);
  const lost = new LostColumns(entries.layouts, desk);
  const named = <Item extends Row>(rows: readonly Item[]): readonly Item[] =>
    lost.nameless.size === 0 ? rows : rows.filter((row) => !lost.nameless.has(row.source.sheet));
  const details = (): readonly Row[] => [...named(entries.visits), ...named(entries.findings)];
  const directory = part?.directory ?? makeDirectory(entries, details, desk);
  const people = part ? part.ids.map((id) => directory.entries[id]!) : directory.entries;
  const household = scheme.sections.find((section) => section.grain === 'household')?.id ?? '';
  const hasVisitList = part?.hasVisitList ?? named(entries.visits).some((row) => row.kind === 'list');
  const shared = { scheme, entries, rulings, period, attempts };
  const round: Round = { ...shared, desk, lost, directory, people, hasVisitList, household };
  const attributed = <Item extends Row>(rows: readonly Item[]): Attributed<Item> => {
    const readable = named(rows);
    return { rows: readable, owners: identify(readable, directory, desk) };
  };
  yield;
  const visitRows = attributed(entries.visits);
  yield;
  const findingRows = attributed(entries.findings);
  const measureRows = attributed(entries.measures);
  const registerRows = attributed(entries.register);
  checkRoster(directory, desk);
  // Visits alone would give everybody full marks; that no sheet says what was found is reported for the workbook.
  if (!entries.layouts.some(({ definition }) => DETAIL_KINDS.has(definition.kind)))
    unresolveAll(directory, desk);
  reportRowFaults(visitRows, desk);
  reportRowFaults(findingRows, desk);
  for (const { rows, owners } of [visitRows, findingRows, measureRows, registerRows]) {
    lost.block(rows, owners, directory);
  }
  lost.blockUndecided(entries.visits, directory);
  const visits = yield* gatherVisits(visitRows, findingRows, round);
  const measures = yield* gatherMeasures(measureRows, round);
  const register = gatherRegister(registerRows, round);
  const byPerson = groupVisits(visits, people);
  yield;
  const missing = checkPeople(byPerson, measures, unclaimed(visitRows), round);
  return {
    assessments: people.map((assessee): Assessment => ({
      assessee,
      visits: byPerson.get(assessee.id)!,
      measures: measures.byPerson.get(assessee.id) ?? NO_MEASURES,
      register: register.get(assessee.id) ?? [],
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

/** Rows that belong to nobody. */
function unclaimed({ rows, owners }: Attributed<VisitRow>): readonly VisitRow[] {
  return rows.filter((_, index) => owners[index] === null);
}

/** Which rule an item means hangs on the post: a row in a wrong post is one fault, not two. */
function reportRowFaults({ rows, owners }: Attributed<FindingRow | VisitRow>, desk: Desk): void {
  rows.forEach((row, index) => {
    const owner = owners[index] ?? null;
    if (row.rowFault && owner !== null) desk.reportOnce(row.rowFault.code, row.rowFault.details);
  });
}

/** An error that such a check did not come to must not leave a figure standing: nobody is scored then. */
function guarded({ directory, desk }: Round): { fallback: undefined; onFailure: () => void } {
  return { fallback: undefined, onFailure: () => unresolveAll(directory, desk) };
}

function* gatherVisits(
  visitRows: Attributed<VisitRow>,
  findingRows: Attributed<FindingRow>,
  round: Round,
): Slices<readonly KnownVisit[]> {
  const { desk, household, period, attempts } = round;
  const visits = collectVisits(visitRows.rows, visitRows.owners, household, period, desk);
  yield;
  attachFindings(
    visits,
    findingRows.rows,
    findingRows.owners,
    unclaimed(visitRows),
    { hasVisitList: round.hasVisitList, section: household, period },
    desk,
  );
  attempts.run('not-a-multiple', '每户扣分', () => checkFindings(visits, household, desk), guarded(round));
  yield;
  attempts.run(
    'date-outside-period',
    '走访的证号、日期和测评人',
    () => checkVisitRows(visitRows.rows, period, desk),
    guarded(round),
  );
  yield;
  attempts.run(
    'row-total-differs',
    '每行的合计',
    () => checkRowTotals(visits, household, desk),
    guarded(round),
  );
  yield;
  return visits;
}

/** Samples, missing sections, two posts. Returns the sections without data, by assessee. */
function checkPeople(
  byPerson: ReadonlyMap<number, readonly KnownVisit[]>,
  measures: GatheredMeasures,
  unclaimedVisits: readonly VisitRow[],
  round: Round,
): ReadonlyMap<number, ReadonlySet<string>> {
  const { directory, people, desk, lost, household, attempts } = round;
  const unresolved = people.filter((each) => desk.isUnresolved(each.id)).map((each) => each.id);
  const disputed = new Set([...lost.affected, ...unresolved]);
  const counts = (id: number): number => byPerson.get(id)?.length ?? 0;
  if (directory.fromRoster) {
    const look = (): void => checkSamples(people, counts, household, disputed, unclaimedVisits, desk);
    attempts.run('sample-too-small', '样本量', look, guarded(round));
  }
  for (const entry of people) if (entry.row?.faulty) desk.unresolve(entry.id);
  const missing = checkSections(
    people,
    (id, section) => measures.filled.get(section)?.has(id) === true,
    desk,
  );
  const each = people === directory.entries ? directory.persons() : personsAmong(people, directory);
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

const NO_MEASURES: Measures = new Map<string, Measure>();
const NO_SECTIONS: ReadonlySet<string> = new Set();

function makeDirectory(entries: Entries, details: () => readonly Row[], desk: Desk): Directory {
  const readable = entries.layouts.every(
    (layout) =>
      layout.definition.kind !== 'roster' ||
      !['department', 'name', 'post'].some((field) => layout.unreadable.has(field)),
  );
  if (entries.roster !== null && readable) return directoryOfRoster(entries.roster);
  const directory = directoryOfVisits(details());
  if (!readable) directory.entries.forEach((entry) => desk.unresolve(entry.id));
  return directory;
}

function unresolveAll(directory: Directory, desk: Desk): void {
  directory.entries.forEach((entry) => desk.unresolve(entry.id));
}

/** The posts of each of some persons. */
function personsAmong(people: readonly DirectoryEntry[], directory: Directory): Iterable<readonly number[]> {
  return new Set(people.map((entry) => directory.postsOf(entry)));
}

function groupVisits(
  visits: readonly KnownVisit[],
  people: readonly DirectoryEntry[],
): ReadonlyMap<number, readonly KnownVisit[]> {
  const lists = new Map<number, KnownVisit[]>(people.map(({ id }) => [id, []]));
  for (const visit of visits) lists.get(visit.assessee)!.push(visit);
  return lists;
}

interface GatheredMeasures {
  readonly byPerson: ReadonlyMap<number, Measures>;
  /** Section → assessees with any figure, and the row that has it. */
  readonly filled: ReadonlyMap<string, ReadonlyMap<number, MeasureRow>>;
}

function* gatherMeasures({ rows, owners }: Attributed<MeasureRow>, round: Round): Slices<GatheredMeasures> {
  const { scheme, rulings, directory, desk } = round;
  const inputs = new InputCheck(desk, rulings, (rates, ruling) =>
    combineRates(rates, knownMode(INDICATOR_RULINGS.combine, ruling) ?? 'mean'),
  );
  const byPerson = new Map<number, Measures>();
  const filled = new Map<string, Map<number, MeasureRow>>();
  const indicators = indicatorsBySection(scheme);
  for (const [index, row] of rows.entries()) {
    if (index % SLICE_ROWS === 0) yield;
    const owner = owners[index] ?? null;
    if (owner === null || (row.measures.size === 0 && row.broken.size === 0)) continue;
    let own = filled.get(row.section);
    if (!own) filled.set(row.section, (own = new Map<number, MeasureRow>()));
    const before = own.get(owner);
    if (before) {
      secondRow(row, before, owner, desk);
      continue;
    }
    own.set(owner, row);
    inputs.check(row, owner, indicators(row.section, directory.entries[owner]!.post));
    const others = byPerson.get(owner);
    byPerson.set(owner, others ? new JoinedMeasures([others, row.measures]) : row.measures);
  }
  return { byPerson, filled };
}

/** Indicators of a section for a post; looked up once for all persons. */
function indicatorsBySection(scheme: Scheme): (section: string, post: string) => readonly Indicator[] {
  const found = new Map<string, readonly Indicator[]>();
  return (section, post) => {
    const key = `${section}/${post}`;
    let own = found.get(key);
    if (!own) {
      own = scheme.indicators.filter((each) => each.section === section && each.posts.includes(post));
      found.set(key, own);
    }
    return own;
  };
}

/** Two rows of figures for one person: neither can be preferred. */
function secondRow(row: MeasureRow, first: MeasureRow, owner: number, desk: Desk): void {
  desk.block(owner, row.section);
  desk.report('duplicate-visit', {
    cell: fieldCell(row, 'name'),
    clause: desk.clauseOf(row.section),
    received: row.who.name,
    expected: '每人一行',
    message: `${row.who.name}在“${first.source.sheet}”第 ${first.row + 1} 行已经有一行数据。请删去重复的一行。`,
    person: row.who.name,
  });
}

function gatherRegister(
  { rows, owners }: Attributed<RegisterRow>,
  { entries, period, desk }: Round,
): ReadonlyMap<number, RegisterEntry[]> {
  const unread = new Set(
    entries.layouts
      .filter(
        (layout) =>
          layout.definition.kind === 'register' &&
          ['verdict', 'receivedDate'].some((field) => layout.unreadable.has(field)),
      )
      .map((layout) => layout.sheet.name),
  );
  const states = desk.scheme.fields.find((field) => field.id === 'verdict')?.states ?? {};
  const known = Object.values(states)
    .map((words) => words[0])
    .join('、');
  const readable = rows
    .map((row, index) => ({ row, owner: owners[index] ?? null }))
    .filter((each) => !unread.has(each.row.source.sheet));
  return checkRegister(
    readable.map((each) => each.row),
    readable.map((each) => each.owner),
    period,
    { pending: 'pending', known },
    desk,
  );
}

function strangersOf({ rows, owners }: Attributed<Row>): readonly Row[] {
  return rows.filter((row, index) => owners[index] === null && row.who.name !== '');
}
