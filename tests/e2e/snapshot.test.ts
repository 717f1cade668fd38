import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { commandLine } from '../fixtures/commandLine';
import { openBrowser } from './browser';
import { openDemo, sample, type Demo } from './demo';

jest.setTimeout(180_000);

interface Result {
  readonly period: string;
  readonly persons: readonly {
    readonly name: string;
    readonly department: string;
    readonly score: number | null;
  }[];
  readonly departments: readonly object[];
  readonly issues: readonly { readonly code: string; readonly severity: string }[];
}

const cli = commandLine('snapshot');
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

async function check(file: string): Promise<Result> {
  const { out } = await cli.call('check', file, '--json', '-');
  return JSON.parse(out) as Result;
}

/** All figures, without who they are of. */
function figures({ period, persons, departments }: Result): unknown {
  const own = persons.map((person) => ({ ...person, name: '' }));
  return { period, persons: own, departments };
}

const counts = ({ issues }: Result) => issues.map(({ code, severity }) => `${severity} ${code}`).sort();

/** Saves a snapshot under 更多, as a user does who was asked for one; the path of the downloaded file. */
async function saved(withNames: boolean): Promise<string> {
  await demo!.pane.getByRole('tab', { name: '更多' }).click();
  await demo!.pane.getByRole('button', { name: '保存快照' }).click();
  if (withNames) await demo!.pane.getByLabel('替换姓名、客户和许可证号').click();
  const [download] = await Promise.all([
    demo!.page.waitForEvent('download'),
    demo!.pane.getByRole('button', { name: '下载快照' }).click(),
  ]);
  const file = cli.at(download.suggestedFilename());
  await download.saveAs(file);
  return file;
}

test.each(['list-with-defects', 'city-matrix'])(
  'the command line computes the same figures from a saved snapshot of %s',
  async (name) => {
    demo = await openDemo(browser, sample(name));
    await demo.pane.locator('tr[data-person]').first().waitFor();
    const original = await check(sample(name));
    const nameless = await saved(false);
    const replayed = await check(nameless);
    expect(figures(replayed)).toEqual(figures(original));
    const text = readFileSync(nameless, 'utf8');
    const names = original.persons.map((person) => person.name);
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((each) => text.includes(each))).toEqual([]);
    expect(text).not.toMatch(/6401\d{8}/);
    const named = await check(await saved(true));
    expect(figures(named)).toEqual(figures(original));
    expect(named.persons.map((person) => person.name)).toEqual(names);
    expect(counts(named)).toEqual(counts(original));
  },
);
