import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { run } from '../../src/cli/run';
import { createFileHost } from '../../src/hosts/file';
import { wordsFor } from '../../src/locales';
import { firstRunWords } from '../../src/locales/pages/firstRun';
import { tableWords } from '../../src/locales/pages/table';
import type { CellValue } from '../../src/model';
import { openBrowser } from './browser';
import { openDemo, type Demo } from './demo';
import { Tour } from './tour/tour';

jest.setTimeout(600_000);

const folder = path.resolve(__dirname, '../../.cache/other-schemes');
let browser: Browser;
let demo: Demo | null = null;

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  browser = await openBrowser();
});

afterEach(async () => {
  await demo?.close();
  demo = null;
});

afterAll(async () => {
  await browser?.close();
});

/** A template of a scheme with rows typed below the header that has all of the columns. */
async function workbook(
  scheme: string,
  tab: string,
  columns: readonly string[],
  rows: readonly CellValue[][],
): Promise<string> {
  const quiet = { folder, out: () => undefined, error: () => undefined };
  expect(await run(['template', `${scheme}-blank.xlsx`, '--scheme', scheme], quiet)).toBe(0);
  const file = path.join(folder, `${scheme}.xlsx`);
  const host = createFileHost({ input: path.join(folder, `${scheme}-blank.xlsx`), output: file });
  const sheet = (await host.read()).sheets.find(({ name }) => name === tab)!;
  const header = sheet.values.findIndex((cells) => columns.every((each) => cells.includes(each)));
  // A second row of headers may stand below.
  const below = sheet.values.slice(header + 1).findIndex((cells) => cells.every((value) => value === ''));
  const first = below < 0 ? sheet.values.length : header + 1 + below;
  const cells = rows.flatMap((row, index) =>
    row.map((value, at) => ({
      row: sheet.top + first + index,
      column: sheet.left + sheet.values[header]!.indexOf(columns[at]!),
      value,
    })),
  );
  await host.write([{ kind: 'setCells', sheet: tab, cells }]);
  return file;
}

test.each(['zh-CN', 'en-US'])('a workbook of a scheme over a table, in %s', async (language) => {
  const file = await workbook(
    'daily-service',
    '部门月度考核',
    ['考核月份', '部门', '分管领导', '考核得分'],
    [
      ['2024-06', '品质部', '张总', 92],
      ['2024-06', '人力资源与行政部', '张总', 85],
      ['2024-06', '财务部', '李总', 84.5],
      ['2024-06', '工程部', '王总', 105],
    ],
  );
  demo = await openDemo(browser, file, {
    language,
    viewport: { width: 900, height: 1400 },
    reducedMotion: 'reduce',
  });
  const tour = new Tour(demo, language);
  const first = wordsFor(firstRunWords, language);
  const words = wordsFor(tableWords, language);
  // The head has a way there too, as soon as it knows what the workbook is.
  await demo.pane.getByRole('button', { name: first.results, exact: true }).last().waitFor();
  await tour.look('table-first');
  await demo.page.getByRole('group', { name: '测评' }).getByRole('button', { name: '提交前校验' }).click();
  await demo.pane.getByRole('progressbar').waitFor({ state: 'detached' });
  await demo.pane.getByRole('status').filter({ hasText: tour.t.status.table }).waitFor();
  expect(await demo.pane.locator('[data-code]').count()).toBe(0);
  await tour.look('table-checked');
  expect(await demo.pane.getByRole('button', { name: tour.t.actions.fill }).count()).toBe(0);
  await tour.press(first.results);
  await demo.pane.getByText('人力资源与行政部').first().waitFor();
  await tour.look('table');
  await tour.press(words.fill);
  await demo.pane.getByText(words.written('月度考核结果、月度考核结果-分管领导')).waitFor();
  const written = (await demo.snapshot()).find(({ name }) => name === '月度考核结果')!;
  expect(JSON.stringify(written)).toContain('84.5');
  expect(tour.faults).toEqual([]);
});

test('a regulation with grades', async () => {
  const file = await workbook(
    'mall-property',
    '物业服务项目评分明细表',
    ['商场', '物业公司', '检查日期'],
    [['一店', '安居', '2024-6-3']],
  );
  demo = await openDemo(browser, file, { viewport: { width: 900, height: 1400 }, reducedMotion: 'reduce' });
  const tour = new Tour(demo, 'zh-CN');
  await demo.pane.locator('tr[data-person]').first().waitFor();
  await tour.look('grades');
  await demo.pane.locator('tr[data-person]').first().click();
  await demo.pane.getByText('优秀 · 达标').waitFor();
  await tour.look('person-grade');
  expect(tour.faults).toEqual([]);
});
