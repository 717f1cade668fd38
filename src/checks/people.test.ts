import { dateOf, emptyDesk, linesOf, placesOf, rowOf, sheetOf } from '../../tests/fixtures/checkRows';
import type { RegisterRow, RosterRow } from '../model';
import type { Desk } from './desk';
import { NOBODY } from './identity';
import { checkRegister, checkSamples, checkSections, checkTwoRoles } from './people';
import { type Directory, directoryOfRoster } from './persons';

const REGISTER = sheetOf('投诉', ['receivedDate', 'name', 'complaint', 'verdict']);
const ROSTER = sheetOf('名册', ['department', 'name', 'post']);

type Complaint = Partial<Omit<RegisterRow, 'date'>> & { readonly date?: string };

/** Complaints about 王芳 (assessee 1), rows from 4 on. */
function registered(
  complaints: readonly Complaint[],
  period: string | null = '2008H1',
  owners: readonly number[] = complaints.map(() => 1),
) {
  const desk = emptyDesk();
  const rows = complaints.map(({ date = '2008-03-01', ...more }, index): RegisterRow =>
    rowOf(REGISTER, 4 + index, '城东 王芳 专管员', {
      section: 'complaints',
      state: 'founded',
      stateText: '有理',
      household: '某店',
      date: dateOf(date),
      summary: `第${index + 1}起`,
      ...more,
    }),
  );
  const words = { pending: 'pending', known: '有理、无理、待核实' };
  return { desk, entries: checkRegister(rows, Int32Array.from(owners), period, words, desk) };
}

describe('complaints', () => {
  test('those of the half-year count, with their cell, day and summary', () => {
    const { desk, entries } = registered([{}, { state: 'unfounded', date: '05-06' }]);
    expect(linesOf(desk)).toEqual([]);
    expect([...entries]).toEqual([
      [
        1,
        [
          { cell: { sheet: '投诉', row: 3, column: 3 }, state: 'founded', date: 39508, summary: '第1起' },
          { cell: { sheet: '投诉', row: 4, column: 3 }, state: 'unfounded', date: 39574, summary: '第2起' },
        ],
      ],
    ]);
  });

  test('those outside it do not count', () => {
    const { desk, entries } = registered([{ date: '2008-07-01' }, { date: '09-01' }]);
    expect(linesOf(desk)).toEqual([
      'date-outside-period 投诉!A4 第七条 | 2008年下半年 → 2008年上半年 | 王芳 | 这起投诉不在2008年上半年受理,不计入本期。请核对日期或测评期间。',
      'date-outside-period 投诉!A5 第七条 | 2008年下半年 → 2008年上半年 | 王芳 | 这起投诉不在2008年上半年受理,不计入本期。请核对日期或测评期间。',
    ]);
    expect([...entries]).toEqual([]);
  });

  test('where no half-year is known all count', () => {
    const { desk, entries } = registered([{ date: '2008-07-01' }], null);
    expect(linesOf(desk)).toEqual([]);
    expect(entries.get(1)).toHaveLength(1);
  });

  test('one without a date counts; one without a year has no day while no half-year is known', () => {
    const line = '第七条 | - → 受理日期 | 王芳 | 这起投诉没有受理日期,仍然计入。请补上日期。';
    const { desk, entries } = registered([{ date: '' }]);
    expect(linesOf(desk)).toEqual([`date-missing 投诉!A4 ${line}`]);
    expect(entries.get(1)).toEqual([expect.objectContaining({ date: null })]);
    expect(placesOf(registered([{ date: '05-06' }], null).desk)).toEqual(['date-missing 投诉!A4']);
  });

  test('one whose date cannot be read does not count, and leaves the section unknown', () => {
    const desk = emptyDesk();
    const row: RegisterRow = rowOf(REGISTER, 4, '城东 王芳 专管员', {
      section: 'complaints',
      state: 'founded',
      stateText: '有理',
      household: '某店',
      date: { serial: null, yearless: null, invalid: true },
      summary: '',
      faulty: true,
    });
    const owners = Int32Array.of(1, NOBODY);
    const entries = checkRegister([row, row], owners, '2008H1', { pending: 'pending', known: '' }, desk);
    expect(linesOf(desk)).toEqual([]);
    expect([...entries]).toEqual([]);
    expect([...desk.blockedSections(1)]).toEqual(['complaints']);
  });

  test('one without a verdict leaves the section unknown', () => {
    const { desk, entries } = registered([
      { state: null, stateText: '' },
      { state: null, stateText: '也许' },
    ]);
    const line = '看不出投诉是否成立。请写有理、无理、待核实。';
    expect(linesOf(desk)).toEqual([
      `complaint-verdict-missing 投诉!D4 第七条 | - → 有理、无理、待核实 | 王芳 | 这里是空的,${line}`,
      `complaint-verdict-missing 投诉!D5 第七条 | 也许 → 有理、无理、待核实 | 王芳 | 这里写的是“也许”,${line}`,
    ]);
    expect([...entries]).toEqual([]);
    expect([...desk.blockedSections(1)]).toEqual(['complaints']);
  });

  test('a pending one is listed and left out for now', () => {
    const { desk, entries } = registered([{ state: 'pending', stateText: '调查中' }]);
    expect(linesOf(desk)).toEqual([
      'complaint-pending 投诉!D4 第七条 | 调查中 → - | 王芳 | 这起投诉还没有结论,暂不扣分。有结论后请改正并重新计算。',
    ]);
    expect(entries.get(1)).toEqual([expect.objectContaining({ state: 'pending' })]);
    expect([...desk.blockedSections(1)]).toEqual([]);
  });

  test('one of nobody is looked at and counts for nobody', () => {
    const { desk, entries } = registered([{}, { state: null }, { faulty: true }], '2008H1', [
      NOBODY,
      NOBODY,
      NOBODY,
    ]);
    expect(placesOf(desk)).toEqual(['complaint-verdict-missing 投诉!D5']);
    expect([...entries]).toEqual([]);
    expect([0, 1, 2].flatMap((id) => [...desk.blockedSections(id)])).toEqual([]);
  });

  test('each person has their own', () => {
    const { entries } = registered([{}, {}, {}], '2008H1', [0, 1, 0]);
    expect([...entries].map(([id, list]) => [id, list.map(({ summary }) => summary)])).toEqual([
      [0, ['第1起', '第3起']],
      [1, ['第2起']],
    ]);
  });
});

