import type { Area, CellValue } from '../../src/model';
import { yinchuan2008 } from '../../src/schemes';
import type { Snapshot } from '../../src/workbook/snapshot';
import { difference, type Difference, plain, run } from '../fixtures/outcomes';
import { type Edit, merged, set, sheetOfRows } from '../fixtures/sheetEdits';
import { edited, sample } from '../fixtures/workbooks';

const scheme = yinchuan2008();
const rules = scheme.indicators.filter((each) => each.kind === 'perFinding');
const POSTS = scheme.posts.map(({ id, name }) => ({
  name,
  titles: rules.filter(({ posts }) => posts.includes(id)).map(({ title }) => title),
}));
const PERSONS = ['甲一', '乙二', '丙三'];

/** One household that feeds three persons; a total under each post's parent, and more columns at the end. */
interface Totals {
  readonly under?: readonly [string, (post: number) => CellValue];
  readonly behind?: readonly (readonly [string, CellValue])[];
  readonly deductions?: Readonly<Record<string, number>>;
}

function book({ under, behind = [], deductions = {} }: Totals): Snapshot {
  const fields = ['部(所)', ...POSTS.map(({ name }) => name), '客户名称', '许可证号', '检查日期'];
  const top: CellValue[] = [...fields];
  const leaves: CellValue[] = fields.map(() => '');
  const row: CellValue[] = ['一所', ...PERSONS, '小店', '640100000001', '2008-03-03'];
  const areas: Area[] = fields.map((_, column) => ({ top: 1, bottom: 2, left: column, right: column }));
  POSTS.forEach(({ name, titles }, post) => {
    const own = [...titles, ...(under ? [under[0]] : [])];
    areas.push({ top: 1, bottom: 1, left: top.length, right: top.length + own.length - 1 });
    own.forEach((title, at) => {
      top.push(at === 0 ? name : '');
      leaves.push(title);
      row.push(at < titles.length ? (deductions[`${name} ${title}`] ?? '') : under![1](post));
    });
  });
  for (const [header, value] of behind) {
    areas.push({ top: 1, bottom: 2, left: top.length, right: top.length });
    top.push(header);
    leaves.push('');
    row.push(value);
  }
  const roster = POSTS.map(({ name }, at) => ['一所', PERSONS[at]!, name, '', '']);
  return {
    name: 'x.xlsx',
    memory: null,
    date1904: false,
    sheets: [
      sheetOfRows('人员名册', [['部(所)', '姓名', '岗位', '片区', '片区零售客户数'], ...roster]),
      merged(...areas)(sheetOfRows('明细', [['测评明细'], top, leaves, row])),
    ],
  };
}

const differs = (totals: Totals): readonly string[] =>
  run(book(totals)).issues.filter((issue) => !issue.startsWith('missing-section'));
const lost = { '客户经理 价签维护': 1, '专管员 政策知晓率80%': 2, '送货员 订货单签字确认': 2 };

test('a blank cell below a merged parent is no column of persons', () => {
  const open = edited(book({ deductions: lost }), '明细', set({ J3: '' }));
  expect(run(open).issues.filter((issue) => !issue.startsWith('missing-section'))).toEqual([
    'column-missing 明细!A3',
  ]);
});

describe('totals that a combined matrix keeps', () => {
  test('all posts together', () => {
    expect(differs({ deductions: lost, behind: [['扣分合计', 5]] })).toEqual([]);
    expect(differs({ deductions: lost, behind: [['合计', -5]] })).toEqual([]);
    expect(differs({ deductions: lost, behind: [['扣分合计', 4]] })).toEqual(['row-total-differs 明细!AD4']);
    expect(differs({ deductions: lost, behind: [['扣分合计', '']] })).toEqual([]);
    expect(differs({ deductions: lost, behind: [['扣分合计', '见备注']] })).toEqual([]);
  });
  test('each post under its parent', () => {
    const right = [1, 2, 2];
    expect(differs({ deductions: lost, under: ['扣分小计', (post) => right[post]!] })).toEqual([]);
    expect(
      differs({ deductions: lost, under: ['小计', (post) => right[post]! + (post === 1 ? 1 : 0)] }),
    ).toEqual(['row-total-differs 明细!Y4']);
    expect(differs({ deductions: lost, under: ['得分', (post) => [19, 28, 18][post]!] })).toEqual([]);
    expect(differs({ deductions: lost, under: ['得分', (post) => [19, 28, 17][post]!] })).toEqual([
      'row-total-differs 明细!AF4',
    ]);
  });
  test('both, and points of all posts in any way they are kept', () => {
    const under = ['小计', (post: number) => [1, 2, 2][post]!] as const;
    expect(differs({ deductions: lost, under, behind: [['扣分合计', 5]] })).toEqual([]);
    for (const score of [65, 95])
      expect(differs({ deductions: lost, behind: [['得分', score]] })).toEqual([]);
    expect(differs({ deductions: lost, behind: [['得分', 64]] })).toEqual(['row-total-differs 明细!AD4']);
  });
  test('two for the same tell nothing; a row with a fault is left to its fault', () => {
    const behind = [
      ['扣分合计', 4],
      ['合计扣分', 5],
    ] as const;
    expect(differs({ deductions: lost, behind })).toEqual([]);
    const wrong = { ...lost, '专管员 政策知晓率80%': 3 };
    expect(differs({ deductions: wrong, behind: [['扣分合计', 4]] })).toEqual(['not-a-multiple 明细!V4']);
  });
});

