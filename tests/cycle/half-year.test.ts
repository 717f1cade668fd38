import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { commandLine } from '../fixtures/commandLine';
import { templateSheet } from '../fixtures/templateSheet';
import type { Result } from '../../src/app/result';
import type { CycleComparison } from '../../src/cycle/compare/compareCycles';
import { newWorkbook, readWorkbook } from '../../src/hosts/file';
import type { CellValue } from '../../src/model';
import { yinchuan2008 } from '../../src/schemes';
import type { NewCell, NewSheet } from '../../src/workbook/host';
import { templateColumns } from '../../src/workbook/template/columns';

jest.setTimeout(600_000);

const scheme = yinchuan2008();

const { at: placeOf, call } = commandLine('cycle');

type Line = ReadonlyMap<string, CellValue>;

const DEPARTMENTS = Array.from({ length: 12 }, (_, at) => `第${at + 1}营销部`);
const POSTS = ['CM', 'MS', 'DL'] as const;
const person = (post: string, at: number): string =>
  `${post === 'CM' ? '陈' : post === 'MS' ? '马' : '杜'}${'一二三四五六七八九十甲乙'[at]!}`;

const sheetOf = (id: string, rows: readonly Line[]): NewSheet =>
  templateSheet(
    scheme,
    id,
    rows.map((row) => Object.fromEntries(row)),
  );

function line(values: Readonly<Record<string, CellValue>>): Line {
  return new Map(Object.entries(values));
}

/** 12 departments, in each one person a post; 60 customers each. */
function customerList(): NewSheet {
  const headers = ['许可证号', '客户名称', '片区', '部(所)', '客户经理', '专管员', '送货员', '业态'];
  const rows = DEPARTMENTS.flatMap((department, at) =>
    Array.from({ length: 60 }, (_, number) => [
      String(640100000000 + at * 1000 + number),
      `${at + 1}号片${number}号店`,
      `${at + 1}号片`,
      department,
      ...POSTS.map((post) => person(post, at)),
      number % 4 === 0 ? '超市' : '食杂店',
    ]),
  );
  const cells = [headers, ...rows].flatMap((row, at) =>
    row.map((value, column): NewCell => ({ row: at, column, value, style: 'text' })),
  );
  return {
    name: '客户清单',
    cells,
    merges: [],
    columnWidths: [],
    headerRows: 1,
    landscape: false,
    lists: [],
  };
}

/** What was found at the visits of a draw: its prepared rows with a date, and points under the first rules. */
function visited(file: string, date: number, hardness: number): Map<string, Line[]> {
  const book = readWorkbook(new Uint8Array(readFileSync(placeOf(file))), file);
  return new Map(
    POSTS.map((post) => {
      const definition = scheme.sheets.find((each) => each.id === `matrix-${post}`)!;
      const columns = templateColumns(scheme, definition);
      const rule = columns.findIndex(({ id }) => id.startsWith(`${post}-`));
      const rows = book.sheets
        .find(({ name }) => name === definition.name)!
        .values.filter((row) => row.includes('待走访'))
        .map((row, at) => {
          const values = new Map(columns.map(({ id }, column) => [id, row[column] ?? '']));
          values.set('date', date + (at % 20));
          if (at % hardness === 0) values.set(columns[rule]!.id, 1);
          return values;
        });
      return [post, rows];
    }),
  );
}

const FIGURES: Readonly<Record<string, Readonly<Record<string, CellValue>>>> = {
  CM: {
    grossMargin: 0.087,
    closingStock: 45,
    periodSales: 100,
    socialStockRatio: 0.5,
    formatMismatches: 1,
    targetShops: 300,
    stockingShops: 199,
    cityShops: 200,
    cityGuided: 120,
    awarenessAsked: 20,
    awarenessKnown: 17,
  },
  MS: {
    marketShare: 0.97,
    legalPurchase: 0.985,
    licensedRate: 0.96,
    inspectedShops: 20,
    violatingShops: 1,
    mispricedShops: 1,
  },
  DL: {
    deliveriesChecked: 60,
    deliveriesOnTime: 58,
    securityLapses: 0,
    safetyViolation: '否',
    accident: '否',
    routePlan: '未到期',
    goodsDelivered: 125000,
    goodsBroken: 30,
  },
};

/** All sheets of a half-year, or those of one department. */
function sheets(visits: ReadonlyMap<string, readonly Line[]>, date: number, only: number | null): NewSheet[] {
  const persons = DEPARTMENTS.flatMap((department, at) =>
    only !== null && only !== at
      ? []
      : POSTS.map((post) => ({ department, post, name: person(post, at), at })),
  );
  const names = new Set(persons.map(({ department }) => department));
  const postName = (post: string): string => scheme.posts.find(({ id }) => id === post)!.name;
  const own = (post: string): Line[] =>
    (visits.get(post) ?? []).filter((row) => names.has(String(row.get('department'))));
  return [
    sheetOf(
      'roster',
      persons.map(({ department, name, post, at }) =>
        line({ department, name, post: postName(post), area: `${at + 1}号片`, areaCustomers: 60 }),
      ),
    ),
    ...POSTS.map((post) => sheetOf(`matrix-${post}`, own(post))),
    ...POSTS.map((post) =>
      sheetOf(
        `enhanced-${post}`,
        persons
          .filter((each) => each.post === post)
          .map(({ department, name }) => line({ department, name, ...FIGURES[post] })),
      ),
    ),
    sheetOf(
      'complaints',
      persons
        .filter(({ post, at }) => post === 'DL' && at % 3 === 0)
        .map(({ department, name, post }) =>
          line({
            receivedDate: date,
            household: '某店',
            name,
            post: postName(post),
            department,
            complaint: '送货晚到',
            verdict: '有理',
          }),
        ),
    ),
    sheetOf(
      'satisfaction',
      persons.map(({ department, name, post, at }) =>
        line({ department, name, post: postName(post), satisfaction: 88 + (at % 7) }),
      ),
    ),
  ];
}

