import type { CellValue } from '../../src/model';
import type { Snapshot } from '../../src/workbook/snapshot';
import { difference, NO_DIFFERENCE, plain, run } from '../fixtures/outcomes';
import { sheetOfRows } from '../fixtures/sheetEdits';
import { edited, sample } from '../fixtures/workbooks';

const ROSTER: readonly (readonly CellValue[])[] = [
  ['部(所)', '姓名', '岗位'],
  ['城东部', '张三', '客户经理'],
  ['城东所', '赵六', '专管员'],
];
const DRIVER: readonly CellValue[] = ['配送中心', '李七', '送货员'];
const WHOSE = ['部(所)', '姓名', '客户名称', '许可证号', '检查日期'];
const CM_RULES = [
  ...['陈列整洁', '条包正面', '价签维护', '卷烟库存', '订单本填写', '合理周转数维护', '货源告知'],
  ...['新品告知', '已告知但目标客户未上柜', '新品上柜后一月内价签到位', '小票装订', '客户信息'],
];
const MS_RULES = ['亮证经营', '明码标价', '政策知晓率', '卷烟鉴定'];

function visit(department: string, name: string, number: number, ...points: CellValue[]): CellValue[] {
  return [department, name, `店${number}`, `6401000000${number}`, '2008-4-1', ...points];
}

const CM_ROWS = [
  [...WHOSE, ...CM_RULES],
  visit('城东部', '张三', 11, '', '', 1),
  visit('城东部', '张三', 12, '', '', '', 2),
];
const MS_ROWS = [
  [...WHOSE, ...MS_RULES],
  visit('城东所', '赵六', 21, '', '', 2),
  visit('城东所', '赵六', 22),
];

function book(...sheets: readonly (readonly (readonly CellValue[])[])[]): Snapshot {
  const made = sheets.map((rows, at) => sheetOfRows(`表${at}`, rows));
  return { name: 'x.xlsx', sheets: made, memory: null, date1904: false };
}

const scores = (snapshot: Snapshot): string[] =>
  run(snapshot).result.persons.map((each) => `${each.name} ${String(each.sections['standard'])}`);
const faults = (snapshot: Snapshot): string[] =>
  run(snapshot).issues.filter((each) => !each.startsWith('missing-section'));

test('tables on sheets of their own', () => {
  expect(scores(book(ROSTER, CM_ROWS, MS_ROWS))).toEqual(['张三 18.5', '赵六 29']);
});

test('a table of another post below is not read by the headers above; nobody of both posts is scored', () => {
  const stacked = book(ROSTER, [...CM_ROWS, [], ['专管员明细测评表'], ...MS_ROWS]);
  expect(scores(stacked)).toEqual(['张三 null', '赵六 null']);
  expect(faults(stacked)).toEqual(['header-ambiguous 表1!F6']);
  expect(faults(book([...CM_ROWS, [], ...MS_ROWS]))).toEqual(['header-ambiguous 表0!F5']);
});

test('a header that is repeated in another order is none of the rows above', () => {
  const turned = (row: readonly CellValue[]): CellValue[] => {
    const points = Array.from({ length: 12 }, (_, at) => row[5 + at] ?? '');
    return [...row.slice(0, 5), ...points.reverse()];
  };
  const [header = [], first = [], second = []] = CM_ROWS;
  const stacked = book(ROSTER, [header, first, turned(header), turned(second)], MS_ROWS);
  expect(scores(stacked)).toEqual(['张三 null', '赵六 29']);
  expect(faults(stacked)).toEqual(['header-ambiguous 表1!F3']);
});

test('a header that is repeated in other words is the same', () => {
  const [header = [], first = [], second = []] = CM_ROWS;
  const again = [
    '部(所)',
    '被测评人',
    '店名',
    '证号',
    '走访日期',
    ...header.slice(5, 7),
    'CM-S03',
    ...header.slice(8),
  ];
  const pages = book(ROSTER, [header, first, again, second], MS_ROWS);
  expect(scores(pages)).toEqual(['张三 18.5', '赵六 29']);
  expect(faults(pages)).toEqual([]);
});

