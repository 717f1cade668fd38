import type { OwnTotal, VisitRow } from '../../model';
import type { TotalColumn } from '../recognise/layout';
import { plainNumber } from './values/number';
import type { SheetReader } from './reader';

/** A figure of 100 less what was lost, as some sheets keep it for all posts together. */
const HUNDRED = 100;

/**
 * What the totals of a combined row should be by its own deductions; they are compared once it is known that nothing
 * else is wrong with the row. `visits` are those of the row, one a post that was assessed.
 */
export function rowTotals(reader: SheetReader, row: number, visits: readonly VisitRow[]): OwnTotal[] {
  const { layout } = reader;
  return layout.totals.flatMap((total) => {
    const value = plainNumber(reader.at(row, total.column));
    if (value === null) return [];
    const readings = total.posts.flatMap((posts) => readingsOf(reader, total, posts, visits));
    const [expected, ...orElse] = [...new Set(readings)];
    const cell = reader.cell(row, total.column);
    return [{ cell, value, expected: expected!, field: total.field, orElse, wholeRow: true }];
  });
}

/** All figures that a total of these posts may be, the likeliest first. */
function readingsOf(
  reader: SheetReader,
  { field }: TotalColumn,
  posts: readonly string[],
  visits: readonly VisitRow[],
): number[] {
  const own = posts.map((post) => visits.find((visit) => visit.who.post === post) ?? null);
  const lost = own.map((visit) =>
    visit ? visit.findings.reduce((sum, finding) => sum + finding.hundredths, 0) / 100 : 0,
  );
  const all = sum(lost);
  if (field === 'rowTotal') return [all];
  const section = reader.layout.definition.section;
  const points = reader.context.vocabulary.scheme.sections.find((each) => each.id === section)?.points ?? {};
  const full = posts.map((post) => points[post] ?? 0);
  const floored = full.map((most, at) => Math.max(0, most - lost[at]!));
  const assessed = floored.filter((_, at) => own[at] !== null);
  return [sum(assessed), sum(floored), sum(full) - all, ...(posts.length > 1 ? [HUNDRED - all] : [])];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
