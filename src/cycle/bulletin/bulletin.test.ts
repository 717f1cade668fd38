import { sampleBytes } from '../../../tests/fixtures/scoreBooks';
import { evaluate } from '../../app/evaluate';
import { toResult } from '../../app/result';
import { newWorkbook, readWorkbook, unzipFiles } from '../../hosts/file';
import { evaluateWorkbook } from '../../app/scheme/evaluateWorkbook';
import { filled } from '../../../tests/fixtures/templates';
import type { CellValue } from '../../model';
import { schemeById, yinchuan2008 } from '../../schemes';
import { templateSheets } from '../../workbook/template';
import { slipSheet } from '../slips/slips';
import { bulletinSheets } from './bulletin';
import { publishedName } from './naming';
import { wrapped } from '../../workbook/sheetText';

jest.setTimeout(120_000);

const scheme = yinchuan2008();
const evaluation = evaluate(readWorkbook(sampleBytes('worked-examples'), 'worked-examples.xlsx'), scheme);

async function texts(naming: 'all' | 'initials' | 'departments'): Promise<string[]> {
  const sheets = await bulletinSheets(evaluation, naming);
  return sheets.flatMap(({ cells }) => cells.map(({ value }) => String(value)));
}

it('persons as the organisation chooses, never customers', async () => {
  const below = evaluation.scores.persons.filter(({ qualified }) => qualified === false);
  const names = below.map(({ assessee }) => assessee.name);
  expect(await texts('all')).toEqual(expect.arrayContaining(names));
  const initials = await texts('initials');
  expect(names.some((name) => initials.includes(name))).toBe(false);
  expect(initials).toContain(publishedName(names[0]!, 'initials'));
  const departments = await texts('departments');
  expect(names.some((name) => departments.some((text) => text.includes(name)))).toBe(false);
  expect(departments.some((text) => text.includes('零售客户'))).toBe(false);
});

it.each([
  ['李明', '李某'],
  ['欧阳娜娜', '欧阳某'],
])('%s → %s', (name, shown) => expect(publishedName(name, 'initials')).toBe(shown));

it('figures of the departments are those of the result', async () => {
  const [first] = await bulletinSheets(evaluation, 'all');
  const bytes = newWorkbook([first!]);
  const sheet = readWorkbook(bytes, null).sheets[0]!;
  for (const { name, score, headDeduction } of toResult(evaluation).departments) {
    const row = sheet.values.find((cells) => cells[0] === name)!;
    expect([row[2], row[5]]).toEqual([score ?? '', headDeduction ?? '']);
  }
});

it('charts are parts of their own, over the cells of their sheet', async () => {
  const sheets = await bulletinSheets(evaluation, 'all');
  const parts = unzipFiles(newWorkbook(sheets), 'bulletin.xlsx');
  const chart = new TextDecoder().decode(parts.get('xl/charts/chart1.xml'));
  expect(chart).toMatch(/<c:f>'通报'!\$C\$\d+:\$C\$\d+<\/c:f>/);
  expect(new TextDecoder().decode(parts.get('xl/worksheets/_rels/sheet1.xml.rels'))).toContain(
    'drawing1.xml',
  );
  expect([...parts.keys()].filter((path) => path.startsWith('xl/charts/chart'))).toHaveLength(3);
});

it('each slip begins a page, with what was lost where (E1, E2)', () => {
  const person = evaluation.scores.persons.find(({ assessee }) => assessee.name === '李明')!;
  const sheet = slipSheet(evaluation, [person, person]);
  // What 李明 has lost takes two pages: one break inside each of the slips, and one between them.
  expect(sheet.pageBreaks).toHaveLength(3);
  const titles = sheet.cells.filter(({ style }) => style === 'title').map(({ row }) => row);
  expect(titles).toEqual([0, sheet.pageBreaks![1]]);
  const rows = new Map<number, string[]>();
  for (const { row, value } of sheet.cells) rows.set(row, [...(rows.get(row) ?? []), String(value)]);
  const lines = [...rows.values()];
  expect(lines.some((line) => line[1]?.startsWith('CM-S03') && line[3] === '20')).toBe(true);
  expect(lines.some(([text]) => text?.includes('被测评人签字'))).toBe(true);
  expect(lines.some(([text]) => text?.includes('得分 68.33'))).toBe(true);
});

it('a slip longer than a page says on each of its pages whose it is, above the header and where it is signed', () => {
  const visits = Array.from({ length: 70 }, (_, at): CellValue[] => [
    '城东',
    '张三',
    `第${at}店`,
    String(640100000000 + at),
    '2008-6-3',
    1,
  ]);
  const columns = ['部(所)', '姓名', '客户名称', '许可证号', '检查日期', 'CM-S03'];
  const book = filled(templateSheets(scheme), [
    { sheet: '人员名册', columns: ['部(所)', '姓名', '岗位'], rows: [['城东', '张三', '客户经理']] },
    { sheet: '明细测评表-客户经理', columns, rows: visits },
  ]);
  const long = evaluate(book, scheme);
  const { cells, pageBreaks = [] } = slipSheet(long, long.scores.persons);
  const pages = [...pageBreaks, Infinity].map((end, index) => {
    const top = pageBreaks[index - 1] ?? 0;
    return cells.filter(({ row }) => row >= top && row < end).map(({ value }) => String(value));
  });
  expect(pages).toHaveLength(3);
  for (const page of pages) {
    expect(page.filter((text) => text.startsWith('被测评人:张三'))).toHaveLength(1);
    expect(page).toContain('依据的条款');
  }
  expect(pages[2]!.some((text) => text.startsWith('被测评人签字'))).toBe(true);
  expect(pages.flat().filter((text) => /^第\d+店$/.test(text))).toHaveLength(70);
});

it('breaks lines by width and keeps closing marks on their line', () => {
  expect(wrapped('一二三四五,六七', 10)).toEqual(['一二三四五,', '六七']);
});

describe('another regulation', () => {
  const mall = schemeById('mall-property')!;
  const book = filled(templateSheets(mall), [
    {
      sheet: '物业服务项目评分明细表',
      columns: ['商场', '物业公司', '检查日期', '检查区域', '清洁卫生', '环境绿化', '服务态度', '空调供应'],
      rows: [
        ['一店', '安居', '2024-6-3', '一楼', 4, '', '', ''],
        ['二店', '佳洁', '2024-6-3', '二楼', 10, 10, 10, 5],
      ],
    },
  ]);
  const month = evaluateWorkbook(book, mall);

  it('is published in its own words, with its grades and the day until which it is reported', async () => {
    const sheets = await bulletinSheets(month, 'all');
    const said = sheets.flatMap(({ cells }) => cells.map(({ value }) => String(value)));
    expect(said).toEqual(
      expect.arrayContaining(['商场', '等次', '优秀', '不合格', '应于 2024-07-10 前通报(第5条)。']),
    );
    expect(said.filter((text) => /部\(所\)|客户|考核扣分|sum[A-Z]|第十九条/.test(text))).toEqual([]);
  });

  it('has slips in its own words', () => {
    const { cells } = slipSheet(month, month.scores.persons);
    const said = cells.map(({ value }) => String(value));
    expect(said).toEqual(expect.arrayContaining(['检查区域', '一楼']));
    expect(said.some((text) => text.includes('商场:一店'))).toBe(true);
    expect(said.some((text) => text.includes('优秀,合格'))).toBe(true);
    expect(said.filter((text) => /部\(所\)|客户|抽查的户|考核扣分/.test(text))).toEqual([]);
  });
});
