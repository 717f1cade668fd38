import type { CellValue } from '../../model';
import { compact } from './values/text';

const COLUMN_NAMES = ['甲乙丙丁戊己庚辛壬癸', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const FIRST_NAMES = new Set(['1', ...COLUMN_NAMES.map((names) => names.charAt(0))]);

function columnName(cell: CellValue): string {
  return compact(String(cell))
    .replace(/^\((.*)\)$/, '$1')
    .toUpperCase();
}

/** Columns as official forms name them: 甲, 乙, then 1, 2, 3; or A, B, C. Blank ones between do not matter. */
export function namesColumns(cells: readonly CellValue[]): boolean {
  const filled = cells.filter((cell) => cell !== '' && cell !== undefined);
  if (filled.length < 3 || !FIRST_NAMES.has(columnName(filled[0]!))) return false;
  const texts = filled.map(columnName);
  const letters = COLUMN_NAMES.find((names) => names.startsWith(texts[0]!)) ?? '';
  let named = 0;
  while (named < texts.length && texts[named] === letters[named]) named += 1;
  return texts.slice(named).every((text, at) => text === String(at + 1));
}
