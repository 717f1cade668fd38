import type { Browser } from 'playwright-core';
import { openBrowser } from '../browser';
import { openDemo, type Demo } from '../demo';
import { Tour } from './tour';
import { walks } from './walks';

/**
 * Goes on every walk in one language. A test file for each language, so that two processors can share what takes longest
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

  test.each(walks)('$name', async ({ workbook, query, before, stops }) => {
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
