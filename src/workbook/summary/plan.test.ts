import { readWorkbook } from '../../hosts/file/read/readWorkbook';
import { yinchuan2008 } from '../../schemes';
import {
  departmentScore,
  expectedBook,
  expectedOf,
  personScore,
  sampleBytes,
} from '../../../tests/fixtures/scoreBooks';
import { applied, rowOf, sheetOf, snapshotOf } from '../../../tests/fixtures/snapshots';
import { cellKey } from '../snapshot';
import type { SheetSnapshot } from '../snapshot';
import type { FillPlan } from './fillPlan';
import { planSummary } from './plan';
import { findSummary } from './recognise';

const scheme = yinchuan2008();
const HEADER = [
  '序号',
  '部(所)',
  '姓名',
  '岗位',
  '抽查户数',
  '标准服务',
  '提升服务',
  '客户投诉',
  '客户满意度',
  '总得分',
  '折算百分制',
  '名次',
  '是否达标',
  '考核扣分',
  '备注',
];

function person(name: string, department = '甲所', more = {}) {
  return personScore(scheme, { name, department, role: '客户经理', ...more });
}

/** Each planned cell says whose row it stands in once all is written, and what the column holds; nobody's in any other row. */
function expectOwned({ cells }: FillPlan, sheet: SheetSnapshot): void {
  const { persons, departments } = findSummary(sheet, scheme)!;
  const expected = new Map<string, unknown>();
  for (const [table, isBlock] of [
    [persons, false],
    [departments, true],
  ] as const) {
    for (const { row, department, name, post } of table?.runs.flatMap((run) => run.rows) ?? []) {
      const id = scheme.posts.find((each) => each.name === post)?.id;
      const owner = isBlock ? { department, name: null, post: null } : { department, name, post: id };
      for (const [field, column] of table!.columns) expected.set(`${row} ${column}`, { owner, field });
    }
  }
  for (const { cell, owner, field } of cells) {
    expect({ owner, field }).toEqual(
      expected.get(`${cell.row} ${cell.column}`) ?? { owner: null, field: null },
    );
  }
}

describe('the sample with a summary that somebody prepared', () => {
  const book = expectedBook(scheme, 'existing-summary');
  const snapshot = readWorkbook(sampleBytes('existing-summary'), 'existing-summary.xlsx');
  const plan = planSummary(snapshot, scheme, book, { period: '2008H1' });
  const after = applied(snapshot, plan.changes);
  const sheet = after.sheets.find(({ name }) => name === '客户服务质量测评汇总表')!;

  it('adds the two missing persons above the total row, which reaches over them', () => {
    expect(plan.made).toEqual([]);
    expect(plan.insertedRows).toBe(2);
    expect(rowOf(sheet, 22).slice(0, 4)).toEqual([20, '城东营销部', '褚洋', '专管员']);
    expect(rowOf(sheet, 23).slice(0, 4)).toEqual([21, '城西营销部', '何子轩', '专管员']);
    expect(rowOf(sheet, 24)[0]).toBe('合计');
    expect(sheet.formulas.get(cellKey(24, 4))).toBe('=SUM(E4:E24)');
    expect(sheet.formulas.get(cellKey(24, 13))).toBe('=SUM(N4:N24)');
  });

  it('keeps every other cell beside its person', () => {
    const before = snapshot.sheets.find(({ name }) => name === sheet.name)!;
    for (let row = 0; row < 22; row += 1) {
      expect(rowOf(sheet, row)[15]).toBe(rowOf(before, row)[15]);
      expect(rowOf(sheet, row).slice(0, 4)).toEqual(rowOf(before, row).slice(0, 4));
    }
    expect(rowOf(sheet, 21)[15]).toBe('留言21:请核对');
  });

  it('writes the figures of everybody', () => {
    const layout = findSummary(sheet, scheme)!;
    const rows = layout.persons.runs.flatMap((run) => run.rows);
    expect(rows).toHaveLength(21);
    for (const { row, name, department, post } of rows) {
      const expected = expectedOf('existing-summary').persons.find(
        (each) => each.name === name && each.department === department && each.role === post,
      )!;
      const { sections } = expected;
      expect(rowOf(sheet, row).slice(4, 14)).toEqual([
        expected.households,
        sections.standard,
        sections.enhanced,
        sections.complaints,
        sections.satisfaction,
        expected.rawTotal,
        expected.score,
        expected.rank,
        expected.qualified ? '达标' : '未达标',
        expected.deduction,
      ]);
    }
    expect(rowOf(sheet, 27)).toEqual(['城东营销部', 7, 91.16, 2, '达标', 0]);
    expect(rowOf(sheet, 29)).toEqual(['河湾营销部', 7, 89.18, 3, '达标', 0]);
  });

  it('changes nothing the second time', () => {
    const again = planSummary(after, scheme, book, { period: '2008H1' });
    expect(again.changes).toEqual([]);
    expect(again.cells).toEqual([]);
  });

  it('says of each cell whose it is and what it holds, in new rows and in those that moved too', () => {
    expectOwned(plan, sheet);
    expect(new Set(plan.cells.map((each) => each.owner?.name))).toContain('褚洋');
  });
});

