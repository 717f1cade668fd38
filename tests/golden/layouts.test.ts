import type { EvaluateOptions } from '../../src/app/evaluation';
import type { CellValue } from '../../src/model';
import { yinchuan2008 } from '../../src/schemes';
import type { SheetSnapshot, Snapshot } from '../../src/workbook/snapshot';
import {
  addColumn,
  difference,
  type Difference,
  type Edit,
  edited,
  errorAt,
  mapTexts,
  merged,
  NO_DIFFERENCE,
  plain,
  run,
  sample,
  set,
  sheetOfRows,
  without,
  withSheets,
} from '../fixtures/workbooks';

const LIST = '问题记录';
const VISITS = '走访登记';
const BOOK = 'existing-summary';
const POST_SHEETS = ['明细测评表-客户经理', '明细测评表-专管员', '明细测评表-送货员'] as const;
const POST_NAMES = ['客户经理', '专管员', '送货员'] as const;

interface VisitOf {
  readonly department: string;
  readonly name: string;
  readonly post: string;
  readonly household: string;
  readonly licence: string;
  readonly date: CellValue;
  readonly findings: readonly (readonly [string, number])[];
}

/** The visits of a clean matrix, to be laid out otherwise. */
function visitsOf(sheetName: string, post: string): VisitOf[] {
  const sheet = sample(BOOK).sheets.find((each) => each.name === sheetName)!;
  const header = sheet.values[3]!;
  let department = '';
  let name = '';
  return sheet.values.slice(4).map((row) => {
    department = String(row[1]) || department;
    name = String(row[2]) || name;
    const findings = header.flatMap((title, at): [string, number][] =>
      title !== '' && typeof row[at] === 'number' ? [[String(title), Number(row[at])]] : [],
    );
    return {
      department,
      name,
      post,
      household: String(row[3]),
      licence: String(row[4]),
      date: row[5]!,
      findings,
    };
  });
}

const ALL = POST_SHEETS.flatMap((name, at) => visitsOf(name, POST_NAMES[at]!));

function visitList(visits: readonly VisitOf[]): SheetSnapshot {
  return sheetOfRows(VISITS, [
    ['走访登记表'],
    ['部(所)', '姓名', '岗位', '客户名称', '许可证号', '检查日期'],
    ...visits.map((v) => [v.department, v.name, v.post, v.household, v.licence, v.date]),
  ]);
}

function findingList(visits: readonly VisitOf[], name = LIST): SheetSnapshot {
  return sheetOfRows(name, [
    ['服务质量问题记录'],
    ['序号', '部(所)', '姓名', '岗位', '客户名称', '许可证号', '检查日期', '条款', '扣分', '问题描述'],
    ...visits.flatMap((v) =>
      v.findings.map(([rule, points], at) => [
        at + 1,
        v.department,
        v.name,
        v.post,
        v.household,
        v.licence,
        v.date,
        rule,
        points,
        rule,
      ]),
    ),
  ]);
}

function card(visit: VisitOf, at: number, meta?: (v: VisitOf) => CellValue[][]): SheetSnapshot {
  const rules = RULES[visit.post]!;
  const above = meta?.(visit) ?? [
    [`被测评人:${visit.name}  岗位:${visit.post}  部(所):${visit.department}`],
    [`客户名称:${visit.household}  许可证号:${visit.licence}  检查日期:${dateText(visit.date)}`],
  ];
  return sheetOfRows(`卡${at}`, [
    ['零售客户服务质量测评卡'],
    ...above,
    ['序号', '测评项目', '评分标准', '分值', '扣分', '得分', '扣分原因'],
    ...rules.map((rule, row) => {
      const points = visit.findings.find(([title]) => title === rule)?.[1] ?? '';
      return [row + 1, rule, '一项不符扣分', '', points, '', ''];
    }),
    ['合计', '', '', '', visit.findings.reduce((sum, each) => sum + each[1], 0)],
    ['测评人签字:        被测评人签字:        年  月  日'],
  ]);
}

