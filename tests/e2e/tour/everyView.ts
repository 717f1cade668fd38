import type { Browser } from 'playwright-core';
import { openBrowser } from '../browser';
import { openDemo, type Demo } from '../demo';
import { Tour } from './tour';
import { type Walk, walks } from './walks';

/** What `npm test` goes on, by language; every walk in both: `VIEWS=full` (docs/testing.md). */
const SHORT: Readonly<Record<string, readonly string[]>> = {
  'zh-CN': ['a workbook that is being read', 'a workbook with defects', 'a summary that is filled'],
  'en-US': ['from an empty workbook to the example'],
};

function walksIn(language: string): readonly Walk[] {
  if (process.env['VIEWS'] === 'full') return walks;
  return walks.filter(({ name }) => SHORT[language]!.includes(name));
}

/**
 * Goes on the walks in one language. A test file for each language, so that two processors can share what takes longest
 * of all tests.
 */
export function testEveryView(language: string): void {
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

  test.each(walksIn(language))('$name', async ({ workbook, query, before, stops }) => {
    demo = await openDemo(browser, workbook(), {
      language,
      query,
      before,
      viewport: { width: 900, height: 1400 },
      reducedMotion: 'reduce',
    });
    const tour = new Tour(demo, language);
    for (const { name, go } of stops) {
      await go(tour);
      await tour.look(name);
    }
    expect(tour.faults).toEqual([]);
  });
}
