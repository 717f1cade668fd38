import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { openBrowser } from './browser';
import { openDemo, sample, type Demo } from './demo';
import { Keyboard } from './keyboard';

jest.setTimeout(300_000);

const docs = path.resolve(__dirname, '../../docs');
const folder = path.join(docs, 'images', 'guide');
const textsFile = path.join(folder, 'texts.json');
/** With GUIDE_PICTURES=1 the pictures of docs/guide.md are taken anew; else what they show is compared. */
const isTaking = process.env.GUIDE_PICTURES === '1';

let browser: Browser;
let demo: Demo;
const texts: Record<string, readonly string[]> = {};

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  browser = await openBrowser();
  demo = await openDemo(browser, sample('list-with-defects'), { viewport: { width: 1280, height: 760 } });
});

afterAll(async () => {
  await demo?.close();
  await browser?.close();
});

/** Waits for the status region to say it and for the pane to be idle again. */
async function says(text: string | RegExp): Promise<void> {
  await demo.pane.getByRole('status').filter({ hasText: text }).waitFor({ timeout: 60_000 });
  await demo.pane.locator('button:not([aria-disabled=true])', { hasText: '填写汇总表' }).waitFor();
}

/** A picture for the guide, and the headings and buttons on it: they tell when a picture has gone stale. */
async function guide(name: string): Promise<void> {
  const shown = await demo.pane.locator('main h2, main button, [role=tab]').allInnerTexts();
  texts[name] = shown.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '');
  if (!isTaking) return;
  await demo.page.waitForTimeout(300);
  await demo.page.locator('iframe[title="任务窗格"]').screenshot({ path: path.join(folder, `${name}.png`) });
}

test('the whole job is done with the keyboard alone', async () => {
  const keys = new Keyboard(demo);
  await says('已读取');
  await guide('start');
  await keys.press('F6');
  await keys.push('提交前校验');
  await says('校验完成');
  // What can be done after a verdict is loaded with it.
  await demo.pane.getByRole('button', { name: /^可直接修正/ }).waitFor();
  await guide('check');
  await keys.push(/^可直接修正 \d+ 处/);
  await demo.pane.getByRole('list', { name: '修正清单' }).waitFor();
  await guide('fix');
  const spoiled = await demo.snapshot();
  await keys.push(/^修正/);
  await says('已修正 1 处');
  expect((await keys.focused()).inPane).toBe(true);
  const fixed = await demo.snapshot();
  expect(fixed).not.toEqual(spoiled);
  await keys.push('填写汇总表', 'Shift+Tab');
  await says(/已(新建并)?填写/);
  await guide('fill');
  const filled = await demo.snapshot();
  expect(filled).not.toEqual(fixed);
  const scored = demo.pane.locator('tr[data-person]', { hasText: '达标' });
  const first = await scored.locator('button').first().innerText();
  await keys.push(first);
  await demo.pane.getByRole('heading', { name: first }).waitFor();
  await guide('explain');
  expect((await keys.focused()).inPane).toBe(true);
  await keys.push('撤销本次填写', 'Shift+Tab');
  await says('已撤销本次填写');
  expect(await demo.snapshot()).toEqual(fixed);
  expect((await keys.focused()).inPane).toBe(true);
  await keys.push('快速登记', 'Shift+Tab');
  await demo.pane.getByRole('heading', { name: '快速登记' }).waitFor();
  await guide('entry');
  expect(demo.errors).toEqual([]);
});

test('the pictures of the guide show what the pane says now', () => {
  const page = readFileSync(path.join(docs, 'guide.md'), 'utf8');
  const shown = [...page.matchAll(/images\/guide\/(\w+)\.png/g)].map(([, name]) => name);
  expect(new Set(shown)).toEqual(new Set(Object.keys(texts)));
  if (isTaking) writeFileSync(textsFile, `${JSON.stringify(texts, null, 2)}\n`);
  for (const name of shown)
    expect([name, existsSync(path.join(folder, `${name}.png`))]).toEqual([name, true]);
  // Where this fails, take the pictures anew: GUIDE_PICTURES=1 npx jest tests/e2e/job --selectProjects e2e
  expect(texts).toEqual(JSON.parse(readFileSync(textsFile, 'utf8')));
});
