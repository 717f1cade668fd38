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
import { finished, type VisitRow, VisitRows } from '../model';
import type { Desk } from './desk';
import { checkRowTotals as totalsInSlices, checkVisitRows as rowsInSlices } from './rows';

/** Looks at the rows, and once more with those in columns that can be: nothing else is said of them. */
function checkVisitRows(rows: readonly VisitRow[], period: string | null, desk: Desk): void {
  finished(rowsInSlices(VisitRows.of(rows), period, desk));
  const again = emptyDesk();
  finished(rowsInSlices(inColumns(rows), period, again));
  expect(linesOf(again)).toEqual(linesOf(desk));
}

const DETAILS = sheetOf('明细', DETAIL);
const WANG = '城东 王芳 专管员';

type More = Parameters<typeof visitOf>[3];

/** What is said of these visits of 王芳, one a row from row 4 on. */
function looked(rows: readonly More[], source = DETAILS, period: string | null = '2008H1') {
  const desk = emptyDesk();
  checkVisitRows(
    rows.map((more, index) => visitOf(source, 4 + index, WANG, more)),
    period,
    desk,
  );
  return desk;
}

test('a visit in columns with nothing to report is never made a row', () => {
  let made = 0;
  const rows = [4, 5].map((row) =>
    visitOf(DETAILS, row, WANG, {
      findings: findingsOf(DETAILS, row, 'MS-S01 1', 'MS-S02 1'),
      inspector: '李明',
      total: 2,
      score: 28,
    }),
  );
  const read = inColumns(rows, () => (made += 1));
  const desk = emptyDesk(SECTIONS_TURNED);
  finished(rowsInSlices(read, '2008H1', desk));
  finished(totalsInSlices(knownOf(rows, 0, null, 0, read), 'standard', desk));
  expect(linesOf(desk)).toEqual([]);
  expect(made).toBe(0);
});

describe('licence numbers', () => {
  test('12 digits are right', () => {
    expect(linesOf(looked([{ licence: '640102000001' }]))).toEqual([]);
  });

  test('anything else is shown with its length', () => {
    expect(linesOf(looked([{ licence: '6401020001' }, { licence: '64010200000A' }]))).toEqual([
      'licence-format 明细!E4 - | 6401020001 → 12 位数字 | - | 许可证号“6401020001”不是 12 位数字(现有 10 位)。请核对。',
      'licence-format 明细!E5 - | 64010200000A → 12 位数字 | - | 许可证号“64010200000A”不是 12 位数字(现有 12 位)。请核对。',
    ]);
  });

  test('a blank one is asked for, by the customer or the row', () => {
    expect(linesOf(looked([{ licence: '' }, { licence: '', household: '' }]))).toEqual([
      'licence-missing 明细!E4 - | - → 12 位数字 | - | “甲店”没有许可证号,只能靠客户名称区分。请补上。',
      'licence-missing 明细!E5 - | - → 12 位数字 | - | 第 5 行没有许可证号,只能靠客户名称区分。请补上。',
    ]);
  });

  test('one that lost its digits was reported where it was read', () => {
    expect(linesOf(looked([{ licence: '6.40102E+11', licenceLost: true }]))).toEqual([]);
  });

  test('a sheet without the column is one remark, at its header', () => {
    const source = sheetOf('明细', ['name', 'household', 'date']);
    expect(linesOf(looked([{ licence: '' }, { licence: '' }], source))).toEqual([
      'licence-missing 明细!A3 - | - → 12 位数字 | - | 工作表“明细”没有许可证号这一列,各户只能靠客户名称区分。',
    ]);
  });

  test('a column in doubt was reported for the sheet', () => {
    const source = sheetOf('明细', ['name', 'household', 'date'], { unreadable: new Set(['licence']) });
    expect(linesOf(looked([{ licence: '' }], source))).toEqual([]);
  });

  test('a card has it in a cell above the table', () => {
    const cells = new Map([['licence', { sheet: '卡', row: 1, column: 5 }]]);
    const source = sheetOf('卡', ['date'], { cells });
    expect(linesOf(looked([{ licence: '' }, { licence: '' }], source))).toEqual(
      [0, 1].map(
        () => 'licence-missing 卡!F2 - | - → 12 位数字 | - | “甲店”没有许可证号,只能靠客户名称区分。请补上。',
      ),
    );
  });
});

