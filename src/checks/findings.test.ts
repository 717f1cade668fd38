import {
  SECTIONS_TURNED,
  DETAIL,
  emptyDesk,
  findingsOf,
  knownOf,
  linesOf,
  placesOf,
  sheetOf,
  visitOf,
} from '../../tests/fixtures/checkRows';
import { inColumns } from '../../tests/fixtures/plainVisits';
import { finished } from '../model';
import type { Desk } from './desk';
import { checkFindings } from './findings';

const DETAILS = sheetOf('明细', DETAIL);
const LI = '城东 李明 客户经理';
const WANG = '城东 王芳 专管员';
const ZHAO = '城东 赵强 送货员';

/** What is said of households (rows from 4 on) that lose these points, and whether the person's section is known. */
function judged(who: string, ...households: readonly (readonly string[])[]): Desk {
  const desk = emptyDesk(SECTIONS_TURNED);
  const visits = households.map((texts, index) => {
    const row = 4 + index;
    return visitOf(DETAILS, row, who, { findings: findingsOf(DETAILS, row, ...texts) });
  });
  finished(checkFindings(knownOf(visits, 7), 'standard', desk));
  // Those in columns that can be: nothing else is said of them.
  const again = emptyDesk(SECTIONS_TURNED);
  finished(checkFindings(knownOf(visits, 7, null, 0, inColumns(visits)), 'standard', again));
  expect(linesOf(again)).toEqual(linesOf(desk));
  expect(isKnown(again)).toBe(isKnown(desk));
  return desk;
}

const isKnown = (desk: Desk): boolean => !desk.blockedSections(7).has('standard');

test('a visit in columns with its rules’ own points is never made a row', () => {
  let made = 0;
  const rows = [
    visitOf(DETAILS, 4, LI, { findings: findingsOf(DETAILS, 4, 'CM-S01 1', 'CM-S04 2') }),
    visitOf(DETAILS, 5, LI),
  ];
  const read = inColumns(rows, () => (made += 1));
  const desk = emptyDesk(SECTIONS_TURNED);
  finished(checkFindings(knownOf(rows, 7, null, 0, read), 'standard', desk));
  expect(linesOf(desk)).toEqual([]);
  expect(made).toBe(0);
});

test('the points of the rule, or nothing, are silent', () => {
  const desk = judged(LI, ['CM-S01 1', 'CM-S04 2'], [], ['CM-S03 0']);
  expect(linesOf(desk)).toEqual([]);
  expect(isKnown(desk)).toBe(true);
});

test('a deduction greater than the section’s points is a score in the wrong column', () => {
  const desk = judged(LI, ['CM-S03 21']);
  expect(linesOf(desk)).toEqual([
    'score-in-deduction-column 明细!J4 第五条(一)1)1.2 | 21 → 不超过 20 分 | 李明 | 扣了 21 分,大于这一部分的满分 20 分,像是把得分写进了扣分列。请改成扣的分数。',
  ]);
  expect(isKnown(desk)).toBe(false);
});

test('each post has its own points: 20, 30 and 20', () => {
  expect(placesOf(judged(LI, ['CM-S03 20']))).toEqual(['repeat-finding 明细!J4']);
  expect(placesOf(judged(WANG, ['MS-S02 30']))).toEqual(['repeat-finding 明细!J4']);
  expect(placesOf(judged(WANG, ['MS-S02 31']))).toEqual(['score-in-deduction-column 明细!J4']);
  expect(placesOf(judged(ZHAO, ['DL-S01 21']))).toEqual(['score-in-deduction-column 明细!J4']);
});

test('no multiple of the rule’s points', () => {
  const desk = judged(LI, ['CM-S04 3', 'CM-S01 0.5']);
  expect(linesOf(desk)).toEqual([
    'not-a-multiple 明细!J4 第五条(一)1)1.3 | 3 → 2 的倍数 | 李明 | CM-S04 卷烟库存每处扣 2 分,3 不是它的倍数。请改正;若写的是处数,请把表头改为“次数”。',
    'not-a-multiple 明细!K4 第五条(一)1)1.1.1 | 0.5 → 1 的倍数 | 李明 | CM-S01 陈列整洁、按主导/成长/过渡性牌号排序每处扣 1 分,0.5 不是它的倍数。请改正;若写的是处数,请把表头改为“次数”。',
  ]);
  expect(isKnown(desk)).toBe(false);
});

test('too much and no multiple either is one fault: too much', () => {
  expect(placesOf(judged(LI, ['CM-S04 25']))).toEqual(['score-in-deduction-column 明细!J4']);
});

describe('more than once at a household', () => {
  test('in one cell', () => {
    const desk = judged(LI, ['CM-S04 6']);
    expect(linesOf(desk)).toEqual([
      'repeat-finding 明细!J4 第五条(一)1)1.3 | 6 → 2 分(一处) | 李明 | 这一户的 CM-S04 卷烟库存扣了 6 分,是 3 处。请确认确有多处不符。',
    ]);
    expect(isKnown(desk)).toBe(true);
  });

  test('in two entries of a list, said at the second', () => {
    expect(linesOf(judged(LI, ['CM-S04 2', 'CM-S01 1', 'CM-S04 2']))).toEqual([
      'repeat-finding 明细!L4 第五条(一)1)1.3 | 2 → 2 分(一处) | 李明 | 这一户的 CM-S04 卷烟库存记了不止一次。请确认确有多处不符。',
    ]);
  });

  test('the same rule at two households is no repetition', () => {
    expect(linesOf(judged(LI, ['CM-S04 2'], ['CM-S04 2']))).toEqual([]);
  });

  test('the rule that is printed a time (出现一次) never is one', () => {
    expect(linesOf(judged(LI, ['CM-S08b 3', 'CM-S08b 1']))).toEqual([]);
    expect(placesOf(judged(LI, ['CM-S08b 0.5']))).toEqual(['not-a-multiple 明细!J4']);
  });
});

describe('not exchanged, and exchanged without a record', () => {
  test('exclude each other at one household, shown at the record', () => {
    const line =
      '第五条(三)3) | DL-S04a 和 DL-S04b → 两条只能扣一条 | 赵强 | 同一户同时扣了“挤压破损烟及时兑换”和“更换记录”。没有办理就谈不上记录,两条只能扣一条,请删去一条。';
    const desk = judged(ZHAO, ['DL-S04a 1', 'DL-S04b 1']);
    expect(linesOf(desk)).toEqual([`exclusive-findings 明细!K4 ${line}`]);
    expect(isKnown(desk)).toBe(false);
    expect(linesOf(judged(ZHAO, ['DL-S04b 1', 'DL-S01 1', 'DL-S04a 1']))).toEqual([
      `exclusive-findings 明细!J4 ${line}`,
    ]);
  });

  test('either alone, or at two households, does not', () => {
    const desk = judged(ZHAO, ['DL-S04a 1'], ['DL-S04b 1']);
    expect(linesOf(desk)).toEqual([]);
    expect(isKnown(desk)).toBe(true);
  });
});
