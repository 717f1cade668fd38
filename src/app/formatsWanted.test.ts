import { readdirSync } from 'node:fs';
import path from 'node:path';
import { sampleBytes } from '../../tests/fixtures/scoreBooks';
import { createBytesHost } from '../hosts/file/bytes';
import { yinchuan2008 } from '../schemes';
import { cellKey, type SheetSnapshot, type Snapshot } from '../workbook/snapshot';
import { evaluate } from './evaluate';
import { type FormatUse, formatsWanted } from './formatsWanted';
import { offeredFixes } from './repair/offers';
import { toResult } from './result';

jest.setTimeout(60_000);

const scheme = yinchuan2008();
const names = readdirSync(path.resolve(__dirname, '../../tests/samples'))
  .filter((name) => name.endsWith('.xlsx'))
  .map((name) => name.replace('.xlsx', ''));

/** The snapshot as a host would give it that reads no more number formats than are wanted. */
function asWanted(snapshot: Snapshot, use: FormatUse = 'scores'): Snapshot {
  const wants = formatsWanted(scheme, {}, use)!;
  const sheets = snapshot.sheets.map((sheet) => {
    const wanted = wants({ ...sheet, formats: new Map() }, snapshot.memory);
    if (typeof wanted === 'boolean') return wanted ? sheet : { ...sheet, formats: new Map<number, string>() };
    const kept = [...sheet.formats].filter(([key]) => wanted.includes(key % 16_384));
    return { ...sheet, formats: new Map(kept) };
  });
  return { ...snapshot, sheets };
}

/** Every number of the sheet under a percent format. */
function inPercent(sheet: SheetSnapshot): SheetSnapshot {
  const formats = new Map(sheet.formats);
  sheet.values.forEach((row, y) =>
    row.forEach((value, x) => {
      const key = cellKey(sheet.top + y, sheet.left + x);
      if (typeof value === 'number' && !formats.has(key)) formats.set(key, '0%');
    }),
  );
  return { ...sheet, formats };
}

test.each(names)('%s comes out the same with the wanted number formats alone', async (name) => {
  const read = await createBytesHost(sampleBytes(name), null).read();
  for (const snapshot of [read, { ...read, sheets: read.sheets.map(inPercent) }]) {
    const [whole, wanted] = [evaluate(snapshot, scheme), evaluate(asWanted(snapshot), scheme)];
    expect(toResult(wanted)).toEqual(toResult(whole));
  }
  expect(offeredFixes(evaluate(asWanted(read), scheme))).toEqual(offeredFixes(evaluate(read, scheme)));
});

test('every one is wanted of what is not recognised, and of everything once somebody has answered', () => {
  const blank = evaluate({ name: null, sheets: [], memory: null, date1904: false }, scheme);
  const sheet: SheetSnapshot = {
    name: '甲',
    top: 0,
    left: 0,
    values: [['乙']],
    merges: [],
    formats: new Map(),
    formulas: new Map(),
    uncalculated: new Set(),
    errors: new Set(),
    visible: true,
  };
  expect(formatsWanted(blank.scheme)!(sheet, null)).toBe(true);
  expect(formatsWanted(scheme, { answers: { sheets: [] } })!(sheet, null)).toBe(true);
});
