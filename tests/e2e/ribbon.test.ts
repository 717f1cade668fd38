import type { Browser } from 'playwright-core';
import { openBrowser } from './browser';
import { openDemo, sample, type Demo } from './demo';

jest.setTimeout(180_000);

let browser: Browser;
let demo: Demo;

beforeAll(async () => {
  browser = await openBrowser();
  demo = await openDemo(browser, sample('list-with-defects'));
  await says('已读取');
});

afterAll(async () => {
  await demo?.close();
  await browser?.close();
});

async function says(text: string | RegExp): Promise<void> {
  await demo.pane.getByRole('status').filter({ hasText: text }).waitFor({ timeout: 60_000 });
}

/** Presses a button of the ribbon while the pane is closed; it stands open then, where the result is said. */
async function pressWithoutPane(name: string): Promise<void> {
  await demo.page.getByRole('button', { name: '关闭任务窗格' }).click();
  expect(await demo.page.locator('#pane').isVisible()).toBe(false);
  await demo.page.getByRole('group', { name: '测评' }).getByRole('button', { name }).click();
  await demo.page.locator('#pane').waitFor({ state: 'visible' });
}

test('提交前校验 says what it found', async () => {
  await pressWithoutPane('提交前校验');
  await says('校验完成。15 人次未计分。19 个错误，7 个提醒。');
  await demo.pane.getByRole('heading', { name: '有 19 个错误，改正后再提交' }).waitFor();
});

test('清除标记 takes away what 标记问题单元格 has put there, and says so', async () => {
  const before = await demo.snapshot();
  await demo.pane.getByRole('button', { name: '标记问题单元格' }).click();
  await says(/已标记 \d+ 个单元格/);
  await pressWithoutPane('清除标记');
  await says('已清除全部标记，单元格恢复原来的格式。');
  expect(await demo.snapshot()).toEqual(before);
});

test('填写汇总表 says which sheet it filled, and for how many', async () => {
  await pressWithoutPane('填写汇总表');
  await says(/已新建并填写“客户服务质量测评汇总表”，13 人次。/);
  expect((await demo.snapshot()).map(({ name }) => name)).toContain('客户服务质量测评汇总表');
});

test('打开面板 opens it as it was', async () => {
  await pressWithoutPane('打开面板');
  await says('已新建并填写');
  expect(demo.errors).toEqual([]);
});
