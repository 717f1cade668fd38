import {
  finished,
  type FindingRow,
  type Issue,
  type MeasureRow,
  type RegisterRow,
  type RosterRow,
  type Slices,
  type VisitRow,
  VisitRows,
} from '../../model';
import type { RuleColumn, SheetLayout } from '../recognise/layout';
import type { Recognition } from '../recognise/recognise';
import type { Snapshot } from '../snapshot';
import { readCards } from './card';
import { readGrid } from './grid';
import { readFindingList, readVisitList } from './list';
import { readMeasures } from './measures';
import { ReadContext } from './context';
import { holdsReached } from './reached';
import { SheetReader } from './reader';
import { readRegister, readRoster } from './register';
import type { SkippedRow } from './rows';

/** Everything that the scoring sheets of a workbook say, cell by cell; nobody has been looked up yet. */
export interface Entries {
  /** `null` without a roster. */
  readonly roster: readonly RosterRow[] | null;
  /** Visits of grids, cards and visit lists, in the order of the sheets. */
  readonly visits: VisitRows;
  readonly findings: readonly FindingRow[];
  readonly measures: readonly MeasureRow[];
  readonly register: readonly RegisterRow[];
  readonly issues: readonly Issue[];
  /** Rows left out, by tab. */
  readonly skipped: ReadonlyMap<string, readonly SkippedRow[]>;
  /** Layouts that rows were read from. */
  readonly layouts: readonly SheetLayout[];
}

/** Reads all recognised sheets. Pure; looks at each cell once. */
export function readEntries(snapshot: Snapshot, recognition: Recognition): Entries {
  return finished(readInSlices(snapshot, recognition));
}

/** The same, in slices. */
export function* readInSlices(snapshot: Snapshot, recognition: Recognition): Slices<Entries> {
  const context = new ReadContext(snapshot, recognition.vocabulary);
  let roster: RosterRow[] | null = null;
  const visits = new VisitRows();
  const findings: FindingRow[] = [];
  const measures: MeasureRow[] = [];
  const register: RegisterRow[] = [];
  const cut = new Map<SheetLayout, readonly string[]>();
  for (const layout of recognition.layouts) {
    const reader = new SheetReader(context, layout);
    switch (layout.definition.kind) {
      case 'roster':
        yield* readRoster(reader, (roster ??= []));
        break;
      case 'matrix':
      case 'combined':
        // Where nothing says whose rules they are, the rows still say whom they concern.
        if (layout.undecided.length > 0) addAll(visits, readVisitList(reader));
        else {
          const before = visits.length;
          yield* readGrid(reader, visits);
          if (holdsReached(reader, visits, before)) cut.set(layout, layout.rules.map(ruleId));
        }
        break;
      case 'card':
        addAll(visits, readCards(reader));
        break;
      case 'visits':
        addAll(visits, readVisitList(reader));
        break;
      case 'findings':
        append(findings, readFindingList(reader));
        break;
      case 'measures':
        yield* readMeasures(reader, measures);
        break;
      case 'register':
        append(register, readRegister(reader));
        break;
      case 'summary':
        break;
    }
    if (reader.others.unread !== null) cut.set(layout, ['name', ...[...reader.others.unread].map(personOf)]);
    yield;
  }
  const issues = [...recognition.issues, ...context.issues];
  return {
    roster,
    visits,
    findings,
    measures,
    register,
    issues,
    skipped: context.skipped,
    layouts:
      cut.size === 0 ? recognition.layouts : recognition.layouts.map((each) => without(each, cut.get(each))),
  };
}

/** Whom a sheet names in a post cannot be told where it was not read to its end. */
const personOf = (post: string): string => `person:${post}`;

const ruleId = ({ indicator }: RuleColumn): string => indicator;

/** The sheet with what the reading of its rows has shown to be unreadable. */
function without(layout: SheetLayout, ids: readonly string[] = []): SheetLayout {
  return ids.length === 0 ? layout : { ...layout, unreadable: new Set([...layout.unreadable, ...ids]) };
}

function addAll(visits: VisitRows, more: readonly VisitRow[]): void {
  for (const visit of more) visits.add(visit);
}

function append<Item>(list: Item[], more: readonly Item[]): void {
  for (const item of more) list.push(item);
}