test('figures of the persons below a table of visits are no visits', () => {
  const below = [...CM_ROWS, [], ['部(所)', '姓名', '抽查户数', '标准服务得分'], ['城东部', '张三', 2, 18.5]];
  expect(scores(book(ROSTER, below, MS_ROWS))).toEqual(['张三 18.5', '赵六 29']);
  expect(faults(book(ROSTER, below, MS_ROWS))).toEqual([]);
});

test('figures of two posts below each other: nobody of either post is scored', () => {
  const DL = [
    '部(所)',
    '姓名',
    '抽查户次',
    '准时户次',
    '安全不符项数',
    '违反安全规定',
    '安全事故',
    '线路优化',
    '破损率',
  ];
  const MS = ['部(所)', '姓名', '市场净化率', '抽查户数', '违规户数', '违价户数'];
  const figures = [
    MS,
    ['城东所', '赵六', 99, 20, 0, 0],
    [],
    DL,
    ['配送中心', '李七', 9, 9, 0, '否', '否', '', '0‰'],
  ];
  const { result, issues } = run(book([...ROSTER, DRIVER], CM_ROWS, MS_ROWS, figures));
  expect(issues.filter((each) => each.includes('表3'))).toEqual(['header-ambiguous 表3!A1']);
  expect(result.persons.map(({ name, status }) => `${name} ${status}`)).toEqual([
    '张三 scored',
    '赵六 unscored',
    '李七 unscored',
  ]);
});

test('a smaller table above the one with more headers', () => {
  const stacked = book(ROSTER, [...MS_ROWS, [], ...CM_ROWS]);
  expect(scores(stacked)).toEqual(['张三 null', '赵六 null']);
  expect(faults(stacked)).toEqual(['header-ambiguous 表1!A1']);
});

test('a second list of complaints with other columns leaves nobody scored', () => {
  const first = ['受理日期', '被投诉人', '岗位', '部(所)', '是否有理'];
  const second = ['部(所)', '岗位', '被投诉人', '受理日期', '是否有理'];
  const register = [first, ['2008-4-1', '张三', '客户经理', '城东部', '无理'], second];
  const { result, issues } = run(book(ROSTER, CM_ROWS, MS_ROWS, register));
  expect(issues).toContain('header-ambiguous 表3!A3');
  expect(result.persons.map(({ status }) => status)).toEqual(['unscored', 'unscored']);
});

test('a repeated header is still the same where a word that says nothing is another, or one is misspelt', () => {
  const [header = [], first = [], second = []] = CM_ROWS;
  const remarked = (row: readonly CellValue[], remark: CellValue): CellValue[] => [
    ...row,
    ...Array.from({ length: 17 - row.length }, () => ''),
    remark,
  ];
  const again = (row: readonly CellValue[], remark: string): Snapshot =>
    book(
      ROSTER,
      [remarked(header, '查看人意见'), remarked(first, ''), remarked(row, remark), remarked(second, '')],
      MS_ROWS,
    );
  const misspelt = header.map((text) => (text === '卷烟库存' ? '卷烟痒存' : text));
  const expected = scores(book(ROSTER, CM_ROWS, MS_ROWS));
  for (const repeated of [again(header, '复核意见'), again(misspelt, '')]) {
    expect(scores(repeated)).toEqual(expected);
    expect(faults(repeated)).toEqual([]);
  }
});

test('a header repeated on each printed page', () => {
  const name = '明细测评表-客户经理';
  const lines = sample('existing-summary')
    .sheets.find((each) => each.name === name)!
    .values.slice(2, 4);
  const paged = edited(sample('existing-summary'), name, (sheet) => ({
    ...sheet,
    values: [...sheet.values, ...lines],
  }));
  expect(difference(plain('existing-summary'), run(paged))).toEqual(NO_DIFFERENCE);
});

