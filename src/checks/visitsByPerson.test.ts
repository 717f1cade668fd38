import { DETAIL, findingsOf, knownOf, sheetOf, visitOf } from '../../tests/fixtures/checkRows';
import { inColumns } from '../../tests/fixtures/plainVisits';
import { VisitsByPerson } from './visitsByPerson';

const DETAILS = sheetOf('明细', DETAIL);
const WANG = '城东 王芳 专管员';
const LI = '城东 李明 客户经理';

/** Rows 4 to 8: the third has other points than its rule's, which bits cannot say. */
const rows = [
  visitOf(DETAILS, 4, WANG, { licence: '640102000001', findings: findingsOf(DETAILS, 4, 'MS-S02 1') }),
  visitOf(DETAILS, 5, LI, { licence: '640102000002' }),
  visitOf(DETAILS, 6, WANG, { licence: '640102000003', findings: findingsOf(DETAILS, 6, 'MS-S02 2') }),
  visitOf(DETAILS, 7, WANG, { licence: '640102000004' }),
  visitOf(DETAILS, 8, LI, { licence: '640102000005', findings: findingsOf(DETAILS, 8, 'CM-S04 2') }),
];
const OWNERS = [2, 0, 2, 2, 0];

describe.each([
  ['as rows', undefined],
  ['in columns', inColumns(rows)],
])('%s', (_, read) => {
  const byPerson = new VisitsByPerson(knownOf(rows, OWNERS, null, 0, read), 4);

  test('each person has their own, in their order', () => {
    const found = [0, 1, 2, 3].map((id) => Array.from(byPerson.of(id), ({ licence }) => licence.slice(-1)));
    expect(found).toEqual([['2', '5'], [], ['1', '3', '4'], []]);
    expect([0, 1, 2, 3].map((id) => byPerson.countOf(id))).toEqual([2, 0, 3, 0]);
    expect([0, 1, 2, 3].map((id) => byPerson.of(id).length)).toEqual([2, 0, 3, 0]);
  });

  test('one is found by its position; beside them there is none', () => {
    const own = byPerson.of(2);
    expect([0, 1, 2].map((at) => own.at(at)!.licence.slice(-1))).toEqual(['1', '3', '4']);
    expect([-1, 3].map((at) => own.at(at))).toEqual([undefined, undefined]);
    expect(byPerson.of(1).at(0)).toBeUndefined();
  });
});

test('what bits say is told without making the visit; what they cannot say is not', () => {
  const own = new VisitsByPerson(knownOf(rows, OWNERS, null, 0, inColumns(rows)), 4).of(2);
  const bits = [0, 1, 2].map((at) => own.bitsAt!(at));
  expect(bits.map((each) => each !== null)).toEqual([true, false, true]);
  expect(own.maskAt!(0)).toBe(1 << bits[0]!.indicators.indexOf('MS-S02'));
  expect(own.maskAt!(2)).toBe(0);
});
