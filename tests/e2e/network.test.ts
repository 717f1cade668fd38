import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { newWorkbook } from '../../src/hosts/file';
import { wordsFor } from '../../src/locales';
import { cycleWords } from '../../src/locales/pages/cycle';
import { openBrowser } from './browser';
import { openDemo, sample, type Demo } from './demo';
import { Tour } from './tour/tour';
import { watchedIn, watchPage } from './watched';

jest.setTimeout(600_000);

const words = wordsFor(cycleWords, 'zh-CN');
let browser: Browser;
let demo: Demo;
const sockets: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  demo = await openDemo(browser, sample('existing-summary'), {
    before: async ({ page }) => {
      await page.addInitScript(watchPage);
      page.on('websocket', (socket) => sockets.push(socket.url()));
    },
  });
});

afterAll(async () => {
  await demo?.close();
  await browser?.close();
});

/** A list of 60 customers in one area, as a file. */
function customerList(): string {
  const headers = ['许可证号', '客户名称', '片区', '部(所)', '客户经理', '专管员', '送货员', '业态'];
  const rows = Array.from({ length: 60 }, (_, at) => [
    String(640100000000 + at),
    `${at}号店`,
    '一片',
    '一部',
    '陈一',
    '马一',
    '杜一',
    '超市',
  ]);
  const cells = [headers, ...rows].flatMap((row, at) =>
    row.map((value, column) => ({ row: at, column, value, style: 'text' }) as const),
  );
  const list = {
    name: '客户清单',
    cells,
    merges: [],
    columnWidths: [],
    headerRows: 1,
    landscape: false,
    lists: [],
  };
  const file = path.join(__dirname, '../../.cache/customers.xlsx');
  writeFileSync(file, newWorkbook([list]));
  return file;
}

test('a whole run asks nobody but the page’s own server, and its policy has nothing to refuse', async () => {
  const tour = new Tour(demo, 'zh-CN');
  const { pane, t } = tour;
  const said = (text: string | RegExp) =>
    pane.getByRole('status').filter({ hasText: text }).waitFor({ timeout: 60_000 });
  await tour.idle();
  await tour.press(t.actions.check);
  await tour.idle();
  await tour.press(t.actions.fill);
  await said(/已(新建并)?填写/);
  await tour.press('撤销本次填写');
  await said('已撤销');
  await tour.tool('cycle');
  const saved = async (action: string): Promise<void> => {
    const [download] = await Promise.all([demo.page.waitForEvent('download'), tour.press(action)]);
    expect(await download.failure()).toBeNull();
  };
  await pane.getByLabel(words.draw.file).setInputFiles(customerList());
  await pane.getByLabel(words.draw.seed).fill('2008');
  await saved(words.draw.action);
  await saved(words.bulletin.action);
  await saved(words.bulletin.slips);
  await pane.getByLabel(words.archive.file).setInputFiles(sample('existing-summary'));
  await saved(words.archive.action);

  const isOwn = (url: string): boolean => url.startsWith(`${demo.origin}/`) || /^(data|blob):/.test(url);
  const { reached, refused } = await watchedIn(demo);
  expect(demo.requests.length).toBeGreaterThan(10);
  expect([...demo.requests, ...sockets].filter((url) => !isOwn(url))).toEqual([]);
  expect(reached.filter((one) => !isOwn(one.slice(one.indexOf(' ') + 1)))).toEqual([]);
  // office.js tries to add two inline styles at its start; nothing is missing without them.
  expect(
    refused.filter((one) => !(one.startsWith('style-src-elem inline') && one.includes('/office-js/'))),
  ).toEqual([]);
  expect(demo.errors).toEqual([]);
});

test('what tried to leave would be seen, and the policy refuses it', async () => {
  const { frame } = new Tour(demo, 'zh-CN');
  const outcome = await frame.evaluate(() =>
    fetch('https://elsewhere.invalid/').then(
      () => 'left',
      () => 'refused',
    ),
  );
  expect(outcome).toBe('refused');
  const { reached, refused } = await watchedIn(demo);
  expect(reached).toContain('fetch https://elsewhere.invalid/');
  expect(refused.some((one) => one.startsWith('connect-src https://elsewhere.invalid'))).toBe(true);
});
