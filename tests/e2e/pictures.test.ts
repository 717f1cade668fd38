import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { openBrowser } from './browser';
import { openDemo, sample, type Demo } from './demo';

jest.setTimeout(120_000);

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

/** Buttons are dimmed while the pane works; it reads once more after a fill. */
async function untilIdle({ page, pane }: Demo): Promise<void> {
  await pane.locator('button:enabled', { hasText: '填写汇总表' }).waitFor();
  await page.waitForTimeout(500);
}

test.each(['light', 'dark'] as const)('pictures of page and pane after a fill, %s', async (colorScheme) => {
  demo = await openDemo(browser, sample('worked-examples'), { colorScheme });
  const frame = demo.page.locator('iframe[title="任务窗格"]');
  await demo.pane.getByRole('button', { name: '填写汇总表' }).click();
  await demo.pane
    .getByRole('status')
    .filter({ hasText: /已(新建并)?填写/ })
    .waitFor();
  await untilIdle(demo);
  await demo.page.getByRole('tab', { name: '客户服务质量测评汇总表' }).click();
  await demo.page.screenshot({ path: path.join(folder, `demo-${colorScheme}.png`) });
  await frame.screenshot({ path: path.join(folder, `pane-${colorScheme}.png`) });
  expect((await frame.boundingBox())!.width).toBe(350);
});
