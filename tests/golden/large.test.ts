import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWorkbook } from '../../src/hosts/file';
import type { CellValue } from '../../src/model';
import { yinchuan2008 } from '../../src/schemes';
import { readEntries } from '../../src/workbook/read/read';
import { recognise } from '../../src/workbook/recognise/recognise';
import type { SheetSnapshot, Snapshot } from '../../src/workbook/snapshot';

const ROWS = 25_000;

/** A matrix of 25,000 visits whose rows count how often they are handed out. */
function largeMatrix(): { snapshot: Snapshot; handedOut: () => number; firstData: number } {
  const file = join(__dirname, '../samples/city-matrix.xlsx');
  const whole = readWorkbook(readFileSync(file), 'city-matrix.xlsx');
  const matrix = whole.sheets.find((sheet) => sheet.name.startsWith('明细测评表'))!;
  const head = matrix.values.slice(0, 4);
  const person = matrix.values[4]!;
  const rows: CellValue[][] = [...head.map((row) => [...row])];
  for (let index = 0; index < ROWS; index++) {
    const row = [...person];
    row[0] = index + 1;
    row[4] = String(640_000_000_000 + index);
    rows.push(row);
  }
  let count = 0;
  const firstData = head.length;
  const values = new Proxy(rows, {
    get: (target, key, receiver) => {
      if (typeof key === 'string' && Number(key) >= firstData) count += 1;
      return Reflect.get(target, key, receiver) as unknown;
    },
  });
  const sheet: SheetSnapshot = {
    ...matrix,
    values,
    merges: matrix.merges.filter((area) => area.bottom < firstData),
    formats: new Map(),
    formulas: new Map(),
  };
  return { snapshot: { ...whole, sheets: [sheet] }, handedOut: () => count, firstData };
}

test('a matrix of 25,000 rows is recognised by its head alone, and then read once', () => {
  const { snapshot, handedOut, firstData } = largeMatrix();
  const recognition = recognise(snapshot, yinchuan2008());
  expect(recognition.layouts).toHaveLength(1);
  expect(handedOut()).toBeLessThan(40 * 20);
  const before = handedOut();
  const { visits } = readEntries(snapshot, recognition);
  expect(visits).toHaveLength(ROWS);
  expect(visits.rowAt(ROWS - 1)).toBe(firstData + ROWS - 1);
  // A row is handed out once as a whole, and once for each of its fields; never for a second pass.
  const perRow = (handedOut() - before) / ROWS;
  expect(perRow).toBeLessThan(recognition.layouts[0]!.fields.size * 3);
});