/** 李明 (203 customers, 11 households are needed), 王芳 (no number), 李明 as 送货员 (20 customers). */
const PERSONS: readonly [string, number | null][] = [
  ['城东 李明 客户经理', 203],
  ['城东 王芳 专管员', null],
  ['城东 李明 送货员', 20],
];
const directory = (): Directory =>
  directoryOfRoster(
    PERSONS.map(([who, customers], index): RosterRow =>
      rowOf(ROSTER, 4 + index, who, { customers, isHead: false }),
    ),
  );

describe('samples', () => {
  const UNCLAIMED = sheetOf('明细', ['department', 'name', 'post']);

  /** With so many households each, and visits that belong to nobody. */
  function sampled(
    households: readonly number[],
    unclaimed: readonly string[] = [],
    { disputed = [], prepare = emptyDesk() }: { disputed?: readonly number[]; prepare?: Desk } = {},
  ): Desk {
    const rows = unclaimed.map((who, index) => rowOf(UNCLAIMED, 9 + index, who, {}));
    checkSamples(directory().entries, (id) => households[id]!, 'standard', new Set(disputed), rows, prepare);
    return prepare;
  }

  test('enough households, or a person whose area has no number', () => {
    const desk = sampled([11, 1, 1]);
    expect(linesOf(desk)).toEqual([]);
    expect([0, 1, 2].flatMap((id) => [...desk.blockedSections(id)])).toEqual([]);
  });

  test('too few for the area', () => {
    const desk = sampled([10, 1, 1]);
    expect(linesOf(desk)).toEqual([
      'sample-too-small 名册!B4 第九条 | 10 户 → 至少 11 户 | 李明 | 李明(客户经理)的片区有 203 户,应抽查至少 11 户,现在只有 10 户。请补上走访,或核对名册里的户数。',
    ]);
    expect([...desk.blockedSections(0)]).toEqual([]);
  });

  test('nobody is scored without a household', () => {
    const desk = sampled([0, 0, 1]);
    expect(linesOf(desk)).toEqual([
      'no-sample 名册!B4 第九条 | 0 户 → 至少 1 户 | 李明 | 城东的李明(客户经理)没有一户走访记录,不能计分。请补上走访记录,或从名册中移去。',
      'no-sample 名册!B5 第九条 | 0 户 → 至少 1 户 | 王芳 | 城东的王芳(专管员)没有一户走访记录,不能计分。请补上走访记录,或从名册中移去。',
    ]);
    expect([0, 1, 2].map((id) => [...desk.blockedSections(id)])).toEqual([['standard'], ['standard'], []]);
  });

  test('where another fault hides the visits, that is the fault', () => {
    expect(linesOf(sampled([0, 1, 1], [], { disputed: [0] }))).toEqual([]);
    expect([...sampled([0, 1, 1], [], { disputed: [0] }).blockedSections(0)]).toEqual([]);
    const desk = emptyDesk();
    desk.unresolve(0);
    expect(linesOf(sampled([10, 1, 1], [], { prepare: desk }))).toEqual([]);
  });

  test('visits of nobody may be the ones that lack', () => {
    const lacking = (...unclaimed: readonly string[]): number => sampled([9, 1, 1], unclaimed).issues.length;
    expect(lacking('城东 - 客户经理', '城东 - 客户经理')).toBe(0);
    expect(lacking('- 李 客户经理', '城东 李 会计')).toBe(0);
    expect(lacking('城东 - 客户经理')).toBe(1);
    expect(lacking('城东 - 客户经理', '城西 - 客户经理')).toBe(1);
    expect(lacking('城东 - 客户经理', '城东 - 送货员')).toBe(1);
  });
});

