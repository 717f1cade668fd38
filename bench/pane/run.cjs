/* global window */
// node bench/pane/run.cjs ROWS: the pane in a real browser over a city of ROWS households, with the unmodified office.js.
// Prints one line of JSON: the longest task of the pane's own frame (not the emulator's, which answers in the page
// around it), how often progress moved, how fast 取消 was answered, an edited cell's whole way, round trips and bytes.
const { chromium } = require('playwright-core');
const { startDemo } = require('../../scripts/start.cjs');
const setUp = require('../../tests/e2e/setup.cjs');
const { cityFile } = require('../fill/workbook.cjs');
const { watch } = require('./watch.cjs');

const MINUTES = 60_000;
/** After this an edit is long done; long tasks are reported with delay. */
const SETTLED = 3_000;

async function openBrowser() {
  await setUp();
  const { E2E_FAILURE: failure, E2E_BROWSER: program, E2E_LIBRARIES: libraries } = process.env;
  if (failure || !program) throw new Error(`no browser: ${failure}`);
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--js-flags=--max-old-space-size=8192',
  ];
  const env = { ...process.env, ...(libraries ? { LD_LIBRARY_PATH: libraries } : {}) };
  return chromium.launch({ executablePath: program, args: ['--headless', ...args], env });
}

/** The pane's frame, once its first figures stand there. */
async function ready(page) {
  const pane = page.frameLocator('iframe[title="任务窗格"]');
  await pane
    .locator('tr[data-person]')
    .first()
    .waitFor({ timeout: 10 * MINUTES });
  return { pane, frame: page.frames().find((each) => each.url().includes('taskpane.html')) };
}

const traffic = (page) => page.evaluate(() => window.emulatorWorkbook.traffic());

/** Milliseconds of long tasks (50 ms and more) of the pane's own frame after an edit in the sheet. */
async function edit(page, pane, frame, cell, text) {
  await page.getByRole('tab', { name: '明细测评表-客户经理', exact: true }).click();
  const box = page.getByLabel('名称框');
  await box.fill(cell);
  await box.press('Enter');
  await page.keyboard.type(text);
  const before = await frame.evaluate(() => window.benchWatch.busy());
  await page.keyboard.press('Enter');
  await page.waitForTimeout(SETTLED);
  await pane.getByText('已随改动更新').waitFor({ timeout: MINUTES });
  return (await frame.evaluate(() => window.benchWatch.busy())) - before;
}

/** Starts a check by its button and cancels it at once: milliseconds until the pane is ready for the next. */
async function cancel(pane, frame) {
  await pane.getByRole('button', { name: '提交前校验' }).click();
  const button = pane.getByRole('button', { name: '取消', exact: true });
  await button.waitFor({ timeout: MINUTES });
  return frame.evaluate(() => window.benchWatch.cancel());
}

async function measure(rows) {
  const server = await startDemo({ workbook: cityFile(rows), port: 0 });
  const browser = await openBrowser();
  try {
    const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'zh-CN' });
    await context.addInitScript(watch);
    const page = await context.newPage();
    page.on('crash', () => console.error('the page crashed'));
    await page.goto(server.url);
    const { pane, frame } = await ready(page);
    const first = await frame.evaluate(() => window.benchWatch.taken());
    const read = await traffic(page);
    await pane.getByRole('button', { name: '填写汇总表' }).click();
    await pane
      .getByRole('status')
      .filter({ hasText: /已(新建并)?填写/ })
      .waitFor({ timeout: 10 * MINUTES });
    const fill = await frame.evaluate(() => window.benchWatch.taken());
    const filled = await traffic(page);
    // The first edit prepares what later ones rest on.
    const firstEdit = await edit(page, pane, frame, 'G4', '1');
    const edited = await edit(page, pane, frame, 'H9', '1');
    const cancelled = await cancel(pane, frame);
    console.log(JSON.stringify({ rows, first, fill, read, filled, firstEdit, edited, cancelled }));
  } finally {
    await browser.close();
    await server.close();
  }
}

measure(Number(process.argv[2])).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
