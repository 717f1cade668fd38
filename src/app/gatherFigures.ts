import type { Desk } from '../checks/desk';
import { NOBODY } from '../checks/identity';
import { InputCheck } from '../checks/inputs';
import { checkRegister } from '../checks/people';
import {
  fieldCell,
  type Indicator,
  INDICATOR_RULINGS,
  knownMode,
  type MeasureRow,
  type Measures,
  type RegisterEntry,
  type RegisterRow,
  type Scheme,
  SLICE_ROWS,
  type Slices,
} from '../model';
import { combineRates } from '../scoring';
import { JoinedMeasures } from './joinedMeasures';
import type { Attributed, Round } from './round';

/** The figures of everybody, and where they stand. */
export interface GatheredMeasures {
  /** By assessee; none for who has no figure. */
  readonly byPerson: readonly (Measures | undefined)[];
  /** Section → the row that has an assessee's figures, by assessee. */
  readonly filled: ReadonlyMap<string, readonly (MeasureRow | undefined)[]>;
}

/** Checks rows of figures and gathers them by person. */
export function* gatherMeasures(
  { rows, owners }: Attributed<MeasureRow>,
  round: Round,
): Slices<GatheredMeasures> {
  const { scheme, rulings, directory, desk } = round;
  const inputs = new InputCheck(desk, rulings, (rates, ruling) =>
    combineRates(rates, knownMode(INDICATOR_RULINGS.combine, ruling) ?? 'mean'),
  );
  const people = directory.entries.length;
  const byPerson = new Array<Measures | undefined>(people);
  const filled = new Map<string, (MeasureRow | undefined)[]>();
  const indicators = indicatorsBySection(scheme);
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    if (index % SLICE_ROWS === 0) yield;
    const owner = owners[index]!;
    if (owner === NOBODY || (row.measures.size === 0 && row.broken.size === 0)) continue;
    let own = filled.get(row.section);
    if (!own) filled.set(row.section, (own = new Array<MeasureRow | undefined>(people)));
    const before = own[owner];
    if (before) {
      secondRow(row, before, owner, desk);
      continue;
    }
    own[owner] = row;
    inputs.check(row, owner, indicators(row.section, directory.entries[owner]!.post));
    const others = byPerson[owner];
    byPerson[owner] = others ? new JoinedMeasures(others, row.measures) : row.measures;
  }
  return { byPerson, filled };
}

/** Indicators of a section for a post; looked up once for all persons. */
function indicatorsBySection(scheme: Scheme): (section: string, post: string) => readonly Indicator[] {
  const found = new Map<string, Map<string, readonly Indicator[]>>();
  return (section, post) => {
    let posts = found.get(section);
    if (!posts) found.set(section, (posts = new Map<string, readonly Indicator[]>()));
    let own = posts.get(post);
    if (!own) {
      own = scheme.indicators.filter((each) => each.section === section && each.posts.includes(post));
      posts.set(post, own);
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

/** Checks the entries of registers and gathers those that count by person. */
export function gatherRegister(
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
    .map((row, index) => ({ row, owner: owners[index]! }))
    .filter((each) => !unread.has(each.row.source.sheet));
  return checkRegister(
    readable.map((each) => each.row),
    Int32Array.from(readable, (each) => each.owner),
    period,
    { pending: 'pending', known },
    desk,
  );
}