describe('sections without any data', () => {
  const missingOf = (data: readonly string[], prepare = emptyDesk()) => ({
    desk: prepare,
    missing: checkSections(directory().entries, (id, section) => data.includes(`${id} ${section}`), prepare),
  });
  const ALL = [0, 1, 2].flatMap((id) => [`${id} enhanced`, `${id} satisfaction`]);

  test('data for everything', () => {
    const { desk, missing } = missingOf(ALL);
    expect(linesOf(desk)).toEqual([]);
    expect(missing.size).toBe(0);
  });

  test('are left out of the total and said so; complaints are complete without an entry', () => {
    const { desk, missing } = missingOf(ALL.filter((each) => each !== '1 enhanced' && !each.startsWith('2')));
    expect(linesOf(desk)).toEqual([
      'missing-section 名册!B5 第六条 | - → 提升服务 | 王芳 | 城东的王芳(专管员)没有任何“提升服务”的数据,按缺项处理。请核对是否漏填。',
      'missing-section 名册!B6 第六条 | - → 提升服务 | 李明 | 城东的李明(送货员)没有任何“提升服务”的数据,按缺项处理。请核对是否漏填。',
      'missing-section 名册!B6 第八条 | - → 客户满意度 | 李明 | 城东的李明(送货员)没有任何“客户满意度”的数据,按缺项处理。请核对是否漏填。',
    ]);
    expect([...missing].map(([id, sections]) => [id, ...sections])).toEqual([
      [1, 'enhanced'],
      [2, 'enhanced', 'satisfaction'],
    ]);
  });

  test('where a fault leaves the section unknown it is not missing; of an unresolved person nothing is said', () => {
    const desk = emptyDesk();
    desk.block(1, 'enhanced');
    desk.unresolve(2);
    const { missing } = missingOf(
      ALL.filter((each) => each !== '1 enhanced' && each !== '2 enhanced'),
      desk,
    );
    expect(linesOf(desk)).toEqual([]);
    expect([...missing].map(([id, sections]) => [id, ...sections])).toEqual([[2, 'enhanced']]);
  });
});

test('one person in two posts is said once, at the first', () => {
  const desk = emptyDesk();
  checkTwoRoles(directory().inSeveralPosts(), directory(), desk);
  expect(linesOf(desk)).toEqual([
    'two-roles 名册!B4 - | 客户经理、送货员 → - | 李明 | 城东的李明兼任客户经理、送货员,各岗位分别计分,部门平均只算一人。',
  ]);
});