async function resultOf(file: string): Promise<Result> {
  const { out } = await call('check', file, '--json', '-');
  return JSON.parse(out) as Result;
}

function figures({ persons, departments, period }: Result): unknown {
  const key = (item: unknown): string => JSON.stringify(item);
  return { period, persons: persons.map(key).sort(), departments: departments.map(key).sort() };
}

/** One half-year from the draw to the archive; returns the result of one workbook that holds everything. */
async function halfYear(
  name: string,
  seed: string,
  date: number,
  hardness: number,
  without: readonly string[],
): Promise<Result> {
  const file = (what: string): string => `${name}-${what}`;
  const drawn = await call(
    'draw',
    '清单.xlsx',
    '--out',
    file('抽样.xlsx'),
    '--seed',
    seed,
    '--by',
    '业态',
    '--detail',
    'matrix',
    ...without,
  );
  expect(drawn).toMatchObject({ status: 0, out: expect.stringContaining('抽中 36 户') });
  expect((await call('check', file('抽样.xlsx'), '--period', name)).status).toBe(1);

  const visits = visited(file('抽样.xlsx'), date, hardness);
  writeFileSync(placeOf(file('一册.xlsx')), newWorkbook(sheets(visits, date, null)));
  mkdirSync(placeOf(name));
  DEPARTMENTS.forEach((department, at) =>
    writeFileSync(placeOf(name, `${department}.xlsx`), newWorkbook(sheets(visits, date, at))),
  );
  const compared = await call('draw-check', file('一册.xlsx'), '--draw', file('抽样.xlsx'));
  expect(compared).toMatchObject({ status: 0, out: expect.stringContaining('走访与抽样一致') });

  const table = await call('check', name);
  expect(table).toMatchObject({ status: 0, out: expect.stringContaining('共 12 个工作簿') });
  const collected = await call('collect', name, '--out', file('汇集.xlsx'));
  expect(collected).toMatchObject({ status: 0, error: '' });
  const one = await resultOf(file('一册.xlsx'));
  expect(one.persons).toHaveLength(36);
  expect(one.persons.every(({ status }) => status === 'scored')).toBe(true);
  expect(figures(await resultOf(file('汇集.xlsx')))).toEqual(figures(one));

  expect((await call('fill', file('汇集.xlsx'), '--out', file('汇总.xlsx'))).status).toBe(0);
  expect((await call('seal', file('汇总.xlsx'), '--out', file('封存.xlsx'))).status).toBe(0);
  expect((await call('verify', file('封存.xlsx'))).status).toBe(0);
  expect(figures(await resultOf(file('封存.xlsx')))).toEqual(figures(one));
  expect((await call('bulletin', file('封存.xlsx'), '--out', file('通报.xlsx'))).status).toBe(0);
  expect((await call('slips', file('封存.xlsx'), '--out', file('明细单.xlsx'))).status).toBe(0);
  expect((await call('archive', file('封存.xlsx'), '--out', file('归档.zip'))).status).toBe(0);
  expect(await call('archive', 'verify', file('归档.zip'))).toMatchObject({
    status: 0,
    out: expect.stringContaining('与归档时一致'),
  });
  return one;
}

it('a whole half-year, and the next one compared with it', async () => {
  writeFileSync(placeOf('清单.xlsx'), newWorkbook([customerList()]));
  const first = await halfYear('2008H1', '第一次', 39600, 3, []);
  const second = await halfYear('2008H2', '第二次', 39750, 2, ['--without', '2008H1-抽样.xlsx']);

  const { status, out } = await call('compare', '2008H1-归档.zip', '2008H2-归档.zip', '--json', '-');
  expect(status).toBe(0);
  const comparison = JSON.parse(out) as CycleComparison;
  expect(comparison.rulings).toEqual([]);
  expect(comparison.persons).toHaveLength(36);
  for (const { name, role, department, before, after, change } of comparison.persons) {
    const find = ({ persons }: Result) =>
      persons.find((each) => each.name === name && each.role === role && each.department === department)!;
    expect([before, after]).toEqual([find(first).score, find(second).score]);
    expect(change).toBeCloseTo(find(second).score! - find(first).score!, 2);
  }
  const moved = comparison.persons.filter(({ change }) => change !== 0);
  expect(moved.length).toBeGreaterThan(0);
  // Nothing but the findings of the first rules differs between the two.
  const rules = new Set(moved.flatMap(({ reasons }) => reasons.map(({ rule }) => rule)));
  expect([...rules].sort()).toEqual(['CM-S01', 'DL-S01', 'MS-S01']);
  for (const { change, reasons } of moved) expect(Math.sign(change!)).toBe(-Math.sign(reasons[0]!.points));

  expect((await call('compare', '2008H1-归档.zip', '2008H2-归档.zip', '--out', '对比.xlsx')).status).toBe(0);
  const bulletin = readWorkbook(new Uint8Array(readFileSync(placeOf('2008H1-通报.xlsx'))), null);
  const texts = bulletin.sheets.flatMap(({ values }) => values.flat()).map(String);
  expect(texts.some((text) => text.includes('号店'))).toBe(false);
  for (const { name, score } of first.departments) {
    const row = bulletin.sheets[0]!.values.find((cells) => cells[0] === name)!;
    expect(row).toContain(score);
  }
});
