import { appendFileSync } from 'node:fs';
import { openInExcel } from '../../emulator/bridge/install';
import type { HostEndpoint } from '../../emulator/executor';
import { workbookFromSnapshot } from '../../emulator/model';
import { createSession, type Run } from '../../src/app/session';
import { createExcelHost } from '../../src/hosts/excel';
import { yinchuan2008 } from '../../src/schemes';
import type { Snapshot } from '../../src/workbook/snapshot';
import { sample } from '../fixtures/workbooks';

jest.setTimeout(60_000);

/** Seven sheets; the rows of details six times over come to 1,200. */
function combinedCity(): Snapshot {
  const book = sample('city-combined-dirty');
  const sheets = book.sheets.map((sheet) => {
    if (sheet.name !== '明细测评表') return sheet;
    const [data, head] = [sheet.values.slice(5), sheet.values.slice(0, 5)];
    const values = [...head, ...Array.from({ length: 6 }, () => data).flat()].slice(0, 1_200);
    return { ...sheet, values };
  });
  return { ...book, sheets };
}

/** With the bytes that a read may take for each byte of the JSON of the values: merged areas are what takes most beside them. */
const BOOKS: readonly (readonly [string, () => Snapshot, number])[] = [
  ['7 sheets, one of 1,200 rows', combinedCity, 1.25],
  ['9 sheets, three of 410 rows', () => sample('city-matrix'), 1.3],
];

/** Adds what was counted to the file that `npm run bench` reads, where it asks for it. */
function note(figures: Readonly<Record<string, string | number>>): void {
  const file = process.env.WIRE_REPORT;
  if (file) appendFileSync(file, `${JSON.stringify(figures)}\n`);
}

function run(): Run {
  return { signal: new AbortController().signal, onProgress: () => undefined };
}

/** Bytes over the wire so far, both ways. */
function bytesOf({ bytesIn, bytesOut }: HostEndpoint): number {
  return bytesIn + bytesOut;
}

function jsonBytes({ sheets }: Snapshot): number {
  return sheets.reduce((sum, { values }) => sum + Buffer.byteLength(JSON.stringify(values)), 0);
}

describe.each(BOOKS)('a workbook of %s', (name, book, most) => {
  test('is checked and filled in five round trips', async () => {
    const endpoint = openInExcel(workbookFromSnapshot(book()));
    const session = createSession(createExcelHost(), yinchuan2008());
    await session.check({}, run());
    const checked = endpoint.requests;
    const { plan } = await session.fill({}, run());
    expect(plan?.made).toHaveLength(1);
    note({ name, trips: endpoint.requests });
    expect([checked, endpoint.requests - checked]).toEqual([3, 2]);
  });

  test(`is read with at most ${most} times the bytes of its values`, async () => {
    const endpoint = openInExcel(workbookFromSnapshot(book()));
    const session = createSession(createExcelHost(), yinchuan2008());
    const { snapshot } = await session.check({}, run());
    const first = bytesOf(endpoint) / jsonBytes(snapshot);
    note({ name, bytes: bytesOf(endpoint), json: jsonBytes(snapshot) });
    const before = bytesOf(endpoint);
    await session.check({}, run());
    const again = (bytesOf(endpoint) - before) / jsonBytes(snapshot);
    expect(Math.max(first, again)).toBeLessThanOrEqual(most);
  });
});
