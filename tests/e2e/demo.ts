import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { utils, write } from '@e965/xlsx';
import type { Browser, BrowserContextOptions, ConsoleMessage, FrameLocator, Page } from 'playwright-core';
import type { SheetDump } from '../../emulator/demo/hook';
import { startDemo } from '../../scripts/start.cjs';

const root = path.resolve(__dirname, '../..');

/** The demo with a sample open in a page of its own, and everything the browser asked the network for. */
export interface Demo {
  readonly page: Page;
  /** The task pane's frame. */
  readonly pane: FrameLocator;
  readonly origin: string;
  readonly requests: readonly string[];
  /** What page and pane wrote to the console as errors, and what they threw. */
  readonly errors: readonly string[];
  snapshot(): Promise<readonly SheetDump[]>;
  close(): Promise<void>;
}

/** How the page is opened. */
export interface DemoOptions extends BrowserContextOptions {
  /** Display language of the host. */
  readonly language?: string;
  /** What else its address says, e.g. `excelApi=1.8`. */
  readonly query?: string;
  /** Runs before the page is loaded. */
  readonly before?: (opened: { readonly page: Page }) => Promise<void>;
}

/** Path of a workbook in tests/samples. */
export function sample(name: string): string {
  return path.join(root, 'tests', 'samples', `${name}.xlsx`);
}

/** Path of a workbook as Excel makes a new one: a single blank sheet. */
export function emptyWorkbook(): string {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([]), 'Sheet1');
  const file = path.join(root, '.cache', 'empty.xlsx');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array);
  return file;
}

/** office.js tries to add two inline styles at its start, which the pane's policy refuses; nothing is missing then. */
function isOwnStyle(message: ConsoleMessage): boolean {
  return message.location().url.includes('/office-js/') && message.text().includes('inline style');
}

/** Starts the server on a free port and opens its page; waits until the grid shows the workbook. */
export async function openDemo(
  browser: Browser,
  workbook: string,
  { language = 'zh-CN', query = '', before, ...options }: DemoOptions = {},
): Promise<Demo> {
  const server = await startDemo({ workbook, port: 0 });
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    locale: 'zh-CN',
    viewport: { width: 1280, height: 800 },
    ...options,
  });
  const requests: string[] = [];
  const errors: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  context.on('weberror', (error) => errors.push(String(error.error())));
  context.on('console', (message) => {
    if (message.type() === 'error' && !isOwnStyle(message)) errors.push(message.text());
  });
  const page = await context.newPage();
  await before?.({ page });
  await page.goto(`${server.url}?language=${language}&${query}`);
  await page.locator('[data-cell=A1]').first().waitFor();
  return {
    page,
    pane: page.frameLocator('iframe[title="任务窗格"]'),
    origin: new URL(server.url).origin,
    requests,
    errors,
    snapshot: () => page.evaluate(() => window.emulatorWorkbook!.snapshot()),
    close: async () => {
      await context.close();
      await server.close();
    },
  };
}
