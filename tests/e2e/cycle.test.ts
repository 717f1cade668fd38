import type { Browser } from 'playwright-core';
import { cycleWords } from '../../src/locales/pages/cycle';
import { wordsFor } from '../../src/locales';
import { openBrowser } from './browser';
import { openDemo, sample, type Demo } from './demo';
import { Keyboard } from './keyboard';

jest.setTimeout(180_000);

const words = wordsFor(cycleWords, 'zh-CN');

let browser: Browser;
let demo: Demo;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await demo?.close();
  await browser?.close();
});

/** From the button below them, Shift+Tab leads to the chosen radio alone; an arrow key chooses the next. */
async function oneStop(keys: Keyboard): Promise<void> {
  await keys.press('Shift+Tab');
  expect(await keys.focused()).toMatchObject({ role: 'radio', name: words.draw.list });
  await keys.press('ArrowDown');
  expect(await keys.focused()).toMatchObject({ role: 'radio', name: words.draw.matrix });
  await keys.press('Tab');
  expect((await keys.focused()).name).toBe(words.draw.action);
  await keys.press('Shift+Tab');
  expect((await keys.focused()).name).toBe(words.draw.matrix);
  await keys.press('Shift+Tab');
  expect((await keys.focused()).name).toBe(words.draw.seed);
}

test('the half-year by keyboard alone: a correction and its undo, a bulletin, a file, the sheet and back', async () => {
  demo = await openDemo(browser, sample('existing-summary'));
  const { pane, page } = demo;
  const keys = new Keyboard(demo);
  await pane.locator('tr[data-person]').first().waitFor();
  const before = await demo.snapshot();
  await keys.press('F6');
  await keys.to('结果');
  await keys.to('更多', 'ArrowRight');
  await keys.press('Enter');
  await pane.getByRole('button', { name: words.title }).waitFor();
  await keys.push(new RegExp(`^${words.title}`));
  await pane.getByRole('heading', { name: words.title }).waitFor();

  for (const [field, text] of [
    [words.correct.cell, '客户满意度!D3'],
    [words.correct.value, '61.5'],
    [words.correct.by, '张三'],
    [words.correct.reason, '抄错'],
  ] as const) {
    await keys.to(field);
    await keys.type(text);
  }
  await keys.push(words.correct.preview);
  await pane.getByText('78.83 分(考核扣分 6) → 53.83 分(考核扣分 31)').waitFor();
  expect(await demo.snapshot()).toEqual(before);
  await keys.push(words.correct.action);
  await pane.getByText(words.correct.recorded).waitFor();
  expect(await keys.focused()).toMatchObject({ inPane: true, name: words.correct.action });
  await keys.push('撤销本次更正', 'Shift+Tab');
  await pane.getByRole('status').filter({ hasText: '已撤销本次更正' }).waitFor();
  expect((await keys.focused()).inPane).toBe(true);

  const bulletin = page.waitForEvent('download');
  await keys.push(words.bulletin.action);
  expect((await bulletin).suggestedFilename()).toBe(words.bulletin.saved);
  await keys.leave();
  expect(await keys.focused()).toMatchObject({ inPane: false });
  await keys.press('F6');
  const chooser = page.waitForEvent('filechooser');
  await keys.push(words.draw.file);
  await (await chooser).setFiles(sample('cards'));
  await keys.push(words.draw.action);
  await pane.getByText('客户清单没有“片区”一列').waitFor();
  await oneStop(keys);
  await keys.push('返回', 'Shift+Tab');
  await pane.getByRole('button', { name: words.title }).waitFor();
  expect(await keys.focused()).toMatchObject({ inPane: true, name: words.title });
  expect(demo.errors).toEqual([]);
});