describe('one person a row, whose post stands beside the name', () => {
  const titles = POSTS.flatMap(({ titles: own }) => own);
  const parents = POSTS.flatMap(({ name, titles: own }) => own.map((_, at) => (at === 0 ? name : '')));
  const fields = ['部(所)', '姓名', '岗位', '客户名称', '许可证号', '检查日期'];
  const areas: Area[] = fields.map((_, column) => ({ top: 1, bottom: 2, left: column, right: column }));
  let left = fields.length;
  for (const { titles: own } of POSTS) {
    areas.push({ top: 1, bottom: 1, left, right: left + own.length - 1 });
    left += own.length;
  }
  const roster = POSTS.map(({ name }, at) => ['一所', PERSONS[at]!, name, '', '']);
  const rows = (change: Readonly<Record<string, CellValue>> = {}): Snapshot => ({
    name: 'x.xlsx',
    memory: null,
    date1904: false,
    sheets: [
      sheetOfRows('人员名册', [['部(所)', '姓名', '岗位', '片区', '片区零售客户数'], ...roster]),
      set(change)(
        merged(...areas)(
          sheetOfRows('明细', [
            ['测评明细'],
            [...fields, ...parents],
            [...fields.map(() => ''), ...titles],
            ...POSTS.map(({ name, titles: own }, at) => [
              '一所',
              PERSONS[at]!,
              name,
              '小店',
              '640100000001',
              '2008-03-03',
              ...titles.map((title, column) =>
                title === own[1] &&
                parents
                  .slice(0, column + 1)
                  .filter(Boolean)
                  .at(-1) === name
                  ? 1
                  : '',
              ),
            ]),
          ]),
        ),
      ),
    ],
  });
  const found = (book: Snapshot) => {
    const { issues, result } = run(book);
    return {
      issues: issues.filter((issue) => !issue.startsWith('missing-section')),
      standard: result.persons.map(({ status, sections }) =>
        status === 'scored' ? sections.standard : null,
      ),
    };
  };
  test('feeds that post alone', () => {
    expect(found(rows())).toEqual({ issues: [], standard: [19, 29, 19] });
  });
  test('points under another post, a post that is none, and none', () => {
    expect(found(rows({ G5: 1 }))).toEqual({
      issues: ['role-mismatch 明细!C5'],
      standard: [19, null, 19],
    });
    for (const text of ['专管圆', ''])
      expect(found(rows({ C5: text }))).toEqual({
        issues: ['role-mismatch 明细!C5'],
        standard: [19, null, 19],
      });
    expect(found(rows({ C5: '客户经理' }))).toMatchObject({ issues: ['role-mismatch 明细!C5'] });
  });
});

describe('faults in a combined matrix', () => {
  const COMBINED = '明细测评表';
  const DIRTY = 'city-combined-dirty';
  const after = (...edits: readonly Edit[]): Difference =>
    difference(plain(DIRTY), run(edited(sample(DIRTY), COMBINED, ...edits)));
  const BEI = '北塔营销部';
  test('one fault of a row that feeds three persons', () => {
    expect(after(set({ G5: '6.40102E+11' }))).toMatchObject({
      added: [`licence-precision ${COMBINED}!G5`],
      unscored: [`${BEI} 李建国 客户经理`, `${BEI} 严霞 专管员`, `${BEI} 吕晓燕 送货员`],
    });
    expect(after(set({ G6: '640180066468' })).added).toEqual([`duplicate-visit ${COMBINED}!G6`]);
    expect(after(set({ H5: '某日' })).added).toEqual([`date-invalid ${COMBINED}!H5`]);
    expect(after(set({ B5: '不存在的部门' })).added.filter((issue) => !issue.startsWith('sample'))).toEqual([
      `department-mismatch ${COMBINED}!B5`,
    ]);
  });
  test('persons', () => {
    expect(after(set({ D6: '' })).added.filter((issue) => !issue.startsWith('sample'))).toEqual([]);
    expect(after(set({ D6: '', V6: 1 })).added.filter((issue) => !issue.startsWith('sample'))).toEqual([
      `blank-person ${COMBINED}!D6`,
    ]);
    expect(after(set({ D6: '韩子萱' })).added.filter((issue) => !issue.startsWith('sample'))).toEqual([
      `unknown-person ${COMBINED}!D6`,
    ]);
    expect(after(set({ J5: 'x' }))).toMatchObject({
      added: [`not-a-number ${COMBINED}!J5`],
      unscored: [`${BEI} 李建国 客户经理`],
    });
  });
});
