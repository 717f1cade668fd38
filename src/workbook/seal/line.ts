import type { Scheme } from '../../model';
import type { WorkbookChange } from '../host';
import { type SheetSnapshot, type Snapshot, valueAt } from '../snapshot';
import { findSummaries, isSealLine } from '../summary';

/** A line of a seal as it stands in a summary; 0-based. */
export interface SealLine {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** Every line of a seal that stands in a summary of the workbook, from top to bottom. */
export function findSealLines(snapshot: Snapshot, scheme: Scheme): SealLine[] {
  return findSummaries(snapshot, scheme).flatMap(({ sheet, layout }) =>
    linesBelow(sheet, layout.persons.headerRows.at(-1)! + 1),
  );
}

function linesBelow(sheet: SheetSnapshot, from: number): SealLine[] {
  const lines: SealLine[] = [];
  for (let row = Math.max(from, sheet.top); row < sheet.top + sheet.values.length; row += 1) {
    (sheet.values[row - sheet.top] ?? []).forEach((value, index) => {
      if (typeof value !== 'string' || !isSealLine(value)) return;
      lines.push({ sheet: sheet.name, row, column: sheet.left + index, text: value });
    });
  }
  return lines;
}

/**
 * The changes that write the line: in the place of the one that stands there (further ones are emptied), else below
 * everything on the first summary with a blank row between, so that nothing has to move. None without a summary.
 */
export function sealLineChanges(snapshot: Snapshot, scheme: Scheme, text: string): WorkbookChange[] {
  const [first, ...others] = findSealLines(snapshot, scheme);
  const summary = findSummaries(snapshot, scheme)[0];
  if (!summary) return [];
  const { sheet, layout } = summary;
  const column = Math.min(...layout.persons.columns.values());
  const place = first ?? { sheet: sheet.name, row: lastUsedRow(sheet) + 2, column };
  const writes = [{ place, value: text }, ...others.map((line) => ({ place: line, value: '' }))].filter(
    ({ place: at, value }) => {
      const own = snapshot.sheets.find(({ name }) => name === at.sheet)!;
      return valueAt(own, at.row, at.column) !== value;
    },
  );
  return writes.map(({ place: { sheet: name, row, column: at }, value }) => ({
    kind: 'setCells',
    sheet: name,
    cells: [{ row, column: at, value }],
  }));
}

/** 0-based last row with a value or a merged area. */
function lastUsedRow(sheet: SheetSnapshot): number {
  let last = sheet.top + sheet.values.length - 1;
  while (last > sheet.top && (sheet.values[last - sheet.top] ?? []).every((value) => value === '')) last -= 1;
  return Math.max(last, ...sheet.merges.map((area) => area.bottom));
}
