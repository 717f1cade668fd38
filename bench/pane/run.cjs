/* global window, document */
// node bench/pane/run.cjs ROWS: the pane in a real browser over a city of ROWS households, with the unmodified office.js.
// The pane comes from an origin of its own, so that it has a process of its own, as it has beside Excel: the emulator's page
// answers beside it and takes none of its thread. Prints one line of JSON, in milliseconds, of the pane's process: the
// longest task and the longest time in which progress stood still while it opens and while it fills, what an edited cell
// takes on its whole way through the pane, how fast 取消 is answered; and round trips and bytes.
const { chromium } = require('playwright-core');
const { startDemo } = require('../../scripts/start.cjs');
const setUp = require('../../tests/e2e/setup.cjs');
const { cityFile } = require('../fill/workbook.cjs');
const { CATEGORIES, ownWork } = require('./own.cjs');
const { watch } = require('./watch.cjs');

const MINUTES = 60_000;
/** Milliseconds between two looks whether something is done. */
const POLLING = 50;
/** After this an edit is long done, and what it left for idle time too. */
const SETTLED = 2_000;
/** Cells that are typed over one after another; the first stands apart. */
const EDITS = ['G4', 'H9', 'I61', 'G302', 'J1203', 'H77'];

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

/** The pane's frame, once its first figures stand there. Throws where it shares its process with the page. */
async function ready(page) {
  const pane = page.frameLocator('iframe[title="任务窗格"]');
  await pane
    .locator('tr[data-person]')
    .first()
    .waitFor({ timeout: 10 * MINUTES });
  const frame = page.frames().find((each) => each.url().includes('taskpane.html'));
  await page.context().newCDPSession(frame);
  return frame;
}

const traffic = (page) => page.evaluate(() => window.emulatorWorkbook.traffic());

/** What an edit in the sheet has cost the pane, from the key that ends it until nothing is left to do. */
async function edit({ browser, page }, cell) {
  await page.getByRole('tab', { name: '明细测评表-客户经理', exact: true }).click();
  const box = page.getByLabel('名称框');
  await box.fill(cell);
  await box.press('Enter');
  await page.keyboard.type('1');
  const { requests } = await traffic(page);
  await browser.startTracing(page, { categories: CATEGORIES });
  await page.keyboard.press('Enter');
  await page.waitForFunction((before) => window.emulatorWorkbook.traffic().requests > before, requests);
  await page.waitForTimeout(SETTLED);
  return ownWork(await browser.stopTracing(), 'taskpane.html');
}

function median(values) {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];
}

/** The first edit by itself, the later ones by their median. */
async function edits(desk) {
  const found = [];
  for (const cell of EDITS) found.push(await edit(desk, cell));
  const [first, ...later] = found;
  const of = (name) => median(later.map((each) => each[name]));
  return { first, later: { wall: of('wall'), cpu: of('cpu'), longest: of('longest') } };
}

/**
 * Presses a button of the pane. Whoever looks for one by its role keeps the pane for up to a second, since every element is
 * looked at for its name: here nothing is asked of the page that the page does not do itself.
 */
function press(frame, name) {
  return frame.evaluate((wanted) => window.benchWatch.press(wanted), name);
}

/** Starts a check by its button and cancels it at once: milliseconds until the pane is ready for the next. */
async function cancel(frame) {
  await press(frame, '提交前校验');
  await frame.waitForFunction(() => document.querySelector('[data-work] button'), undefined, {
    polling: POLLING,
    timeout: MINUTES,
  });
  return frame.evaluate(() => window.benchWatch.cancel());
}

/** A browser with the workbook open beside the pane. */
async function openDesk(rows) {
  const server = await startDemo({ workbook: cityFile(rows), port: 0, apart: true });
  const browser = await openBrowser();
  const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'zh-CN' });
  await context.addInitScript(watch);
  const page = await context.newPage();
  page.setDefaultTimeout(MINUTES);
  page.on('crash', () => console.error('the page crashed'));
  const close = async () => {
    await browser.close();
    await server.close();
  };
  return { browser, page, url: server.url, close };
}

/** Fills, and waits until that is said to be done. */
async function fill(frame) {
  await press(frame, '填写汇总表');
  const isFilled = () => /已(新建并)?填写/.test(document.querySelector('[role=status]').textContent);
  await frame.waitForFunction(isFilled, undefined, { polling: POLLING, timeout: 10 * MINUTES });
  return frame.evaluate(() => window.benchWatch.taken());
}

async function measure(rows) {
  const desk = await openDesk(rows);
  const { page } = desk;
  try {
    await page.goto(desk.url, { timeout: 10 * MINUTES });
    const frame = await ready(page);
    const open = await frame.evaluate(() => window.benchWatch.taken());
    const read = await traffic(page);
    await page.waitForTimeout(SETTLED);
    const edited = await edits(desk);
    const before = await traffic(page);
    await frame.evaluate(() => window.benchWatch.taken());
    const filled = await fill(frame);
    const written = await traffic(page);
    const cancelled = await cancel(frame);
    const trips = {
      read,
      fill: {
        requests: written.requests - before.requests,
        bytesOut: written.bytesOut - before.bytesOut,
        bytesIn: written.bytesIn - before.bytesIn,
      },
    };
    return { rows, open, edit: edited, fill: filled, cancelled, trips };
  } finally {
    await desk.close();
  }
}

measure(Number(process.argv[2])).then(
  (figures) => console.log(JSON.stringify(figures)),
  (error) => {
    console.error(error);
    process.exitCode = 1;
  },
);
