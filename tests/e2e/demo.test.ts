import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { openBrowser } from './browser';
import { openDemo, sample, type Demo } from './demo';
import { dump } from './dump';

jest.setTimeout(120_000);

let browser: Browser;
let demo: Demo;

beforeAll(async () => {
  browser = await openBrowser();
  demo = await openDemo(browser, sample('city-matrix'));
});

afterAll(async () => {
  await demo?.close();
  await browser?.close();
});

test('the ribbon and the tabs are those of manifest.xml and of the workbook', async () => {
  const ribbon = demo.page.getByRole('group', { name: '测评' });
  expect(await ribbon.getByRole('button').allInnerTexts()).toEqual([
    '打开面板',
    '填写汇总表',
    '提交前校验',
    '清除标记',
  ]);
  const tabs = await demo.page.getByRole('tablist', { name: '工作表' }).getByRole('tab').allInnerTexts();
  expect(tabs).toEqual((await demo.snapshot()).map(({ name }) => name));
});

test('a jump by the name box scrolls to the cell and marks it', async () => {
  await demo.page.getByRole('tab', { name: '明细测评表-专管员' }).click();
  const box = demo.page.getByLabel('名称框');
  await box.fill('F250');
  await box.press('Enter');
  const cell = demo.page.locator('[role=gridcell][data-cell=F250]');
  await cell.waitFor();
  expect(await demo.page.locator('#selection').getAttribute('data-cell')).toBe('F250');
  const [inside, grid] = [await cell.boundingBox(), await demo.page.locator('#grid').boundingBox()];
  expect(inside!.y).toBeGreaterThan(grid!.y);
  expect(inside!.y + inside!.height).toBeLessThan(grid!.y + grid!.height);
});

test('what is typed stands in the workbook, and in the file that is downloaded', async () => {
  const { page } = demo;
  await page.getByRole('tab', { name: '客户满意度' }).click();
  const box = page.getByLabel('名称框');
  await box.fill('H3');
  await box.press('Enter');
  await page.keyboard.type('12.5');
  await page.keyboard.press('Enter');
  await page.keyboard.type('文字');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => window.emulatorWorkbook!.activeCell())).toEqual({
    sheet: '客户满意度',
    row: 3,
    column: 8,
  });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载工作簿' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('city-matrix.xlsx');
  const before = dump(readFileSync(sample('city-matrix')));
  const after = dump(readFileSync(await download.path()));
  const changed = after.find(({ name }) => name === '客户满意度')!;
  expect(changed.values[2]![7]).toBe(12.5);
  expect(changed.values[3]![7]).toBe('文字');
  const others = (sheets: typeof before) => sheets.filter(({ name }) => name !== '客户满意度');
  expect(others(after)).toEqual(others(before));
});

test('the unmodified office.js of node_modules runs in the frame, and no other server is asked', async () => {
  await demo.pane.getByRole('button').first().waitFor();
  expect(demo.requests).toContain(`${demo.origin}/office-js/office.js`);
  expect(demo.requests.filter((url) => !url.startsWith(demo.origin) && !url.startsWith('blob:'))).toEqual([]);
  expect(demo.errors).toEqual([]);
});
