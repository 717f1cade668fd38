import { Desk } from '../checks/desk';
import { checkFindings } from '../checks/findings';
import { identify } from '../checks/identity';
import { InputCheck } from '../checks/inputs';
import { checkRegister, checkSamples, checkSections, checkTwoRoles } from '../checks/people';
import { type Period, serialIn } from '../checks/period';
import { type Directory, directoryOfRoster, directoryOfVisits } from '../checks/persons';
import { checkRowTotals, checkVisitRows } from '../checks/rows';
import { attachFindings, collectVisits, type KnownVisit } from '../checks/visits';
import type {
  Assessment,
  Indicator,
  Measure,
  MeasureRow,
  RegisterEntry,
  Row,
  Rulings,
  Scheme,
  Visit,
} from '../model';
import { fieldCell } from '../model';
import { combineRates } from '../scoring';
import { knownMode, INDICATOR_RULINGS } from '../model';
import type { Entries } from '../workbook/read/read';
import { LostColumns } from './lost';

/** What the checks made of the entries: assessments ready for scoring, and the desk with all they found. */
export interface Assessed {
  readonly assessments: readonly Assessment[];
  readonly directory: Directory;
  readonly desk: Desk;
  /** Rows that name somebody who is in no detail sheet, where there is no roster to tell. */
  readonly strangers: readonly Row[];
}

/** Checks the entries and gathers, for each assessee, all that is known of them. Pure. */
export function assess(scheme: Scheme, entries: Entries, rulings: Rulings, period: Period | null): Assessed {
  const desk = new Desk(scheme);
  const lost = new LostColumns(entries.layouts, desk);
  const attributed = <Item extends Row>(rows: readonly Item[]): readonly Item[] =>
    lost.nameless.size === 0 ? rows : rows.filter((row) => !lost.nameless.has(row.source.sheet));
  const visitRows = attributed(entries.visits);
  const findingRows = attributed(entries.findings);
  const measureRows = attributed(entries.measures);
  const registerRows = attributed(entries.register);
  const directory = makeDirectory(entries, [...visitRows, ...findingRows], desk);
  const household = scheme.sections.find((section) => section.grain === 'household')?.id ?? '';

  const owners = {
    visits: identify(visitRows, directory, desk),
    findings: identify(findingRows, directory, desk),
    measures: identify(measureRows, directory, desk),
    register: identify(registerRows, directory, desk),
  };
  // Which rule an item means hangs on the post: a row in a wrong post is one fault, not two.
  findingRows.forEach((row, index) => {
    if (row.itemFault && owners.findings[index] !== null)
      desk.report(row.itemFault.code, row.itemFault.details);
  });
  lost.block(visitRows, owners.visits, directory);
  lost.block(findingRows, owners.findings, directory);
  lost.block(measureRows, owners.measures, directory);
  lost.block(registerRows, owners.register, directory);

  const visits = collectVisits(visitRows, owners.visits, household, desk);
  attachFindings(
    visits,
    findingRows,
    owners.findings,
    visitRows.filter((_, index) => owners.visits[index] === null),
    { hasVisitList: visitRows.some((row) => row.kind === 'list'), section: household },
    desk,
  );
  checkFindings(visits, household, desk);
  checkVisitRows(visitRows, period, desk);
  checkRowTotals(visits, household, desk);

  const measures = gatherMeasures(measureRows, owners.measures, scheme, rulings, directory, desk);
  const register = gatherRegister(entries, registerRows, owners.register, period, desk);
  const byPerson = groupVisits(visits, directory);
  const disputed = new Set([
    ...lost.affected,
    ...directory.entries.filter((each) => desk.isUnresolved(each.id)).map((each) => each.id),
  ]);
  const counts = new Map(byPerson.map((list, id) => [id, list.length] as const));
  if (directory.fromRoster) {
    const unclaimed = visitRows.filter((_, index) => owners.visits[index] === null);
    checkSamples(directory, counts, household, disputed, unclaimed, desk);
  }
  for (const entry of directory.entries) if (entry.row?.faulty) desk.unresolve(entry.id);
  const missing = checkSections(directory, (id, section) => measures.filled.has(`${id}\n${section}`), desk);
  checkTwoRoles(directory, desk);

  const assessments = directory.entries.map((assessee): Assessment => ({
    assessee,
    visits: byPerson[assessee.id]!.map((visit) => toVisit(visit, period)),
    measures: measures.byPerson.get(assessee.id) ?? NO_MEASURES,
    register: register.get(assessee.id) ?? [],
    missing: missing.get(assessee.id) ?? NO_SECTIONS,
    blocked: desk.blockedSections(assessee.id),
    unresolved: period === null || desk.isUnresolved(assessee.id),
  }));
  return {
    assessments,
    directory,
    desk,
    strangers: directory.fromRoster
      ? []
      : strangersOf(measureRows, owners.measures, registerRows, owners.register),
  };
}