describe('dates of visits', () => {
  test('inside the half-year, with a year or without', () => {
    expect(linesOf(looked([{ date: '2008-01-01' }, { date: '2008-06-30' }, { date: '03-05' }]))).toEqual([]);
  });

  test('outside it', () => {
    expect(linesOf(looked([{ date: '2008-07-01' }, { date: '2007-12-31' }, { date: '07-05' }]))).toEqual([
      'date-outside-period 明细!F4 第九条 | 2008年下半年 → 2008年上半年 | - | 这次走访的日期不在2008年上半年内,仍然计入。请核对日期或测评期间。',
      'date-outside-period 明细!F5 第九条 | 2007年下半年 → 2008年上半年 | - | 这次走访的日期不在2008年上半年内,仍然计入。请核对日期或测评期间。',
      'date-outside-period 明细!F6 第九条 | 2008年下半年 → 2008年上半年 | - | 这次走访的日期不在2008年上半年内,仍然计入。请核对日期或测评期间。',
    ]);
  });

  test('nothing can be said where no half-year is known', () => {
    expect(linesOf(looked([{ date: '2008-07-01' }, { date: '07-05' }], DETAILS, null))).toEqual([]);
  });

  test('a blank one still counts', () => {
    expect(linesOf(looked([{ date: '' }]))).toEqual([
      'date-missing 明细!F4 - | - → 检查日期 | - | 第 4 行没有日期,这次走访仍然计入。请补上日期。',
    ]);
  });

  test('a sheet without the column is one remark; one of its name elsewhere is another', () => {
    const desk = emptyDesk();
    const [one, other] = ['甲', '乙'].map((name) => sheetOf(name, ['household', 'licence']));
    const rows = [one!, one!, other!].map((source, index) => visitOf(source, 4 + index, WANG, { date: '' }));
    checkVisitRows(rows, '2008H1', desk);
    expect(linesOf(desk)).toEqual([
      'date-missing 甲!A3 - | - → 检查日期 | - | 工作表“甲”没有日期列,走访仍然计入。',
      'date-missing 乙!A3 - | - → 检查日期 | - | 工作表“乙”没有日期列,走访仍然计入。',
    ]);
  });

  test('a column in doubt was reported for the sheet', () => {
    const source = sheetOf('明细', ['household', 'licence'], { unreadable: new Set(['date']) });
    expect(linesOf(looked([{ date: '' }], source))).toEqual([]);
  });

  test('neither licence nor date column: a remark each', () => {
    const source = sheetOf('甲', ['household']);
    expect(placesOf(looked([{ date: '', licence: '' }], source))).toEqual([
      'licence-missing 甲!A3',
      'date-missing 甲!A3',
    ]);
  });

  test('one that cannot be read was reported where it was read', () => {
    const desk = emptyDesk();
    const row = { ...visitOf(DETAILS, 4, WANG), date: { serial: null, yearless: null, invalid: true } };
    checkVisitRows([row], '2008H1', desk);
    expect(linesOf(desk)).toEqual([]);
  });
});

test('a household that feeds three persons is one row, and looked at once', () => {
  const desk = emptyDesk();
  const people = ['城东 李明 客户经理', '城东 王芳 专管员', '城东 赵强 送货员'];
  const rows = [4, 5].flatMap((row) =>
    people.map((who) => visitOf(DETAILS, row, who, { licence: '12', date: '' })),
  );
  const elsewhere = visitOf(sheetOf('另一张', DETAIL), 5, WANG, { licence: '12' });
  checkVisitRows([...rows, elsewhere], '2008H1', desk);
  expect(placesOf(desk)).toEqual([
    'licence-format 明细!E4',
    'date-missing 明细!F4',
    'licence-format 明细!E5',
    'date-missing 明细!F5',
    'licence-format 另一张!E5',
  ]);
});

describe('who assesses', () => {
  const names = (...inspectors: readonly string[]) =>
    placesOf(looked(inspectors.map((inspector) => ({ inspector })))).map((each) => each.split('!')[1]);

  test('nobody assesses himself', () => {
    expect(linesOf(looked([{ inspector: '王芳' }]))).toEqual([
      'self-assessment 明细!G4 - | 王芳 → 被测评人以外的人 | 王芳 | 王芳测评了自己。请核对测评人。',
    ]);
  });

  test('one of several, however they are written', () => {
    const written = [
      '李明、王芳',
      '李明,王芳',
      '李明;王芳',
      '李明/王芳',
      '李明 王芳',
      '王 芳',
      '李明，王芳',
      '李明；王芳',
      '李 明、王  芳',
    ];
    expect(names(...written)).toEqual(written.map((_, index) => `G${4 + index}`));
  });

  test('others with part of the name do not', () => {
    expect(names('王芳芳', '王', '李明、王芳丽', '')).toEqual([]);
  });

  test('a row of nobody is not compared', () => {
    const desk = emptyDesk();
    checkVisitRows([visitOf(DETAILS, 4, '城东 - 专管员', { inspector: '、' })], '2008H1', desk);
    expect(linesOf(desk)).toEqual([]);
  });

  test('one report for the cell, though the person has two posts', () => {
    const desk = emptyDesk();
    const rows = ['客户经理', '送货员'].map((post) =>
      visitOf(DETAILS, 4, `城东 王芳 ${post}`, { inspector: '王芳' }),
    );
    checkVisitRows(rows, '2008H1', desk);
    expect(placesOf(desk)).toEqual(['self-assessment 明细!G4']);
  });
});
