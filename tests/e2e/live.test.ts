import type { Browser } from 'playwright-core';
import { openBrowser } from './browser';
import { openDemo, sample, type Demo } from './demo';

jest.setTimeout(120_000);

let browser: Browser;
let demo: Demo;

beforeAll(async () => {
  browser = await openBrowser();
  demo = await openDemo(browser, sample('worked-examples'));
});

afterAll(async () => {
  await demo?.close();
  await browser?.close();
});

const traffic = () => demo.page.evaluate(() => window.emulatorWorkbook!.traffic());
const scoreOf = (name: string) => demo.pane.locator(`tr[data-person="${name}"]`);

async function type(sheet: string, cell: string, text: string): Promise<void> {
  await demo.page.getByRole('tab', { name: sheet, exact: true }).click();
  const box = demo.page.getByLabel('名称框');
  await box.fill(cell);
  await box.press('Enter');
  await demo.page.keyboard.type(text);
  await demo.page.keyboard.press('Enter');
}

test('what is typed into a sheet shows in the person that is open, with one small request and no full read', async () => {
  await demo.pane.locator('button:not([aria-disabled=true])', { hasText: '填写汇总表' }).waitFor();
  await scoreOf('李明').first().click();
  await demo.pane.getByRole('heading', { name: '李明' }).waitFor();
  const page = demo.pane.locator('#pane-page');
  const before = await page.innerText();
  const { requests, bytesOut } = await traffic();
  await type('客户满意度', 'D3', '61.5');
  await demo.pane.getByText('已随改动更新').waitFor();
  expect(await page.innerText()).not.toBe(before);
  await demo.pane.getByRole('heading', { name: '李明' }).waitFor();
  const after = await traffic();
  expect(after.requests - requests).toBe(1);
  expect(after.bytesOut - bytesOut).toBeLessThan(4_000);
  // Who types into the sheet goes on typing there.
  expect(await demo.page.evaluate(() => document.activeElement?.tagName)).not.toBe('IFRAME');
});

test('a fill by this product is not followed: nothing is said, and nothing is read for it', async () => {
  await demo.pane.getByRole('button', { name: '填写汇总表' }).click();
  await demo.pane.getByRole('status').filter({ hasText: '已新建并填写' }).waitFor();
  await demo.pane.getByText('识别到 10 张表').waitFor();
  await demo.pane.getByRole('button', { name: '撤销本次填写' }).waitFor();
  await type('客户满意度', 'D3', '95');
  await demo.pane.getByText('已随改动更新').waitFor();
  await demo.pane.getByRole('button', { name: '填写汇总表' }).click();
  await demo.pane.getByRole('status').filter({ hasText: '已填写' }).waitFor();
  const { requests } = await traffic();
  // Longer than the rest after which an edit would be followed.
  await demo.page.waitForTimeout(1_000);
  expect((await traffic()).requests).toBe(requests);
  expect(await demo.pane.getByText(/已随改动更新|已重读整本工作簿/).count()).toBe(0);
});

test('turned off, the figures stay, and the pane says that something waits', async () => {
  await demo.pane.getByRole('tab', { name: '更多' }).click();
  await demo.pane.getByRole('switch', { name: '随改随算' }).click();
  const { requests } = await traffic();
  await type('客户满意度', 'D3', '96');
  await demo.pane.getByText('表里有改动，点“提交前校验”重算').waitFor();
  expect((await traffic()).requests).toBe(requests);
  await demo.pane.getByRole('switch', { name: '随改随算' }).click();
  await demo.pane.getByText('已随改动更新').waitFor();
  expect(demo.errors).toEqual([]);
});