const NO_MEASURES: ReadonlyMap<string, Measure> = new Map();
const NO_SECTIONS: ReadonlySet<string> = new Set();

function makeDirectory(entries: Entries, details: readonly Row[], desk: Desk): Directory {
  const readable = entries.layouts.every(
    (layout) =>
      layout.definition.kind !== 'roster' ||
      !['department', 'name', 'post'].some((field) => layout.unreadable.has(field)),
  );
  if (entries.roster !== null && readable) return directoryOfRoster(entries.roster);
  const directory = directoryOfVisits(details);
  if (!readable) directory.entries.forEach((entry) => desk.unresolve(entry.id));
  return directory;
}

function groupVisits(visits: readonly KnownVisit[], directory: Directory): KnownVisit[][] {
  const lists: KnownVisit[][] = directory.entries.map(() => []);
  for (const visit of visits) lists[visit.assessee]!.push(visit);
  return lists;
}

function toVisit(visit: KnownVisit, period: Period | null): Visit {
  const { row } = visit;
  return {
    household: row.household,
    licence: row.licence,
    cell: fieldCell(row, row.household !== '' || row.licence === '' ? 'household' : 'licence'),
    date: period === null ? row.date.serial : serialIn(row.date, period),
    findings: visit.findings,
  };
}

interface GatheredMeasures {
  readonly byPerson: ReadonlyMap<number, ReadonlyMap<string, Measure>>;
  /** `assessee\nsection` where there is any figure. */
  readonly filled: ReadonlySet<string>;
}

function gatherMeasures(
  rows: readonly MeasureRow[],
  owners: readonly (number | null)[],
  scheme: Scheme,
  rulings: Rulings,
  directory: Directory,
  desk: Desk,
): GatheredMeasures {
  const inputs = new InputCheck(desk, rulings, (rates, ruling) =>
    combineRates(rates, knownMode(INDICATOR_RULINGS.combine, ruling) ?? 'mean'),
  );
  const byPerson = new Map<number, Map<string, Measure>>();
  const filled = new Map<string, MeasureRow>();
  rows.forEach((row, index) => {
    const owner = owners[index] ?? null;
    if (owner === null || (row.measures.size === 0 && row.broken.size === 0)) return;
    const key = `${owner}\n${row.section}`;
    const before = filled.get(key);
    if (before) {
      secondRow(row, before, owner, desk);
      return;
    }
    filled.set(key, row);
    inputs.check(row, owner, indicatorsFor(scheme, row.section, directory.entries[owner]!.post));
    const measures = byPerson.get(owner) ?? new Map<string, Measure>();
    row.measures.forEach((measure, field) => measures.set(field, measure));
    byPerson.set(owner, measures);
  });
  return { byPerson, filled: new Set(filled.keys()) };
}

function indicatorsFor(scheme: Scheme, section: string, post: string): readonly Indicator[] {
  return scheme.indicators.filter((each) => each.section === section && each.posts.includes(post));
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
  entries: Entries,
  rows: Entries['register'],
  owners: readonly (number | null)[],
  period: Period | null,
  desk: Desk,
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

function strangersOf(
  measures: readonly Row[],
  measureOwners: readonly (number | null)[],
  register: readonly Row[],
  registerOwners: readonly (number | null)[],
): readonly Row[] {
  return [
    ...measures.filter((row, index) => measureOwners[index] === null && row.who.name !== ''),
    ...register.filter((row, index) => registerOwners[index] === null && row.who.name !== ''),
  ];
}
