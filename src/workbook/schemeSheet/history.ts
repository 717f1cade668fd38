import type { CellValue, Revision } from '../../model';
import type { Block } from './blocks';
import type { Draft } from './draft';
import { HISTORY_HEADERS } from './labels';

/** Blank rows below the history that its owner adds to. */
const SPARE = 5;

/** Rows of the history, and some to add to. */
export function historyRows(history: readonly Revision[] = []): readonly (readonly CellValue[])[] {
  const known = history.map(({ version, date, who, what }) => [version, date, who, what]);
  return [...known, ...Array.from({ length: SPARE }, () => ['', '', '', ''])];
}

/** Who changed what when; `undefined` where nothing stands there. */
export function readHistory<S>(block: Block | undefined, draft: Draft<S>): unknown {
  const headers = Object.entries(HISTORY_HEADERS);
  const rows = (block?.rows ?? []).map((row, index) => {
    for (const [key, header] of headers) draft.place(`history[${index}].${key}`, row.cell(header));
    return Object.fromEntries(headers.map(([key, header]) => [key, dateText(row.value(header), key)]));
  });
  return rows.length > 0 ? rows : undefined;
}

/** Excel makes a day of what looks like one: its serial is written out again. */
function dateText(value: CellValue, key: string): string {
  if (key !== 'date' || typeof value !== 'number' || value < 10_000 || value > 80_000)
    return String(value).trim();
  return new Date((Math.floor(value) - 25_569) * 86_400_000).toISOString().slice(0, 10);
}