const RULES: Record<string, string[]> = Object.fromEntries(
  POST_SHEETS.map((name, at) => {
    const sheet = sample(BOOK).sheets.find((each) => each.name === name)!;
    return [POST_NAMES[at]!, sheet.values[3]!.filter((v) => v !== '').map(String)];
  }),
);

function dateText(serial: CellValue): string {
  return new Date((Number(serial) - 25569) * 86_400_000).toISOString().slice(0, 10);
}

const rest = without(sample(BOOK), ...POST_SHEETS);
const of = (...posts: readonly string[]): VisitOf[] => ALL.filter((visit) => posts.includes(visit.post));

function sameFigures(book: Snapshot): void {
  const found = difference(plain(BOOK), run(book));
  expect(found).toEqual(NO_DIFFERENCE);
}

describe('the same visits in other layouts', () => {
  const list = withSheets(rest, findingList(ALL), visitList(ALL));
  test('list with visit list', () => sameFigures(list));
  test('list whose 条款 and 问题描述 both name the rule in the first row', () => {
    sameFigures(
      edited(
        list,
        LIST,
        mapTexts(2, 2, (t) => (t === '问题描述' ? '问题' : t)),
      ),
    );
  });
  test('one list a post', () => {
    const lists = POST_NAMES.map((post) => findingList(of(post), `${post}问题`));
    sameFigures(withSheets(rest, ...lists, visitList(ALL)));
  });
  test('merged cells of one household over its findings', () => {
    const sheet = findingList(ALL);
    const values = sheet.values.map((row) => [...row]);
    const areas: { top: number; left: number; bottom: number; right: number }[] = [];
    for (let at = values.length - 1; at > 2; at -= 1) {
      if (values[at]![5] !== values[at - 1]![5] || values[at]![2] !== values[at - 1]![2]) continue;
      let first = at - 1;
      while (
        first > 2 &&
        values[first - 1]![5] === values[at]![5] &&
        values[first - 1]![2] === values[at]![2]
      )
        first -= 1;
      for (let column = 1; column <= 6; column += 1) {
        areas.push({ top: first, left: column, bottom: at, right: column });
        for (let row = first + 1; row <= at; row += 1) values[row]![column] = '';
      }
      at = first;
    }
    expect(areas.length).toBeGreaterThan(10);
    sameFigures(withSheets(rest, merged(...areas)({ ...sheet, values }), visitList(ALL)));
  });
  test('households without a finding in the list too', () => {
    const clean = ALL.filter((v) => v.findings.length === 0).map((v): VisitOf => ({
      ...v,
      findings: [['无', 0]],
    }));
    sameFigures(withSheets(rest, findingList([...ALL, ...clean]), visitList(ALL)));
  });
  test('cards', () => sameFigures(withSheets(rest, ...ALL.map((v, at) => card(v, at)))));
  test('cards that say how many faults there were', () => {
    const rules = yinchuan2008().indicators.filter((each) => each.kind === 'perFinding');
    const counted = ALL.map((visit, at) => {
      const post = yinchuan2008().posts.find(({ name }) => name === visit.post)!.id;
      const own = rules.filter(({ posts }) => posts.includes(post));
      const counts = (row: readonly CellValue[]): CellValue => {
        const points = own.find(({ title }) => title === row[1])?.points;
        if (points === undefined) return row[4] === '扣分' ? '项数' : row[4]!;
        return typeof row[4] === 'number' ? row[4] / points : row[4]!;
      };
      const sheet = card(visit, at);
      const values = sheet.values.map((row) =>
        row.length > 4 ? [...row.slice(0, 4), counts(row), ...row.slice(5)] : row,
      );
      return { ...sheet, values };
    });
    sameFigures(withSheets(rest, ...counted));
  });
  test('cards whose labels and values stand in cells of their own', () => {
    const meta = (v: VisitOf): CellValue[][] => [
      ['被测评人:', v.name, '岗位:', v.post, '部(所):', v.department],
      ['客户名称:', v.household, '许可证号:', v.licence, '检查日期:', v.date],
    ];
    sameFigures(withSheets(rest, ...ALL.map((v, at) => card(v, at, meta))));
    const bare = (v: VisitOf): CellValue[][] => [
      ['姓名', v.name, '岗位', v.post, '部(所)', v.department],
      ['客户名称', v.household, '许可证号', v.licence, '检查日期', v.date],
    ];
    sameFigures(withSheets(rest, ...ALL.map((v, at) => card(v, at, bare))));
  });
  test.each<[string, (v: VisitOf) => CellValue[][]]>([
    [
      'other labels',
      (v) => [
        [`责任人:${v.name} 工种:${v.post} 所属部门:${v.department}`],
        [`店名:${v.household} 客户编码:${v.licence} 走访时间:${dateText(v.date)}`],
      ],
    ],
    [
      'lines to write on, and commas between',
      (v) => [
        [`被测评人:__${v.name}__,岗位:${v.post}__;部(所):_${v.department}`],
        [`客户名称:${v.household}/许可证号:${v.licence},检查日期:${dateText(v.date)}__`],
      ],
    ],
  ])('cards with %s', (_, meta) => sameFigures(withSheets(rest, ...ALL.map((v, at) => card(v, at, meta)))));
  test('a card with lines that nobody has written on is a blank form', () => {
    const lines = [
      ['被测评人:____  岗位:客户经理  部(所):____'],
      ['客户名称:____  许可证号:____  检查日期:____'],
    ];
    const blank = card({ ...ALL[0]!, findings: [] }, ALL.length, () => lines);
    sameFigures(withSheets(rest, ...ALL.map((v, at) => card(v, at)), blank));
  });
  test('matrix for one post, list for another, cards for the third', () => {
    const cm = sample(BOOK).sheets.find((each) => each.name === POST_SHEETS[0])!;
    const cards = of('送货员').map((v, at) => card(v, at));
    sameFigures(withSheets(rest, cm, findingList(of('专管员')), visitList(of('专管员')), ...cards));
  });
  test('a visit list beside a matrix is a register of it', () => {
    sameFigures(withSheets(sample(BOOK), visitList(ALL)));
  });
  test('without a roster', () => {
    const book = without(list, '人员名册');
    const found = run(book);
    const wanted = run(without(sample(BOOK), '人员名册'));
    expect(difference(wanted, found)).toMatchObject({
      unscored: [],
      changed: [],
      appeared: [],
      vanished: [],
    });
    expect(found.notRun).toContain('unknown-person');
  });
});

