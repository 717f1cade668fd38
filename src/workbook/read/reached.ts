import type { VisitRows } from '../../model';
import { titleOfReached } from '../recognise/reached';
import type { SheetReader } from './reader';

/** So large a share of all cells (numerator, denominator) at their rule's full points is no list of faults. */
const MOST = [2, 3] as const;

/**
 * Whether the visits of a grid (from a place on) hold points reached instead of points lost: its title says so, and most
 * cells hold their rule's full points. Read as lost, they would turn every figure round. Reports it at the first rule.
 */
export function holdsReached(reader: SheetReader, visits: VisitRows, from: number): boolean {
  const { layout, context } = reader;
  const title = titleOfReached(layout, context.vocabulary);
  if (title === null || !areMostlyFull(reader, visits, from)) return false;
  const first = layout.rules[0]!;
  const lost = context.vocabulary.field('deduction').name;
  context.report('header-ambiguous', {
    cell: reader.cell(first.headerRow, first.column),
    received: title,
    expected: lost,
    message: `“${title}”说的是得分,各项填的也多半是该项的满分,这里要的是${lost}。填的若是${lost},请在表头写明${lost};若是得分,请换算成${lost}再填。`,
  });
  return true;
}

function areMostlyFull({ layout }: SheetReader, visits: VisitRows, from: number): boolean {
  const points = new Map(layout.rules.map((rule) => [rule.indicator, Math.round(rule.points * 100)]));
  const perPost = new Map<string | null, number>();
  for (const { post } of layout.rules) perPost.set(post, (perPost.get(post) ?? 0) + 1);
  let full = 0;
  let cells = 0;
  for (let at = from; at < visits.length; at++) {
    const { who, findings } = visits.at(at);
    cells += perPost.get(who.post) ?? 0;
    full += findings.filter(({ indicator, hundredths }) => points.get(indicator) === hundredths).length;
  }
  return cells > 0 && full * MOST[1] >= cells * MOST[0];
}
