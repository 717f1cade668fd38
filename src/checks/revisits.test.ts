import {
  dateOf,
  DETAIL,
  emptyDesk,
  findingsOf,
  placesOf,
  rowOf,
  sheetOf,
  visitOf,
} from '../../tests/fixtures/checkRows';
import { inColumns } from '../../tests/fixtures/plainVisits';
import { finished, type FindingRow, type VisitRow, VisitRows } from '../model';
import { yinchuan2008 } from '../schemes';
import type { Desk } from './desk';
import { NOBODY } from './identity';
import type { KnownVisits } from './knownVisits';
import { attachFindings } from './listedFindings';
import { collectVisits } from './visits';

/* Where a household may be visited again in a period (mall inspections), each visit counts and its day tells it apart. */

const DETAILS = sheetOf('明细', DETAIL);
const PROBLEMS = sheetOf('问题', DETAIL);
const WANG = '城东 王芳 专管员';

const sections = yinchuan2008().sections.map((section) =>
  section.grain === 'household' ? { ...section, revisits: true } : section,
);

type More = NonNullable<Parameters<typeof visitOf>[3]>;

function collected(more: readonly More[], period: string | null, read = VisitRows.of): [Desk, KnownVisits] {
  const desk = emptyDesk(sections);
  const rows = more.map((own, index): VisitRow => visitOf(DETAILS, 4 + index, WANG, own));
  const owners = new Int32Array(rows.length).fill(1);
  return [desk, finished(collectVisits(read(rows), owners, 'standard', period, desk, 9))];
}

const counted = (visits: KnownVisits): number[] => Array.from(visits, ({ row }) => row.row + 1);

describe.each([
  ['as rows', VisitRows.of],
  ['in columns', inColumns],
])('%s', (_, read) => {
  test('the same household counts as often as it was visited', () => {
    const [desk, visits] = collected([{}, {}, { date: '2008-06-11' }], '2008-06', read);
    expect(counted(visits)).toEqual([4, 5, 6]);
    expect(placesOf(desk)).toEqual([]);
    expect(Array.from(visits, ({ disputed }) => disputed)).toEqual([false, false, false]);
  });

  test('a day of another period is another period’s; without a period all count', () => {
    const days = [{ date: '2008-05-31' }, { date: '2008-06-01' }, { date: '' }, { date: '2008-07-01' }];
    expect(counted(collected(days, '2008-06', read)[1])).toEqual([5, 6]);
    expect(counted(collected(days, null, read)[1])).toEqual([4, 5, 6, 7]);
  });

  test('a row with a fault leaves the section unknown, a lost licence finds no problems', () => {
    const [desk, visits] = collected([{ faulty: true, licenceLost: true }], '2008-06', read);
    expect([...desk.blockedSections(1)]).toEqual(['standard']);
    expect(Array.from(visits, ({ disputed }) => disputed)).toEqual([true]);
    expect([
      ...collected([{ faulty: true, date: '2008-07-01' }], '2008-06', read)[0].blockedSections(1),
    ]).toEqual([]);
  });
});

describe('problems go to the visit of their day', () => {
  const problem = (row: number, date: string, more: Partial<FindingRow> = {}): FindingRow =>
    rowOf(PROBLEMS, row, WANG, {
      household: '甲店',
      licence: '640102000001',
      date: dateOf(date),
      finding: findingsOf(PROBLEMS, row, 'MS-S01 1')[0]!,
      ...more,
    });

  function attached(days: readonly string[], problems: readonly FindingRow[], owner = 1): [Desk, string[]] {
    const [desk, visits] = collected(
      days.map((date) => ({ date })),
      '2008-06',
    );
    const owners = new Int32Array(problems.length).fill(owner);
    const options = { hasVisitList: true, section: 'standard', period: '2008-06' };
    attachFindings(visits, problems, owners, [], options, desk);
    return [desk, Array.from(visits, ({ findings }) => findings.map(({ cell }) => cell.row + 1).join(' '))];
  }

  test('one visit of the day', () => {
    const [desk, found] = attached(
      ['2008-06-10', '2008-06-11'],
      [problem(10, '2008-06-11'), problem(11, '2008-06-10')],
    );
    expect(found).toEqual(['11', '10']);
    expect(placesOf(desk)).toEqual([]);
  });

  test('two visits of one day: nobody knows which', () => {
    const [desk, found] = attached(['2008-06-10', '2008-06-10'], [problem(10, '2008-06-10')]);
    expect(found).toEqual(['', '']);
    expect(placesOf(desk)).toEqual(['duplicate-visit 问题!F10']);
    expect([...desk.blockedSections(1)]).toEqual(['standard']);
    expect(desk.issues[0]!.received).toBe('640102000001');
    expect(desk.issues[0]!.message).toContain('同一天登记了几次');
  });

  test('no visit of the day, though the household was visited', () => {
    const [desk, found] = attached(['2008-06-10'], [problem(10, '2008-06-12')]);
    expect(found).toEqual(['']);
    expect(placesOf(desk)).toEqual(['finding-without-visit 问题!E10']);
  });

  test('another period’s, and one of nobody, are left alone', () => {
    expect(attached(['2008-06-10'], [problem(10, '2008-07-10')])[0].issues).toEqual([]);
    expect(attached(['2008-06-10'], [problem(10, '2008-06-10')], NOBODY)[1]).toEqual(['']);
  });
});
