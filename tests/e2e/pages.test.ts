import type { Browser } from 'playwright-core';
import { wordsFor } from '../../src/locales';
import { toolsWords } from '../../src/locales/pages/tools';
import { openBrowser } from './browser';
import { openDemo, sample, type Demo } from './demo';
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
  for (const tool of ['rules', 'snapshot', 'seal'] as const) {
    await tour.tab(tour.t.tabs.tools);
    await tour.press(words[tool].title);
    await tour.idle();
    await tour.glance(tool);
  }
  expect(tour.faults).toEqual([]);
});
