import path from 'node:path';
import type { Browser, FileChooser } from 'playwright-core';
import { cycleWords } from '../../src/locales/pages/cycle';
import { wordsFor } from '../../src/locales';
import { openBrowser } from './browser';
import { openDemo, sample, type Demo } from './demo';
import { Keyboard } from './keyboard';

const words = wordsFor(cycleWords, 'zh-CN');
const { archive: own } = words;
const cache = path.resolve(__dirname, '../../.cache');

jest.setTimeout(240_000);

let browser: Browser;
let demo: Demo;

beforeAll(async () => {
  browser = await openBrowser();
});

afterEach(async () => {
  await demo?.close();
});

afterAll(async () => {
  await browser?.close();
});

/** Opens the choice of files of this label by keyboard. */
async function choice(keys: Keyboard, label: string, key = 'Tab'): Promise<FileChooser> {
  const opened = demo.page.waitForEvent('filechooser');
  await keys.push(label, key);
  return opened;
}

/** Presses the button and keeps the file that comes of it; its path. */
async function saved(keys: Keyboard, button: string, as: string): Promise<string> {
  const coming = demo.page.waitForEvent('download');
  await keys.push(button);
  const file = path.join(cache, as);
  await (await coming).saveAs(file);
  return file;
}

test('an archive by keyboard alone: made, verified, compared; wrong files are named, and a choice can be given up', async () => {
  demo = await openDemo(browser, sample('existing-summary'));
  const { pane } = demo;
  const keys = new Keyboard(demo);
  await pane.locator('tr[data-person]').first().waitFor();
  await keys.press('F6');
  await keys.to('结果');
  await keys.to('更多', 'ArrowRight');
  await keys.press('Enter');
  await pane.getByRole('button', { name: words.title }).waitFor();
  await keys.push(new RegExp(`^${words.title}`));
  await pane.getByRole('heading', { name: own.title }).waitFor();

  await (
    await choice(keys, own.file)
  ).setFiles({
    name: '通知.xlsx',
    mimeType: 'text/plain',
    buffer: Buffer.from('这不是工作簿'),
  });
  await keys.push(own.action);
  await pane.getByText('没有做成：“通知.xlsx”不是 Excel 工作簿。请选择 .xlsx 或 .xlsm 文件。').waitFor();
  await (await choice(keys, own.file, 'Shift+Tab')).setFiles(sample('worked-examples'));
  const one = await saved(keys, own.action, 'one.zip');
  await (await choice(keys, own.file, 'Shift+Tab')).setFiles(sample('cards'));
  const other = await saved(keys, own.action, 'other.zip');

  await (await choice(keys, own.verifyFile)).setFiles(sample('cards'));
  await keys.push(own.verify);
  await pane.getByText(/没有做成：“cards\.xlsx”不是“归档并保存”做的归档/).waitFor();
  await (await choice(keys, own.verifyFile, 'Shift+Tab')).setFiles(one);
  await keys.push(own.verify);
  await pane.getByText(/“one\.zip”是工作簿“worked-examples\.xlsx”的归档.2008年上半年/).waitFor();
  await (await choice(keys, own.verifyFile, 'Shift+Tab')).setFiles([one, other]);
  await saved(keys, own.compare, 'comparison.xlsx');
  await pane.getByText(/两份归档是同一期/).waitFor();
  await (await choice(keys, own.verifyFile, 'Shift+Tab')).setFiles([]);
  await pane.getByText(/两份归档是同一期/).waitFor({ state: 'detached' });
  expect(demo.errors).toEqual([]);
});
