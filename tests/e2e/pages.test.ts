import type { Browser } from 'playwright-core';
import { wordsFor } from '../../src/locales';
import { fillingWords } from '../../src/locales/pages/filling';
import { firstRunWords } from '../../src/locales/pages/firstRun';
import { toolsWords } from '../../src/locales/pages/tools';
import { openBrowser } from './browser';
import { emptyWorkbook, openDemo, sample, type Demo } from './demo';
import { Tour } from './tour';

jest.setTimeout(600_000);

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

test.each(['zh-CN', 'en-US'])('the pages behind 更多, in %s', async (language) => {
  demo = await openDemo(browser, sample('existing-summary'), {
    language,
    viewport: { width: 1280, height: 900 },
  });
  const tour = new Tour(demo, language);
  await tour.idle();
  const words = wordsFor(toolsWords, language);
  for (const tool of ['entry', 'rules', 'schemes', 'snapshot', 'seal'] as const) {
    await tour.tab(tour.t.tabs.tools);
    await tour.press(words[tool].title);
    await tour.idle();
    await tour.glance(tool);
  }
  expect(tour.faults).toEqual([]);
});

test.each(['zh-CN', 'en-US'])(
  'an empty workbook, the example and its departments, in %s',
  async (language) => {
    demo = await openDemo(browser, emptyWorkbook(), { language, viewport: { width: 1280, height: 900 } });
    const tour = new Tour(demo, language);
    const { pane, t } = tour;
    const words = wordsFor(firstRunWords, language);
    await pane.getByRole('button', { name: words.example, exact: true }).waitFor();
    await tour.idle();
    await tour.glance('first-run');
    await tour.press(words.example);
    await pane.locator('tr[data-person]').first().waitFor();
    await tour.idle();
    await tour.press(t.actions.options);
    await pane.getByRole('heading', { name: wordsFor(fillingWords, language).title }).waitFor();
    await tour.glance('filling');
    await tour.tab(t.tabs.overview);
    await tour.press('示例一所');
    await pane.getByRole('heading', { name: '示例一所' }).waitFor();
    await tour.glance('department');
    expect(tour.faults).toEqual([]);
  },
);
