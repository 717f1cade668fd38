import { applied, sheetOf, snapshotOf } from '../../../tests/fixtures/snapshots';
import type { CellValue } from '../../model';
import { classificationById, loadClassification } from '../../schemes';
import { evaluate } from '../evaluate';
import { yinchuan2008 } from '../../schemes';
import { classifyCustomers } from './classify';
import { outcomeSheets, tableTemplate } from '../tables/sheets';
import { classificationOutcome } from './outcome';

const scheme = classificationById('retail-customer-class')!;
const HEADER: CellValue[] = [
  '许可证号',
  '购进额(元)',
  '购进量(条)',
  '业态',
  '城乡',
  '户名',
  '分类代码',
  '我的列',
];

function classified(...rows: CellValue[][]) {
  return classifyCustomers(snapshotOf(sheetOf('客户', [['零售客户'], HEADER, ...rows])), scheme);
}

const row = (
  number: string,
  amount: CellValue,
  form = '食杂店',
  market = '城镇',
  recorded = '',
): CellValue[] => [number, amount, 10, form, market, `店${number}`, recorded, ''];
const codes = (found: ReturnType<typeof classified>) =>
  found.issues.map(({ code, cell }) => [code, cell?.row, cell?.column]);

test('columns in any order, under synonyms and with units; totals are no customers', () => {
  const found = classified(row('1', 10), row('2', 20, 'Z', 'X', ' xz 2'), ['合计', 30, 20]);
  expect(found.customers.map(({ code, recorded }) => [code, recorded])).toEqual([
    ['CZ2', ''],
    ['XZ2', 'XZ2'],
  ]);
  expect(found.issues).toEqual([]);
});

test.each<[string, CellValue[][], (string | number | undefined)[][], (string | null)[]]>([
  ['an amount that is no number', [row('1', '许多'), row('2', 5)], [['not-a-number', 2, 1]], [null, null]],
  ['a blank amount', [row('1', ''), row('2', 5)], [['missing-input', 2, 1]], [null, null]],
  ['an amount below 0', [row('1', -1), row('2', 5)], [['not-a-number', 2, 1]], [null, null]],
  ['a number kept as text', [row('1', '5'), row('2', 5)], [['text-number', 2, 1]], ['CZ2', 'CZ2']],
  ['a market that is none', [row('1', 5, 'Z', '郊区'), row('2', 5)], [['code-unknown', 2, 4]], [null, 'CZ2']],
  ['a form that is none', [row('1', 5, '书店'), row('2', 5)], [['code-unknown', 2, 3]], [null, null]],
  ['the same customer twice', [row('1', 5), row('1', 5)], [['duplicate-customer', 3, 0]], [null, null]],
  ['nothing bought at all', [row('1', 0), row('2', 0)], [['denominator-zero', 2, 2]], [null, null]],
  ['another recorded class', [row('1', 5, 'Z', 'C', 'CZ1')], [['class-differs', 2, 6]], ['CZ2']],
])('%s', (_, rows, issues, expected) => {
  const found = classified(...rows);
  expect(codes(found)).toEqual(issues);
  expect(found.customers.map(({ code }) => code)).toEqual(expected);
});

test('a missing or doubled column, no such sheet and two of them give no class', () => {
  const run = (...sheets: CellValue[][][]) =>
    classifyCustomers(snapshotOf(...sheets.map((rows, index) => sheetOf(`表${index}`, rows))), scheme);
  const whole = [HEADER, row('1', 5)];
  const cases = [
    run([
      ['姓名', '电话'],
      ['甲', '1'],
    ]),
    run([HEADER.filter((each) => each !== '业态'), ['1', 5, 10, '城镇', '店1', '', '']]),
    run([
      [...HEADER, '业态'],
      [...row('1', 5), '超市'],
    ]),
    run(whole, whole),
    run([HEADER]),
  ];
  expect(cases.map(({ issues }) => issues.map(({ code }) => code))).toEqual([
    ['sheet-missing'],
    ['column-missing'],
    ['header-ambiguous'],
    ['header-ambiguous'],
    ['sheet-missing'],
  ]);
  expect(cases.flatMap(({ customers }) => customers)).toEqual([]);
});

test('the template is read as what it is, and the results say class and differences', () => {
  const template = applied(
    snapshotOf(),
    tableTemplate(scheme).map((sheet) => ({ kind: 'addSheet' as const, sheet })),
  );
  expect(classifyCustomers(template, scheme).issues).toMatchObject([
    { code: 'sheet-missing', received: '没有数据行' },
  ]);
  const book = snapshotOf(
    sheetOf('客户', [HEADER, row('1', 5, 'Z', 'C', 'CZ1'), row('2', 5, 'Z', 'C', 'CZ2')]),
  );
  const sheets = outcomeSheets(classificationOutcome(book, scheme));
  expect(sheets.map(({ name }) => name)).toEqual(['客户分类结果', '业态不符统计']);
  const [, counts] = applied(
    snapshotOf(),
    sheets.map((sheet) => ({ kind: 'addSheet' as const, sheet })),
  ).sheets;
  expect(counts!.values.slice(1)).toEqual([
    ['部(所)', '客户经理', '客户数', '比对数', '业态不符户数'],
    ['', '', 2, 2, 1],
  ]);
  expect(evaluate(template, yinchuan2008()).scores.persons).toEqual([]);
});

test.each([
  [{ scale: { ...scheme.scale, ends: '0.5' } }, '小于 0.5'],
  [{ scale: { ...scheme.scale, group: 'area' } }, '分组 area 不在 codes 里'],
  [{ identity: { name: 'shop', number: 'licence' } }, '没有字段 shop'],
  [{ kind: 'ranking' }, 'kind'],
])('a scheme file with %j is refused', (change, reason) => {
  expect(() => loadClassification({ ...scheme, ...change })).toThrow(reason);
});
