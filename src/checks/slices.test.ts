import { DETAIL, emptyDesk, knownOf, rowOf, sheetOf, visitOf } from '../../tests/fixtures/checkRows';
import { SLICE_ROWS, type Slices, VisitRows } from '../model';
import { checkFindings } from './findings';
import { identify, identifyVisits } from './identity';
import { Directory } from './persons';
import { checkRowTotals, checkVisitRows } from './rows';
import { collectVisits } from './visits';

const SOURCE = sheetOf('明细', DETAIL);
const WHO = '城东 王芳 专管员';
const COUNT = 2 * SLICE_ROWS + 1;

const rows = Array.from({ length: COUNT }, (_, index) =>
  visitOf(SOURCE, 4 + index, WHO, { licence: String(640_100_000_000 + index) }),
);
const visits = knownOf(rows, 0, '2008H1');
const read = VisitRows.of(rows);
const named = rows.map((_, index) => rowOf(SOURCE, 4 + index, WHO, {}));

function pauses(work: Slices<unknown>): number {
  let count = 0;
  while (!work.next().done) count += 1;
  return count;
}

test.each<readonly [string, () => Slices<unknown>]>([
  ['whose they are', () => identify(named, new Directory([], true), emptyDesk())],
  ['whose the visits are', () => identifyVisits(read, new Directory([], true), emptyDesk())],
  ['visits', () => collectVisits(read, new Int32Array(COUNT), 'standard', '2008H1', emptyDesk())],
  ['findings', () => checkFindings(visits, 'standard', emptyDesk())],
  ['licences and dates', () => checkVisitRows(read, '2008H1', emptyDesk())],
  ['totals', () => checkRowTotals(visits, 'standard', emptyDesk())],
])('a look at a province of rows pauses after each slice of them: %s', (_, work) => {
  expect(pauses(work())).toBe(2);
});