describe('list without a visit list', () => {
  const found = difference(plain(BOOK), run(withSheets(rest, findingList(ALL))));
  test('warns once a sheet, at the header', () => {
    expect(found.added.filter((issue) => issue.startsWith('visit-count-inferred'))).toEqual([
      `visit-count-inferred ${LIST}!F2`,
    ]);
    expect(
      found.added.filter((issue) => !/^(visit-count-inferred|no-sample|sample-too-small)/.test(issue)),
    ).toEqual([]);
  });
});

/** The second person: her name stands in one department alone. */
const FIRST = ALL.findIndex((visit) => visit.name === '郑磊');
const NAME = ALL[FIRST]!;
const LINES = ALL.flatMap((v) => v.findings.map(() => v.name));
/** Rows (1-based) of her first finding and her first visit, and the tab of her first card. */
const F = LINES.indexOf(NAME.name) + 3;
const V = FIRST + 3;
const CARD = `卡${FIRST}`;
const WHO = `${NAME.department} ${NAME.name} ${NAME.post}`;

describe('faults in a list', () => {
  const list = withSheets(rest, findingList(ALL), visitList(ALL));
  const before = run(list);
  const after = (sheet: string, ...edits: readonly Edit[]): Difference =>
    difference(before, run(edited(list, sheet, ...edits)));
  const fault = (issue: string): Difference => ({
    ...NO_DIFFERENCE,
    added: [issue],
    unscored: [WHO],
    withheld: [NAME.department],
  });

  const cells: [string, Readonly<Record<string, CellValue>>, string][] = [
    ['not-a-number', { [`I${F}`]: '1+1' }, `I${F}`],
    ['ambiguous-mark', { [`I${F}`]: '√' }, `I${F}`],
    ['not-a-multiple', { [`I${F}`]: 0.5 }, `I${F}`],
    ['score-in-deduction-column', { [`I${F}`]: 21 }, `I${F}`],
    ['role-mismatch', { [`D${F}`]: '送货员' }, `D${F}`],
    ['department-mismatch', { [`B${F}`]: '河湾营销部' }, `B${F}`],
    ['finding-without-visit', { [`F${F}`]: '640119999999' }, `F${F}`],
    ['licence-precision', { [`F${F}`]: '6.4011E+11' }, `F${F}`],
    ['date-invalid', { [`G${F}`]: '某日' }, `G${F}`],
    ['unknown-person', { [`C${F}`]: '郑垒' }, `C${F}`],
  ];
  test.each(cells)('%s', (code, change, cell) => {
    // Rules differ between the posts; a row with another post must not complain about its rule too.
    expect(after(LIST, set(change))).toEqual(fault(`${code} ${LIST}!${cell}`));
  });
  test('formula-error', () =>
    expect(after(LIST, errorAt(`I${F}`, '#N/A'))).toEqual(fault(`formula-error ${LIST}!I${F}`)));
  test('an item that is none', () => {
    expect(after(LIST, set({ [`H${F}`]: '服务态度' })).unscored).toEqual([WHO]);
    expect(after(LIST, set({ [`H${F}`]: '' })).unscored).toEqual([WHO]);
    expect(after(LIST, set({ [`H${F}`]: '服务态度' })).added).toHaveLength(1);
  });
  test('items by id, number, number and title', () => {
    expect(before.issues.filter((issue) => !issue.startsWith('two-roles'))).toEqual([]);
    const at =
      ALL.flatMap((v) => v.findings.map((f) => [v.post, f[0]] as const)).findIndex(
        ([p, t]) => p === '客户经理' && t === '货源告知',
      ) + 3;
    for (const item of [
      'CM-S07',
      'cm-s07',
      '2.3',
      2.3,
      '2.3 货源告知',
      '2.3货源告知(1分)',
      '货源 告知',
      '2)2.3',
    ])
      expect(after(LIST, set({ [`H${at}`]: item }))).toEqual(NO_DIFFERENCE);
  });
  test('visit list', () => {
    expect(after(VISITS, set({ [`B${V}`]: '' })).added).toContain(`blank-person ${VISITS}!B${V}`);
    expect(after(VISITS, set({ [`C${V}`]: '送货员' }))).toEqual(fault(`role-mismatch ${VISITS}!C${V}`));
    expect(after(VISITS, set({ [`C${V}`]: '送货圆' }))).toEqual(fault(`role-mismatch ${VISITS}!C${V}`));
    expect(after(VISITS, set({ [`A${V}`]: '河湾营销部' }))).toEqual(
      fault(`department-mismatch ${VISITS}!A${V}`),
    );
    expect(after(VISITS, set({ [`B${V}`]: '郑垒' }))).toEqual(fault(`unknown-person ${VISITS}!B${V}`));
    expect(after(VISITS, set({ [`E${V}`]: '6.4011E+11' })).added).toEqual([
      `licence-precision ${VISITS}!E${V}`,
    ]);
    expect(after(VISITS, set({ [`E${V}`]: ALL[FIRST + 1]!.licence })).added[0]).toBe(
      `duplicate-visit ${VISITS}!E${V + 1}`,
    );
    expect(after(VISITS, set({ [`F${V}`]: '某日' }))).toEqual(fault(`date-invalid ${VISITS}!F${V}`));
    expect(after(VISITS, set({ [`F${V}`]: '' }))).toEqual({
      ...NO_DIFFERENCE,
      added: [`date-missing ${VISITS}!F${V}`],
    });
    expect(
      after(VISITS, addColumn(['', '测评人', ...Array.from({ length: FIRST }, () => ''), NAME.name])),
    ).toEqual({
      ...NO_DIFFERENCE,
      added: [`self-assessment ${VISITS}!G${V}`],
    });
  });
  test('counts instead of points', () => {
    const counted = edited(
      list,
      LIST,
      mapTexts(2, 2, (t) => (t === '扣分' ? '项数' : t)),
      (s) => ({
        ...s,
        values: s.values.map((row, at) =>
          at < 2 || row[8] !== 2 ? row : row.map((v, c) => (c === 8 ? 1 : v)),
        ),
      }),
    );
    const found = difference(before, run(counted));
    expect(found.unscored).toEqual([]);
  });
});

