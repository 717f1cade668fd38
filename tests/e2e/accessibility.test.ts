import { readFileSync } from 'node:fs';
import type { Browser, Frame } from 'playwright-core';
import { openBrowser } from './browser';
import { openDemo, sample, type Demo } from './demo';

jest.setTimeout(120_000);

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string }[];
}

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
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

/** What axe finds against WCAG 2.2 AA, as readable lines. */
async function violations(frame: Frame): Promise<string[]> {
  await frame.evaluate(axe);
  const found = await frame.evaluate(async () => {
    const runner = (
      window as unknown as { axe: { run(options: object): Promise<{ violations: Violation[] }> } }
    ).axe;
    return (await runner.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }))
      .violations;
  });
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

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
