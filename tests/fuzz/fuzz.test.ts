import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/cli/run';
import { readingOf } from '../../src/hosts/file/read/readWorkbook';
import { HostError } from '../../src/workbook/host';
import { diceOf, mutated } from './mutate';

const FOLDER = join(__dirname, '../samples');
const SAMPLES = ['worked-examples.xlsx', 'cards.xlsx', 'no-roster.xlsx', 'existing-summary.xlsx'];
/** `npm run fuzz` sets these. */
const CASES = Number(process.env.FUZZ_CASES ?? 60);
const SEED = Number(process.env.FUZZ_SEED ?? 2008);
/** No file of these takes a second; a search that goes over it again and again takes minutes. */
const TOO_LONG = 60_000;

const sources = SAMPLES.map((file) => new Uint8Array(readFileSync(join(FOLDER, file))));
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What `fill` says to a workbook, and whether an output appeared. */
async function filled(bytes: Uint8Array) {
  const [input, output] = [join(folder, 'in.xlsx'), join(folder, 'out.xlsx')];
  rmSync(output, { force: true });
  writeFileSync(input, bytes);
  let [out, error] = ['', ''];
  const io = { folder, out: (text: string) => (out += text), error: (text: string) => (error += text) };
  const began = Date.now();
  const status = await run(['fill', input, '--out', output], io);
  return { status, out, error, took: Date.now() - began, files: readdirSync(folder).sort() };
}

/** The quick reader and the thorough one must not both read the file and differ. */
function readersAgree(bytes: Uint8Array): void {
  const [quick, thorough] = (['quick', 'thorough'] as const).map((reader) => {
    try {
      return readingOf(bytes, null, { reader }).snapshot;
    } catch (error) {
      if (error instanceof HostError) return error.code;
      throw error;
    }
  });
  if (typeof quick === 'object' && typeof thorough === 'object') expect(quick).toEqual(thorough);
}

test(`${CASES} damaged workbooks from seed ${SEED}: no crash, no hang, no half of an output`, async () => {
  const statuses = new Set<number>();
  for (let at = 0; at < CASES; at++) {
    const dice = diceOf(SEED * 1_000_003 + at);
    const bytes = mutated(sources[at % sources.length]!, dice);
    const { status, out, error, took, files } = await filled(bytes);
    const about = `case ${at} of seed ${SEED}`;
    statuses.add(status);
    expect({ about, error: error.includes('程序出错') }).toEqual({ about, error: false });
    expect({ about, took: took > TOO_LONG }).toEqual({ about, took: false });
    // Status 2: a sentence, nothing written. 0 and 1: a report.
    if (status === 2)
      expect({ about, error: /[。\n]/.test(error), files }).toEqual({
        about,
        error: true,
        files: ['in.xlsx'],
      });
    else expect({ about, out: out.includes('错误') }).toEqual({ about, out: true });
    expect(files.every((file) => file === 'in.xlsx' || file === 'out.xlsx')).toBe(true);
    readersAgree(bytes);
  }
  // All three were seen: the mutations are neither all deadly nor all harmless.
  expect([...statuses].sort()).toEqual([0, 1, 2]);
}, 3_600_000);