describe('faults in cards', () => {
  // Cards of one person: each run reads them all. The others stand in lists.
  const others = ALL.filter((visit) => visit.name !== NAME.name);
  const cards = ALL.map((v, at) => card(v, at)).filter((_, at) => ALL[at]!.name === NAME.name);
  const book = withSheets(rest, findingList(others), visitList(others), ...cards);
  const before = run(book);
  const after = (...edits: readonly Edit[]): Difference =>
    difference(before, run(edited(book, CARD, ...edits)));
  const fault = (issue: string): Difference => ({
    ...NO_DIFFERENCE,
    added: [issue],
    unscored: [WHO],
    withheld: [NAME.department],
  });
  const meta = (name: string, post = NAME.post, department = NAME.department): Edit =>
    set({ A2: `被测评人:${name}  岗位:${post}  部(所):${department}` });
  const shop = (licence: string, date = '2008-03-03'): Edit =>
    set({ A3: `客户名称:${NAME.household}  许可证号:${licence}  检查日期:${date}` });

  test('cells', () => {
    expect(after(set({ E6: '1+1' }))).toEqual(fault(`not-a-number ${CARD}!E6`));
    expect(after(set({ E6: 1.5 }))).toEqual(fault(`not-a-multiple ${CARD}!E6`));
    expect(after(errorAt('E6', '#REF!'))).toEqual(fault(`formula-error ${CARD}!E6`));
    expect(after(set({ D6: 1, E6: '', F6: 0 }))).toEqual({
      ...NO_DIFFERENCE,
      added: [`row-total-differs ${CARD}!F6`],
    });
  });
  test('an item that is none', () => {
    expect(after(set({ B6: '服务态度', B7: '价格' }))).toEqual({
      ...fault(`header-ambiguous ${CARD}!B6`),
      added: [`header-ambiguous ${CARD}!B6`, `header-ambiguous ${CARD}!B7`],
    });
  });
  test('above the table', () => {
    expect(after(meta('郑垒'))).toEqual(fault(`unknown-person ${CARD}!A2`));
    expect(after(meta(NAME.name, NAME.post, '河湾营销')).added).toEqual([`department-mismatch ${CARD}!A2`]);
    // Items differ between the posts; a card with another post must not complain about them too.
    expect(after(meta(NAME.name, '送货员'))).toEqual(fault(`role-mismatch ${CARD}!A2`));
    expect(after(meta('郑垒', '送货员'))).toEqual(fault(`unknown-person ${CARD}!A2`));
    expect(after(shop('6.4011E+11'))).toEqual(fault(`licence-precision ${CARD}!A3`));
    expect(after(shop(NAME.licence, '某日'))).toEqual(fault(`date-invalid ${CARD}!A3`));
    expect(after(shop('12345'))).toEqual({ ...NO_DIFFERENCE, added: [`licence-format ${CARD}!A3`] });
    expect(after(shop(ALL[FIRST + 1]!.licence)).added).toEqual([`duplicate-visit 卡${FIRST + 1}!A3`]);
  });
  test('a label without a value is where the value is to be written', () => {
    const { department, household } = NAME;
    const [name, post] = ['被测评人', '岗位'];
    expect(
      after(set({ A2: `${name}:  ${post}:${NAME.post}  部(所):${department}` })).added.slice(0, 1),
    ).toEqual([`blank-person ${CARD}!A2`]);
    expect(after(set({ A2: `${name}:${NAME.name}  ${post}:${NAME.post}  部(所):` })).added).toEqual([
      `department-mismatch ${CARD}!A2`,
    ]);
    expect(after(set({ A3: `客户名称:${household}  许可证号:  检查日期:2008-03-03` })).added).toEqual([
      `licence-missing ${CARD}!A3`,
    ]);
    expect(after(set({ A3: `客户名称:${household}  许可证号:${NAME.licence}  检查日期:` })).added).toEqual([
      `date-missing ${CARD}!A3`,
    ]);
    const bare = [household, '许可证号', NAME.licence, '检查日期'];
    expect(
      after(set({ A3: '客户名称', B3: bare[0]!, C3: bare[1]!, D3: bare[2]!, E3: bare[3]! })).added,
    ).toEqual([`date-missing ${CARD}!F3`]);
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

describe('without a roster', () => {
  const list = without(withSheets(rest, findingList(ALL), visitList(ALL)), '人员名册');
  const before = run(list);
  const after = (sheet: string, ...edits: readonly Edit[]): Difference =>
    difference(before, run(edited(list, sheet, ...edits)));
  test('a post that is none is not passed over', () => {
    const found = after(VISITS, set({ [`C${V + 1}`]: '客户精理' }));
    expect(found.added).toEqual([`role-mismatch ${VISITS}!C${V + 1}`]);
    expect(found.unscored).toEqual([WHO]);
  });
  test('a blank department makes no second person', () => {
    const found = after(VISITS, set({ [`A${V + 1}`]: '' }));
    expect(found.appeared).toEqual([]);
    expect(found.added).toEqual([`department-mismatch ${VISITS}!A${V + 1}`]);
    expect(found.unscored).toContain(WHO);
  });
  test('an error value is no person', () => {
    const found = after(VISITS, errorAt('B4', '#N/A'));
    expect(found.appeared).toEqual([]);
    expect(found.added).toContain(`formula-error ${VISITS}!B4`);
  });
});

describe('what is said of one card holds for all of its form', () => {
  const cards = ALL.map((v, at) => card(v, at));
  const marked = cards.slice(0, 9).map((sheet, at) => (at < 3 ? set({ E6: '√' })(sheet) : sheet));
  const book = withSheets(rest, ...marked);
  const marks = (answers: EvaluateOptions['answers']): number =>
    run(book, answers ? { answers } : {}).issues.filter((issue) => issue.startsWith('ambiguous-mark')).length;
  test('√ is asked about once', () => {
    expect(marks(undefined)).toBe(3);
    expect(marks({ sheets: [{ sheet: '卡7', mark: 'nothing' }] })).toBe(0);
    expect(marks({ sheets: [{ sheet: '卡7', definition: null, mark: 'nothing' }] })).toBe(3);
  });
  test('a form whose tab is gone is still known', () => {
    const signature = ['序号', '测评项目', '评分标准', '分值', '扣分', '得分', '扣分原因'];
    expect(marks({ sheets: [{ sheet: '没有了', mark: 'nothing', signature }] })).toBe(0);
    expect(marks({ sheets: [{ sheet: '没有了', mark: 'nothing', signature: signature.slice(1) }] })).toBe(3);
  });
  test('two answers for one form hold for their own cards alone', () => {
    const sheets = [
      { sheet: '卡0', mark: 'nothing' },
      { sheet: '卡1', mark: 'one' },
    ] as const;
    expect(marks({ sheets })).toBe(1);
  });
  test('a column is named once', () => {
    const strange = cards.map(mapTexts(4, 4, (t) => (t === '扣分' ? '扣' : t)));
    const lost = withSheets(rest, ...strange);
    expect(run(lost).result.persons.some((each) => each.status === 'scored')).toBe(false);
    const sheets = [{ sheet: '卡2', definition: 'card', columns: [{ header: '扣', field: 'deduction' }] }];
    expect(difference(plain(BOOK), run(lost, { answers: { sheets } }))).toEqual(NO_DIFFERENCE);
  });
});
