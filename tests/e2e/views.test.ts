import type { Browser } from 'playwright-core';
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

/** The pane as it is used, a short window so that pictures show the normal case. */
const WINDOW = { viewport: { width: 1280, height: 900 } };

async function begin(workbook: string, language: string): Promise<Tour> {
  demo = await openDemo(browser, sample(workbook), { language, ...WINDOW });
  const tour = new Tour(demo, language);
  await tour.idle();
  return tour;
}

describe.each(['zh-CN', 'en-US'])('in %s', (language) => {
  test('a workbook with defects', async () => {
    const tour = await begin('list-with-defects', language);
    const { t } = tour;
    await tour.look('results');
    await tour.press(t.actions.check);
    await tour.idle();
    await tour.look('verdict');
    await tour.press(/^可直接修正 \d+ 处|repair/i);
    await tour.look('fixes');
    for (const page of ['overview', 'sheets', 'rulings', 'tools'] as const) {
      await tour.tab(t.tabs[page]);
      await tour.look(page);
    }
    await tour.press(/^(半年工作|The half-year)/);
    await tour.look('cycle');
    expect(tour.faults).toEqual([]);
  });

  test('a summary that is filled', async () => {
    const tour = await begin('existing-summary', language);
    const { t } = tour;
    await tour.press(t.actions.preview);
    await tour.idle();
    await tour.look('preview');
    await tour.press(t.preview.confirm);
    await tour.idle();
    await tour.look('filled');
    await tour.pane.locator('tr[data-person]').first().click();
    await tour.look('person');
    await tour.tab(t.tabs.overview);
    await tour.look('whole');
    expect(tour.faults).toEqual([]);
  });
});
