import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import type { SheetDump } from '../../emulator/demo/hook';
import { openBrowser } from './browser';
import { openDemo, sample, type Demo } from './demo';
import { comparable, expectedRows, readExpected } from './expected-summary';
import { dump } from './dump';
import { readSummary } from './summary-table';

jest.setTimeout(180_000);

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
});

async function fill(demo: Demo): Promise<string> {
  await demo.pane.getByRole('button', { name: '填写汇总表' }).click();
  const status = demo.pane.getByRole('status').filter({ hasText: /已(新建并)?填写/ });
  await status.waitFor({ timeout: 60_000 });
  return status.innerText();
}

function others(sheets: readonly SheetDump[]): readonly SheetDump[] {
  return sheets.filter(({ name }) => !name.includes('汇总表'));
}

describe.each(['worked-examples', 'city-matrix', 'existing-summary'])('%s through the pane', (name) => {
  const workbook = sample(name);
  const expected = readExpected(workbook);
  let demo: Demo;
  let before: readonly SheetDump[];
  let status: string;

  beforeAll(async () => {
    demo = await openDemo(browser, workbook);
    before = await demo.snapshot();
    status = await fill(demo);
  });

  afterAll(async () => {
    await demo?.close();
  });

  test('every person of the summary is as expected', async () => {
    const wanted = expectedRows(expected).persons;
    const { persons } = readSummary(await demo.snapshot());
    expect(comparable(persons, wanted)).toEqual(wanted);
    expect(persons).toHaveLength(wanted.length);
  });

  test('every department of the summary is as expected', async () => {
    const wanted = expectedRows(expected).departments;
    const { departments } = readSummary(await demo.snapshot());
    expect(comparable(departments, wanted)).toEqual(wanted);
    expect(departments).toHaveLength(wanted.length);
  });

  test('the status says how many errors and warnings there are', () => {
    const count = (severity: string): number =>
      expected.issues.filter((issue) => issue.severity === severity).length;
    expect(status).toContain(`${count('error')} 个错误`);
    expect(status).toContain(`${count('warning')} 个提醒`);
  });

  test('no other sheet was touched', async () => {
    expect(others(await demo.snapshot())).toEqual(others(before));
  });

  test('the downloaded workbook holds the same summary', async () => {
    const [download] = await Promise.all([
      demo.page.waitForEvent('download'),
      demo.page.getByRole('button', { name: '下载工作簿' }).click(),
    ]);
    const bytes = readFileSync(await download.path());
    const wanted = expectedRows(expected).persons;
    expect(comparable(readSummary(dump(bytes)).persons, wanted)).toEqual(wanted);
  });

  test('nothing but the page’s own server was asked, and nothing went wrong', () => {
    expect(demo.requests.filter((url) => !url.startsWith(demo.origin) && !/^(data|blob):/.test(url))).toEqual(
      [],
    );
    expect(demo.requests).toContain(`${demo.origin}/office-js/office.js`);
    expect(demo.errors).toEqual([]);
  });
});

describe('the other ways through the pane', () => {
  let demo: Demo;

  beforeAll(async () => {
    demo = await openDemo(browser, sample('worked-examples'));
  });

  afterAll(async () => {
    await demo?.close();
  });

  test('an issue leads to its cell', async () => {
    const issue = readExpected(sample('worked-examples')).issues.find(({ cell }) => cell !== null)!;
    await demo.pane.getByRole('button', { name: '提交前校验' }).click();
    const items = demo.pane.locator(
      `[role=list] [data-code="${issue.code}"], ul [data-code="${issue.code}"]`,
    );
    await items.filter({ hasText: issue.cell! }).getByRole('button').first().click();
    await demo.page.locator(`#selection[data-cell="${issue.cell}"]`).waitFor();
    const active = await demo.page.evaluate(() => window.emulatorWorkbook!.activeCell());
    expect(active.sheet).toBe(issue.sheet);
  });

  test('the ribbon’s button fills too', async () => {
    await demo.page.getByRole('group', { name: '测评' }).getByRole('button', { name: '填写汇总表' }).click();
    await demo.pane
      .getByRole('status')
      .filter({ hasText: /已(新建并)?填写/ })
      .waitFor();
    const wanted = expectedRows(readExpected(sample('worked-examples'))).persons;
    expect(comparable(readSummary(await demo.snapshot()).persons, wanted)).toEqual(wanted);
  });

  test('撤销本次填写 brings back exactly what was there', async () => {
    await demo.pane.getByRole('button', { name: '撤销本次填写' }).click();
    await demo.pane.getByRole('status').filter({ hasText: '已撤销' }).waitFor();
    expect((await demo.snapshot()).some(({ name }) => name.includes('汇总表'))).toBe(false);
  });
});
