import type { Browser } from 'playwright-core';
import { openBrowser } from './browser';
import { openDemo, sample, type Demo } from './demo';
import { Keyboard } from './keyboard';

jest.setTimeout(180_000);

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

/** Opens the demo with a part of the pane held back until `release` is called. */
async function openWithout(script: string): Promise<{ keys: Keyboard; release: () => void }> {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  demo = await openDemo(browser, sample('worked-examples'), {
    before: async ({ page }) => {
      await page.route(script, async (route) => {
        await held;
        await route.continue();
      });
    },
  });
  return { keys: new Keyboard(demo), release };
}

/** The focus is on something in the pane that a screen reader can name, and Tab goes on from there. */
async function isAtWork(keys: Keyboard): Promise<void> {
  for (let press = 0; press < 3; press += 1) {
    expect(await keys.focused()).toMatchObject({ inPane: true, name: expect.stringMatching(/./) });
    expect((await keys.focused()).role).not.toBe('BODY');
    await keys.press('Tab');
  }
}

test('whoever comes in while the workbook is read keeps their place until it is, and after', async () => {
  const { keys, release } = await openWithout('**/engine.*.js');
  await demo!.pane.getByRole('button', { name: '填写汇总表' }).waitFor();
  await keys.press('F6');
  await isAtWork(keys);
  release();
  await demo!.pane.locator('tr[data-person]').first().waitFor();
  await isAtWork(keys);
});

test('whoever comes in before anything is drawn gets the first thing once it is', async () => {
  const { keys, release } = await openWithout('**/taskpane.*.js');
  await keys.press('F6');
  release();
  await demo!.pane.getByRole('button', { name: '填写汇总表' }).waitFor();
  await isAtWork(keys);
  await demo!.pane.locator('tr[data-person]').first().waitFor();
  await isAtWork(keys);
});

test('the pane takes no focus from the sheet while it opens', async () => {
  const { keys, release } = await openWithout('**/engine.*.js');
  release();
  await demo!.pane.locator('tr[data-person]').first().waitFor();
  expect(await keys.focused()).toMatchObject({ inPane: false });
});
