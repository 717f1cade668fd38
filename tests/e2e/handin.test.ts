import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8 } from 'fflate';
import type { Browser } from 'playwright-core';
import { parseCellName } from '../../src/model';
import { partsOf } from '../contract/archive';
import { violations } from './axe';
import { openBrowser } from './browser';
import { openDemo, sample, type Demo } from './demo';
import { rested } from './rested';

jest.setTimeout(180_000);

const folder = path.resolve(__dirname, '../../screenshots');
let browser: Browser;
let demo: Demo;

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
});

async function press(name: string | RegExp): Promise<void> {
  await demo.pane.getByRole('button', { name, exact: true }).first().click();
}

/** Waits for the status region to say it and for the pane to be idle again. */
async function says(text: string | RegExp): Promise<string> {
  const status = demo.pane.getByRole('status').filter({ hasText: text });
  await status.waitFor({ timeout: 60_000 });
  await demo.pane.locator('button:enabled', { hasText: '填写汇总表' }).waitFor();
  return status.innerText();
}

async function value(sheet: string, cell: string): Promise<unknown> {
  const { row, column } = parseCellName(cell)!;
  const found = (await demo.snapshot()).find(({ name }) => name === sheet)!;
  return found.values[row - found.top]?.[column - found.left];
}

/** What the sheets of the downloaded file say, all parts together. */
async function downloaded(): Promise<string> {
  const [download] = await Promise.all([
    demo.page.waitForEvent('download'),
    demo.page.getByRole('button', { name: '下载工作簿' }).click(),
  ]);
  const parts = Object.entries(partsOf(readFileSync(await download.path())));
  const sheets = parts.filter(([name]) => name.startsWith('xl/worksheets/') && name.endsWith('.xml'));
  return sheets.map(([, bytes]) => strFromU8(bytes)).join('\n');
}

async function type(sheet: string, cell: string, text: string): Promise<void> {
  const { page } = demo;
  await page.getByRole('tab', { name: sheet, exact: true }).click();
  const box = page.getByLabel('名称框');
  await box.fill(cell);
  await box.press('Enter');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** Takes a picture of the pane, and asks axe about it, light and dark. */
async function picture(name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await demo.page.emulateMedia({ colorScheme });
    const frame = demo.page.locator('iframe[title="任务窗格"]');
    const inside = demo.page.frames().find((each) => each.url().includes('taskpane.html'))!;
    await rested(inside);
    expect(await violations(inside)).toEqual([]);
    await frame.screenshot({ path: path.join(folder, `${name}-${colorScheme}.png`) });
  }
  await demo.page.emulateMedia({ colorScheme: 'light' });
}

describe('a workbook with defects', () => {
  beforeAll(async () => {
    demo = await openDemo(browser, sample('list-with-defects'));
    await press('提交前校验');
    await says('校验完成');
  });

  afterAll(async () => {
    await demo?.close();
  });

  test('the verdict counts the errors, offers no seal, and an issue leads to its cell', async () => {
    await demo.pane.getByRole('heading', { name: /^有 \d+ 个错误/ }).waitFor();
    await demo.pane.getByRole('button', { name: '标记问题单元格' }).waitFor();
    expect(await demo.pane.getByRole('button', { name: '封存', exact: true }).count()).toBe(0);
    await picture('verdict');
    await demo.pane.locator('[data-code="not-a-number"]').getByRole('button').first().click();
    await demo.page.locator('#selection[data-cell="I127"]').waitFor();
  });

  test('one repair is made, and undone in one step', async () => {
    const before = await demo.snapshot();
    await demo.pane.getByRole('button', { name: /^可直接修正 \d+ 处/ }).click();
    const offers = demo.pane.getByRole('list', { name: '修正清单' }).getByRole('listitem');
    await offers.first().waitFor();
    const count = await offers.count();
    const after = await offers.first().locator('ins').innerText();
    const place = (await offers.first().getByRole('button').first().innerText()).split('!');
    await picture('fixes');
    expect(await demo.snapshot()).toEqual(before);
    await offers.first().getByRole('button', { name: /^修正/ }).click();
    await says('已修正 1 处');
    expect(String(await value(place[0]!, place[1]!))).toBe(after);
    await expect(offers.count()).resolves.toBe(count - 1);
    await press('撤销本次修正');
    await says('已撤销本次修正');
    expect(await demo.snapshot()).toEqual(before);
    await expect(offers.count()).resolves.toBe(count);
  });

  test('the faulty cells are marked, and the marks go without a trace', async () => {
    const marks = 'service-score';
    await press('返回');
    const before = await downloaded();
    expect(before).not.toContain(marks);
    await press('标记问题单元格');
    await says(/已标记 \d+ 个单元格/);
    expect(await downloaded()).toContain(marks);
    const ribbon = demo.page.getByRole('group', { name: '测评' });
    await ribbon.getByRole('button', { name: '清除标记' }).click();
    await says('已清除全部标记');
    expect(await downloaded()).toBe(before);
  });

  test('the report sheet lists what was found', async () => {
    await press('生成校验结果表');
    await says('已生成“校验结果”');
    expect((await demo.snapshot()).map(({ name }) => name)).toContain('校验结果');
    expect(demo.errors).toEqual([]);
  });
});

describe('a workbook that is handed in', () => {
  const sheet = '明细测评表-客户经理';

  beforeAll(async () => {
    demo = await openDemo(browser, sample('worked-examples'));
    await press('填写汇总表');
    await says(/已(新建并)?填写/);
    await press('提交前校验');
    await says('校验完成');
  });

  afterAll(async () => {
    await demo?.close();
  });

  test('it is sealed, and intact', async () => {
    await picture('verdict-ready');
    await press('封存');
    await says('已生成提交凭证');
    await demo.pane.getByRole('heading', { name: '与封存时一致' }).waitFor();
    await picture('sealed');
    await press('重新核对');
    await says('与封存时一致');
  });

  test('a changed deduction is named with its sheet and leads there', async () => {
    const was = Number(await value(sheet, 'I7'));
    await type(sheet, 'I7', String(was + 1));
    await press('重新核对');
    await says('封存后有改动');
    const changes = demo.pane.getByRole('list', { name: '改动清单' }).getByRole('listitem');
    const named = changes.filter({ hasText: sheet });
    await named.first().waitFor();
    await picture('seal-changed');
    await demo.page.getByRole('tab', { name: '人员名册' }).click();
    await named.first().getByRole('button').click();
    await demo.page.getByRole('tab', { name: sheet, selected: true }).waitFor();
    expect((await demo.page.evaluate(() => window.emulatorWorkbook!.activeCell())).sheet).toBe(sheet);
  });

  test('the old figure makes it intact again', async () => {
    const now = Number(await value(sheet, 'I7'));
    await type(sheet, 'I7', String(now - 1));
    await press('重新核对');
    await says('与封存时一致');
    expect(demo.errors).toEqual([]);
  });
});