describe('a workbook without a summary', () => {
  const book = expectedBook(scheme, 'worked-examples');
  const before = snapshotOf(sheetOf('客户服务质量测评汇总表', [['随便写的']]));
  const plan = planSummary(before, scheme, book, { period: '2008H1' });
  const after = applied(before, plan.changes);

  it('makes one under a free name, which is then recognised and up to date', () => {
    expect(plan.summarySheet).toBe('客户服务质量测评汇总表(2)');
    const sheet = after.sheets[1]!;
    expect(rowOf(sheet, 0)).toEqual(['2008年上半年客户服务质量测评汇总表']);
    expect(rowOf(sheet, 2)).toEqual(HEADER);
    const layout = findSummary(sheet, scheme)!;
    expect(layout.persons.runs[0]!.rows).toHaveLength(book.persons.length);
    expect(layout.departments!.runs[0]!.rows).toHaveLength(book.departments.length);
    expect(planSummary(after, scheme, book).changes).toEqual([]);
  });

  it('says of each cell whose it is and what it holds', () => {
    expectOwned(plan, after.sheets[1]!);
    expect(new Set(plan.cells.flatMap(({ owner }) => owner ?? []))).toHaveProperty(
      'size',
      book.persons.length + book.departments.length,
    );
  });
});

describe('special summaries', () => {
  it('says how many are not scored, once, and takes it back when all are', () => {
    const rows = [HEADER, [1, '甲所', '张三', '客户经理'], ['合计']];
    const before = snapshotOf(sheetOf('汇总', rows));
    const open = { persons: [person('张三', '甲所', { status: 'unscored' })], departments: [] };
    const first = applied(before, planSummary(before, scheme, open).changes);
    expect(rowOf(first.sheets[0]!, 1)).toEqual([
      1,
      '甲所',
      '张三',
      '客户经理',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      '未计分',
    ]);
    expect(rowOf(first.sheets[0]!, 3)).toEqual(['注:本表有1人未计分,以上数字不是最终结果。']);
    expect(planSummary(first, scheme, open).changes).toEqual([]);
    const closed = { persons: [person('张三')], departments: [] };
    const second = applied(first, planSummary(first, scheme, closed).changes);
    expect(rowOf(second.sheets[0]!, 3)).toEqual([]);
    expect(rowOf(second.sheets[0]!, 1)[12]).toBe('达标');
  });

  it('inserts a row for the line where the next row is taken', () => {
    const rows = [HEADER, [1, '甲所', '张三', '客户经理'], [], ['制表:'], ['部(所)', '人数', '平均得分']];
    const before = snapshotOf(sheetOf('汇总', rows));
    const open = { persons: [person('张三', '甲所', { status: 'unscored' })], departments: [] };
    const plan = planSummary(before, scheme, open);
    expect(plan.changes[0]).toEqual({ kind: 'insertRows', sheet: '汇总', row: 2, count: 1, formatOf: 2 });
    const after = applied(before, plan.changes);
    expect(rowOf(after.sheets[0]!, 2)).toEqual(['注:本表有1人未计分,以上数字不是最终结果。']);
    expect(rowOf(after.sheets[0]!, 4)).toEqual(['制表:']);
  });

  it('uses prepared rows before it inserts any', () => {
    const rows = [HEADER, [1, '甲所', '张三', '客户经理'], [2], [], ['合计', '', '', '', '=SUM(E2:E4)']];
    const before = snapshotOf(sheetOf('汇总', rows));
    const book = {
      persons: [person('张三'), person('李四'), person('王五'), person('赵六')],
      departments: [],
    };
    const plan = planSummary(before, scheme, book);
    const sheet = applied(before, plan.changes).sheets[0]!;
    expect([2, 3, 4].map((row) => rowOf(sheet, row).slice(0, 3))).toEqual([
      [2, '甲所', '李四'],
      [3, '甲所', '王五'],
      [4, '甲所', '赵六'],
    ]);
    expect(plan.insertedRows).toBe(1);
    expect(sheet.formulas.get(cellKey(5, 4))).toBe('=SUM(E2:E5)');
  });

  it('leaves formulas and names them, unless told otherwise', () => {
    const rows = [HEADER, [1, '甲所', '张三', '客户经理', '', '', '', '', '', '=SUM(F2:I2)']];
    const before = snapshotOf(sheetOf('汇总', rows));
    const book = { persons: [person('张三')], departments: [] };
    const kept = planSummary(before, scheme, book);
    expect(kept.formulas).toEqual([{ cell: { sheet: '汇总', row: 1, column: 9 }, formula: '=SUM(F2:I2)' }]);
    expect(kept.cells.some(({ cell }) => cell.column === 9)).toBe(false);
    const replaced = planSummary(before, scheme, book, { overwriteFormulas: true });
    expect(replaced.formulas).toEqual([]);
    expect(replaced.cells.find(({ cell }) => cell.column === 9)?.after).toBe(100);
  });

  it('fills down merged departments, and reads a header of two rows with points', () => {
    const rows = [
      ['汇总表'],
      ['序 号', '部门', '姓名', '岗位', '得分', '', '总分', '折算\n百分制'],
      ['', '', '', '', '标准服务(20分)', '提升服务(50分)', '', ''],
      [1, '甲所', '张 三(兼)', '市场经理助理'],
      [2, '', '李四', '客户经理'],
      [3, '', '李四', '客户经理'],
    ];
    const merges = [
      ...[0, 1, 2, 3, 6, 7].map((column) => ({ top: 1, bottom: 2, left: column, right: column })),
      { top: 1, bottom: 1, left: 4, right: 5 },
      { top: 3, bottom: 4, left: 1, right: 1 },
    ];
    const layout = findSummary(sheetOf('汇总', rows, merges), scheme)!;
    expect(layout.persons.headerRows).toEqual([1, 2]);
    expect(layout.persons.columns.get('section:enhanced')).toBe(5);
    expect(layout.persons.columns.get('sumScore')).toBe(7);
    expect(layout.persons.runs[0]!.rows.map(({ department }) => department)).toEqual(['甲所', '甲所', '']);
    const book = { persons: [person('张三'), person('李四'), person('李四', '乙所')], departments: [] };
    const before = snapshotOf(sheetOf('汇总', rows, merges));
    const sheet = applied(before, planSummary(before, scheme, book).changes).sheets[0]!;
    expect(rowOf(sheet, 3)[6]).toBe(100);
    expect(rowOf(sheet, 5).slice(0, 7)).toEqual([3, '', '李四', '客户经理']);
    expect(rowOf(sheet, 6).slice(0, 4)).toEqual([4, '乙所', '李四', '客户经理']);
  });

  it('adds to the run of the department where sub-totals stand between', () => {
    const rows = [
      HEADER,
      [1, '甲所', '张三', '客户经理'],
      ['甲所小计', '', '', '', '=SUM(E2:E2)'],
      [2, '乙所', '李四', '客户经理'],
      ['乙所小计', '', '', '', '=SUM(E4:E4)'],
      ['合计', '', '', '', '=E3+E5'],
    ];
    const before = snapshotOf(sheetOf('汇总', rows));
    const book = {
      persons: [person('张三'), person('王五'), person('李四', '乙所'), person('钱七', '丙所')],
      departments: [],
    };
    const sheet = applied(before, planSummary(before, scheme, book).changes).sheets[0]!;
    expect(rowOf(sheet, 2).slice(0, 3)).toEqual([3, '甲所', '王五']);
    expect(sheet.formulas.get(cellKey(3, 4))).toBe('=SUM(E2:E3)');
    expect(rowOf(sheet, 5).slice(0, 3)).toEqual([4, '丙所', '钱七']);
    expect(sheet.formulas.get(cellKey(6, 4))).toBe('=SUM(E5:E6)');
  });

  it('fills two summaries where everybody stands; who is new goes to the one of their department', () => {
    const before = snapshotOf(
      sheetOf('甲', [HEADER, [1, '甲所', '张三', '客户经理'], [], ['部(所)', '人数', '平均得分'], ['甲所']]),
      sheetOf('乙', [HEADER, [1, '乙所', '李四', '客户经理']]),
    );
    const book = {
      persons: [person('张三'), person('李四', '乙所'), person('王五', '乙所')],
      departments: [departmentScore('甲所', 90), departmentScore('乙所', null)],
    };
    const after = applied(before, planSummary(before, scheme, book).changes);
    expect(rowOf(after.sheets[0]!, 4)).toEqual(['甲所', 2, 90]);
    expect(rowOf(after.sheets[0]!, 5)).toEqual([]);
    expect(rowOf(after.sheets[1]!, 1)[9]).toBe(100);
    expect(rowOf(after.sheets[1]!, 2).slice(0, 3)).toEqual([2, '乙所', '王五']);
    expect(planSummary(after, scheme, book).changes).toEqual([]);
  });
});
