import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { violations } from './axe';
import { openBrowser } from './browser';
import { openDemo, sample, type Demo } from './demo';
import { Keyboard } from './keyboard';
import { rested } from './rested';

jest.setTimeout(180_000);

const folder = path.resolve(__dirname, '../../screenshots');
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

async function says(text: string | RegExp): Promise<void> {
  await demo!.pane.getByRole('status').filter({ hasText: text }).waitFor({ timeout: 60_000 });
}

/** Takes a picture of the whole form, light and dark, after asking axe. */
async function picture(name: string): Promise<void> {
  const { page } = demo!;
  await page.setViewportSize({ width: 1280, height: 1500 });
  const inside = page.frames().find((each) => each.url().includes('taskpane.html'))!;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await rested(inside);
    expect(await violations(inside)).toEqual([]);
    await page
      .locator('iframe[title="任务窗格"]')
      .screenshot({ path: path.join(folder, `${name}-${colorScheme}.png`) });
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

test('a visit is entered with the keyboard alone into the sheet it belongs to, and undone', async () => {
  demo = await openDemo(browser, sample('worked-examples'), { viewport: { width: 1280, height: 1000 } });
  const before = await demo.snapshot();
  await says('已读取');
  const keys = new Keyboard(demo);
  await keys.press('F6');
  await keys.push('快速登记');
  await demo.pane.getByRole('heading', { name: '快速登记' }).waitFor();
  await keys.to('被测评人');
  await keys.type('李明');
  await keys.to('客户名称');
  await keys.type('东门新登记商店');
  await keys.to('许可证号');
  await keys.type('640199000001');
  await keys.to('检查日期');
  await keys.press('Control+A');
  await keys.type('20080603');
  await keys.to('价签维护');
  await keys.press('Space');
  await keys.to(/^卷烟库存/);
  await keys.press('Space');
  await demo.pane.getByText('本户得分 17 / 20').waitFor();
  await picture('entry');
  await keys.push('登记');
  await says('已登记“东门新登记商店”');
  expect(await keys.focused()).toMatchObject({ inPane: true, name: expect.stringContaining('客户名称') });
  const sheet = (await demo.snapshot()).find(({ name }) => name === '明细测评表-客户经理')!;
  const row = sheet.values.find((cells) => cells.includes('东门新登记商店'))!;
  expect(row).toEqual(expect.arrayContaining(['李明', '640199000001', 39602, 1, 2]));
  await keys.push('撤销本次登记', 'Shift+Tab');
  await says('已撤销本次登记');
  expect(await demo.snapshot()).toEqual(before);
  expect(demo.errors).toEqual([]);
});
