import type { Browser } from 'playwright-core';
import { openBrowser } from './browser';
import { openDemo, sample, type Demo } from './demo';
import { holdAnswers, letAnswersGo } from './held';
import { Keyboard } from './keyboard';

jest.setTimeout(60_000);

let browser: Browser;
let demo: Demo;

beforeAll(async () => {
  browser = await openBrowser();
  demo = await openDemo(browser, sample('existing-summary'), {
    before: async ({ page }) => void (await page.addInitScript(holdAnswers)),
  });
});

afterAll(async () => {
  await demo?.close();
  await browser?.close();
});

const status = (text: string | RegExp) => demo.pane.getByRole('status').filter({ hasText: text }).waitFor();

test('a long check is cancelled with the keyboard; nothing is written, and the next check works', async () => {
  const keys = new Keyboard(demo);
  await status(/个错误/);
  const before = await demo.snapshot();
  await demo.page.evaluate(() => (window.answersHeld = true));
  await keys.press('F6');
  await keys.push('提交前校验');
  await status('正在读取并校验');
  // Whoever waits sees that it goes on, and is not told so five times a second.
  const clock = demo.pane.getByRole('timer').filter({ hasText: /^\d+\.\d 秒$/ });
  await clock.waitFor();
  expect(await demo.pane.locator('[aria-live] [data-work], [role=status] [data-work]').count()).toBe(0);
  await keys.push('取消');
  await status('已取消，未写入任何内容');
  expect(await demo.pane.locator('[data-work]').count()).toBe(0);
  // The focus is where one goes on from.
  expect(await keys.focused()).toMatchObject({ inPane: true, name: '提交前校验' });
  await demo.page.evaluate(letAnswersGo);
  await keys.press('Enter');
  await status('校验完成');
  expect(await demo.snapshot()).toEqual(before);
  expect(demo.errors).toEqual([]);
});
