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
  type RegisterEntry,
  type RegisterRow,
  type Scheme,
  SLICE_ROWS,
  type Slices,
} from '../model';
import { combineRates } from '../scoring';
import { FiguresByPerson } from './personFigures';
import type { Attributed, Round } from './round';

/** Checks rows of figures and gathers them by person. */
export function* gatherMeasures(
  { rows, owners }: Attributed<MeasureRow>,
  round: Round,
): Slices<FiguresByPerson> {
  const { scheme, rulings, directory, desk } = round;
  const inputs = new InputCheck(desk, rulings, (rates, ruling) =>
    combineRates(rates, knownMode(INDICATOR_RULINGS.combine, ruling) ?? 'mean'),
  );
  const byPerson = new FiguresByPerson(directory.entries.length);
  const indicators = indicatorsBySection(scheme);
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    if (index % SLICE_ROWS === 0) yield;
    const owner = owners[index]!;
    if (owner === NOBODY || (row.figures.countAt(row.place) === 0 && row.broken.size === 0)) continue;
    const before = byPerson.add(row, owner);
    if (before === null) inputs.check(row, owner, indicators(row.section, directory.entries[owner]!.post));
    else secondRow(row, before, owner, desk);
  }
  return byPerson;
}

/** Section → post → indicators; the same lists whenever a scheme is asked, since much is kept by them. */
const known = new WeakMap<Scheme, Map<string, Map<string, readonly Indicator[]>>>();

/** The indicators of a section for a post; rows of one post mostly follow one another. */
function indicatorsBySection(scheme: Scheme): (section: string, post: string) => readonly Indicator[] {
  let sections = known.get(scheme);
  if (!sections) known.set(scheme, (sections = new Map<string, Map<string, readonly Indicator[]>>()));
  const found = sections;
  let last = { section: '', post: '', indicators: NO_INDICATORS };
  return (section, post) => {
    if (section === last.section && post === last.post) return last.indicators;
    let posts = found.get(section);
    if (!posts) found.set(section, (posts = new Map<string, readonly Indicator[]>()));
    let indicators = posts.get(post);
    if (!indicators) posts.set(post, (indicators = findIndicators(scheme, section, post)));
    last = { section, post, indicators };
    return indicators;
  };
}

const NO_INDICATORS: readonly Indicator[] = [];

function findIndicators(scheme: Scheme, section: string, post: string): readonly Indicator[] {
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
