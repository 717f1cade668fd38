import type { Browser } from 'playwright-core';
import { violations } from './axe';
import { openBrowser } from './browser';
import { openDemo, sample, type Demo } from './demo';

jest.setTimeout(120_000);

let browser: Browser;
let demo: Demo | null = null;

beforeAll(async () => {
  browser = await openBrowser();
});

afterEach(async () => {
  await demo?.close();
  demo = null;
});

afterAll(async () => {
  await browser?.close();
});

test.each(['light', 'dark'] as const)('the pane after a fill, %s', async (colorScheme) => {
  demo = await openDemo(browser, sample('worked-examples'), { colorScheme });
  await demo.pane.getByRole('button', { name: '填写汇总表' }).click();
  await demo.pane
    .getByRole('status')
    .filter({ hasText: /已(新建并)?填写/ })
    .waitFor();
  await demo.pane.locator('button:enabled', { hasText: '填写汇总表' }).waitFor();
  await demo.page.waitForTimeout(500);
  const frame = demo.page.frames().find((each) => each.url().includes('taskpane.html'))!;
  expect(await violations(frame)).toEqual([]);
});