test('a header that is lost above costs no more than its column, though it stands on the next page', () => {
  const name = '明细测评表';
  const lost = edited(sample('city-combined-dirty'), name, (sheet) => ({
    ...sheet,
    values: sheet.values.map((row, at) =>
      at === 3 ? row.map((cell) => (String(cell).startsWith('订单本填写') ? '' : cell)) : row,
    ),
  }));
  const now = run(lost);
  expect(now.issues.filter((each) => each.startsWith('header-ambiguous'))).toEqual([]);
  expect(now.issues.filter((each) => each.startsWith('column-missing'))).toHaveLength(1);
  const scored = (role: string): number =>
    now.result.persons.filter((each) => each.role === role && each.status === 'scored').length;
  const before = plain('city-combined-dirty').result.persons;
  expect(scored('客户经理')).toBe(0);
  for (const role of ['专管员', '送货员'])
    expect(scored(role)).toBe(before.filter((each) => each.role === role && each.status === 'scored').length);
  expect(scored('专管员')).toBeGreaterThan(0);
});

describe('cards below each other', () => {
  const card = (
    name: string,
    number: number,
    ...rules: (readonly CellValue[])[]
  ): (readonly CellValue[])[] => [
    ['客户经理测评卡'],
    [
      `被测评人:${name} 岗位:客户经理 部(所):城东部 客户名称:店${number} 许可证号:6401000000${number} 检查日期:2008-4-1`,
    ],
    ['测评项目', '评分标准', '分值', '扣分'],
    ...rules,
  ];
  const roster = [...ROSTER, ['城东部', '李四', '客户经理']];
  const tags = ['CM-S03', '', 1, 1];
  const stock = ['CM-S04', '', 2, 2];
  const order = ['CM-S05', '', 1, ''];

  test('are not added up: the first is read, whom the others name stays unscored', () => {
    const stacked = book(
      roster,
      [...card('张三', 11, tags, order), [], ...card('李四', 12, stock, order)],
      MS_ROWS,
    );
    expect(faults(stacked)).toEqual(['header-ambiguous 表1!A8']);
    expect(scores(stacked)).toEqual(['张三 19', '赵六 29', '李四 null']);
    const own = book(
      [...ROSTER],
      [...card('张三', 11, tags, order), ...card('张三', 12, stock, order)],
      MS_ROWS,
    );
    expect(faults(own)).toEqual(['header-ambiguous 表1!A7']);
    expect(scores(own)).toEqual(['张三 null', '赵六 29']);
  });

  test('a blank form below a card is none', () => {
    const blank = ['被测评人:  岗位:  部(所):  客户名称:  许可证号:  检查日期:'];
    const rows = [
      ...card('张三', 11, tags, order),
      ['客户经理测评卡'],
      blank,
      ...card('', 12, ['CM-S03']).slice(2),
    ];
    expect(faults(book(ROSTER, rows, MS_ROWS))).toEqual([]);
    expect(scores(book(ROSTER, rows, MS_ROWS))).toEqual(['张三 19', '赵六 29']);
  });

  test('a further page of one card is read on; a second card without labels is not', () => {
    const header = ['测评项目', '评分标准', '分值', '扣分'];
    const pages = book(ROSTER, [...card('张三', 11, tags), header, stock, order], MS_ROWS);
    expect(faults(pages)).toEqual([]);
    expect(scores(pages)).toEqual(['张三 17', '赵六 29']);
    const unlabelled = book(
      ROSTER,
      [...card('张三', 11, tags, order), header, stock, ['CM-S03', '', 1, ''], order],
      MS_ROWS,
    );
    expect(faults(unlabelled)).toEqual(['header-ambiguous 表1!A8']);
    expect(scores(unlabelled)).toEqual(['张三 null', '赵六 29']);
  });
});
