import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openFile } from '../../emulator';
import { openInExcel } from '../../emulator/bridge/install';
import { evaluate } from '../../src/app/evaluate';
import { createExcelHost } from '../../src/hosts/excel';
import { createBytesHost, readWorkbook } from '../../src/hosts/file/bytes';
import { yinchuan2008 } from '../../src/schemes';
import { planSummary } from '../../src/workbook/summary';
import { cellKey, valueAt, type SheetSnapshot, type Snapshot } from '../../src/workbook/snapshot';

const FOLDER = join(__dirname, '../samples');
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.xlsx'));

function bytesOf(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(FOLDER, name)));
}

/**
 * What a sheet says, whatever the corner a host begins to read at. What a formula gives is left out: Excel computes what
 * a file may hold as not computed.
 */
function said(sheet: SheetSnapshot): unknown {
  const cells: unknown[] = [];
  for (let row = 0; row < sheet.top + sheet.values.length; row += 1) {
    for (let column = 0; column < 60; column += 1) {
      const value = valueAt(sheet, row, column);
      const key = cellKey(row, column);
      if (value === '' && !sheet.formulas.has(key)) continue;
      const formula = sheet.formulas.get(key);
      const more = [sheet.formats.get(key), sheet.errors.has(key)];
      cells.push([row, column, formula ?? value, ...more]);
    }
  }
  const merges = sheet.merges.map((area) => JSON.stringify(area)).sort();
  return { name: sheet.name, visible: sheet.visible, cells, merges };
}

function allSaid(snapshot: Snapshot): unknown {
  return { ...snapshot, sheets: snapshot.sheets.map(said) };
}

test.each(FILES)('Excel and the file host read the same in %s', async (name) => {
  const bytes = bytesOf(name);
  openInExcel(openFile(bytes, name).workbook);
  expect(allSaid(await createExcelHost().read())).toEqual(allSaid(readWorkbook(bytes, name)));
});

test.each(FILES)('a fill of %s leaves the same workbook in Excel and in the file', async (name) => {
  const bytes = bytesOf(name);
  const { workbook, save, unsaved } = openFile(bytes, name);
  const endpoint = openInExcel(workbook);
  const host = createExcelHost();
  const scheme = yinchuan2008();
  const { snapshot, scores } = evaluate(await host.read(), scheme);
  const { changes } = planSummary(snapshot, scheme, scores);
  await host.write(changes);
  expect(endpoint.requests).toBeLessThanOrEqual(8);
  const file = createBytesHost(bytes, name);
  await file.write(changes);
  const filled = allSaid(await file.read());
  expect(allSaid(await host.read())).toEqual(filled);
  expect(allSaid(readWorkbook(save(), name))).toEqual(filled);
  expect(unsaved()).toEqual([]);
});
