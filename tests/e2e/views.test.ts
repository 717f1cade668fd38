import type { Browser } from 'playwright-core';
import type { PageName } from '../../src/taskpane/state/view';
import { openBrowser } from './browser';
import { openDemo, type Demo } from './demo';
import { Tour } from './tour/tour';
import { walks } from './tour/walks';

jest.setTimeout(600_000);

/** Every page there is: a new one does not compile before it stands here, and has to be on a walk then. */
const PAGES: Readonly<Record<PageName, true>> = {
  results: true,
  overview: true,
  rulings: true,
  tools: true,
  cycle: true,
  rules: true,
  schemes: true,
  fixes: true,
  snapshot: true,
  entry: true,
  filling: true,
  guide: true,
  seal: true,
  sheets: true,
  person: true,
  department: true,
  preview: true,
  formulas: true,
  undo: true,
  table: true,
};

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

test('every page is on a walk, and no two stops have one name', () => {
  const stops = walks.flatMap((walk) => walk.stops);
  const walked = new Set<string>(stops.map(({ page }) => page));
  expect(Object.keys(PAGES).filter((page) => !walked.has(page))).toEqual([]);
  expect(new Set(stops.map(({ name }) => name)).size).toBe(stops.length);
});

describe.each(['zh-CN', 'en-US'])('in %s', (language) => {
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
});
