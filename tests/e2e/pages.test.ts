import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { emptyWorkbook, newWorkbook } from '../../src/hosts/file/newWorkbook';
import { wordsFor } from '../../src/locales';
import { firstRunWords } from '../../src/locales/pages/firstRun';
import { toolsWords } from '../../src/locales/pages/tools';
import type { NewSheet } from '../../src/workbook/host';
import { openBrowser } from './browser';
import { openDemo, sample, type Demo } from './demo';
import { Tour } from './tour';

jest.setTimeout(600_000);

const made = path.resolve(__dirname, '../../.cache/workbooks');

let browser: Browser;
let demo: Demo | null = null;

beforeAll(async () => {
  mkdirSync(made, { recursive: true });
  browser = await openBrowser();
});

afterEach(async () => {
  await demo?.close();
  demo = null;
});

afterAll(async () => {
  await browser?.close();
});

/** A workbook of these bytes, as a file. */
function fileOf(name: string, bytes: Uint8Array): string {
  const file = path.join(made, `${name}.xlsx`);
  writeFileSync(file, bytes);
  return file;
}

async function begin(workbook: string, language: string): Promise<Tour> {
  demo = await openDemo(browser, workbook, { language, viewport: { width: 1280, height: 900 } });
  const tour = new Tour(demo, language);
  await tour.idle();
  return tour;
}

/** A sheet of visits that does not say whose: the rules have nothing but their numbers. */
function nobodys(): NewSheet {
  const rows = [
    ['部(所)', '姓名', '客户名称', '许可证号', '检查日期', '1.1', '1.2'],
    ['示例一所', '甲一', '示例便利店', '640100000101', '2026-03-10', '1', ''],
  ];
  return {
    name: '明细',
    cells: rows.flatMap((texts, row) =>
      texts.map((value, column) => ({ row, column, value, style: row === 0 ? 'header' : 'text' }) as const),
    ),
    merges: [],
    columnWidths: [],
    headerRows: 1,
    landscape: false,
    lists: [],
  };
}

describe.each(['zh-CN', 'en-US'])('in %s', (language) => {
  test('an empty workbook, the example, its summary, a department', async () => {
    const tour = await begin(fileOf('空白', emptyWorkbook()), language);
    const { t } = tour;
    const words = wordsFor(firstRunWords, language);
    await tour.glance('first-run');
    await tour.press(words.example);
    await tour.pane
      .getByRole('status')
      .filter({ hasText: t.status.exampleAdded(10) })
      .waitFor();
    await tour.idle();
    await tour.glance('example');
    await tour.press(t.actions.options);
    await tour.glance('filling');
    await tour.press(t.actions.fill);
    await tour.idle();
    await tour.tab(t.tabs.overview);
    await tour.press('示例二所');
    await tour.glance('department');
    expect(tour.faults).toEqual([]);
  });

  test('the tools, and what was entered since a fill', async () => {
    const tour = await begin(sample('existing-summary'), language);
    const { t } = tour;
    const words = wordsFor(toolsWords, language);
    for (const tool of ['cycle', 'rules', 'snapshot', 'seal'] as const) {
      await tour.tab(t.tabs.tools);
      await tour.press(words[tool].title);
      await tour.idle();
      await tour.glance(tool);
    }
    await tour.press(t.actions.fill);
    await tour.idle();
    const formulas = tour.pane.getByRole('button', { name: t.formulas.kept(1) });
    if ((await formulas.count()) > 0) {
      await formulas.click();
      await tour.glance('formulas');
    }
    await tour.press(t.actions.showSummary);
    await demo!.page.keyboard.type('1');
    await demo!.page.keyboard.press('Enter');
    await tour.press(t.undo.fill);
    await tour.idle();
    await tour.glance('undo');
    expect(tour.faults).toEqual([]);
  });

  test('a sheet of which nobody can tell whose it is', async () => {
    const tour = await begin(fileOf('看不出', newWorkbook([nobodys()])), language);
    await tour.tab(tour.t.tabs.sheets);
    await tour.glance('undecided');
    expect(tour.faults).toEqual([]);
  });
});
