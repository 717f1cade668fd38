import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { sample } from '../demo';

/** Path of the sample with a summary whose sheets are all protected. */
export function protectedWorkbook(): string {
  const parts = unzipSync(readFileSync(sample('existing-summary')));
  for (const name of Object.keys(parts).filter((each) => each.startsWith('xl/worksheets/sheet'))) {
    const xml = strFromU8(parts[name]!);
    parts[name] = strToU8(xml.replace('</sheetData>', '</sheetData><sheetProtection sheet="1"/>'));
  }
  const file = path.resolve(__dirname, '../../../.cache/protected.xlsx');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, zipSync(parts));
  return file;
}
