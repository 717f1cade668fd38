import type { Area, CellValue } from '../../model';
import { cellKey, type SheetSnapshot, type Snapshot } from '../../workbook/snapshot';
import { changedSince } from './problems';
import { usedBlock } from './ranges';
import { areaOf, POSITION, sameArea } from './sight';

/**
 * Bytes of values that are read once more before a write, to see that nobody has changed them since they were read. It
 * rides on a round trip that is made anyway; of larger workbooks the sheets that are written to come first, then the
 * small ones, and of the rest only which cells are in use.
 */
const BYTES_LOOKED_AT = 1_500_000;

/** What a sheet used when it was read, `null` for an empty one. */
export function usedBy({ top, left, values }: SheetSnapshot): Area | null {
  // Not all lengths as arguments of one call: a sheet has more rows than a call may have arguments.
  const right = left + values.reduce((most, { length }) => Math.max(most, length), 0) - 1;
  return values.length === 0 ? null : { top, left, bottom: top + values.length - 1, right };
}

/** Bytes of the values as JSON; where they are too many, just more than what is looked at. */
function bytesOf({ values }: SheetSnapshot): number {
  // A cell takes at least two bytes: that alone tells most large sheets without writing them out.
  const cells = values.length * (values[0]?.length ?? 0);
  if (cells * 2 > BYTES_LOOKED_AT) return cells * 2;
  const encoder = new TextEncoder();
  let bytes = 0;
  for (let row = 0; row < values.length && bytes <= BYTES_LOOKED_AT; row += ROWS)
    bytes += encoder.encode(JSON.stringify(values.slice(row, row + ROWS))).length;
  return bytes;
}

/** Rows that are written out at one go. */
const ROWS = 1_000;

/** The sheets whose values are looked at again. */
function sheetsToCompare(sheets: readonly SheetSnapshot[], touched: readonly string[]): Set<SheetSnapshot> {
  const sized = sheets.map((sheet) => ({ sheet, bytes: bytesOf(sheet) }));
  const rank = ({ sheet, bytes }: (typeof sized)[number]): number =>
    touched.includes(sheet.name) ? -1 : bytes;
  let room = BYTES_LOOKED_AT;
  const chosen = new Set<SheetSnapshot>();
  for (const one of sized.sort((a, b) => rank(a) - rank(b))) {
    if (one.bytes > room) continue;
    room -= one.bytes;
    chosen.add(one.sheet);
  }
  return chosen;
}

/** The first cell that no longer holds what was read; what formulas show (the time, say) may change by itself. */
function changedCell(sheet: SheetSnapshot, now: readonly (readonly CellValue[])[]): number | null {
  for (const [y, row] of now.entries()) {
    const before = sheet.values[y]!;
    for (const [x, value] of row.entries()) {
      const key = cellKey(sheet.top + y, sheet.left + x);
      if (value !== (before[x] ?? '') && !sheet.formulas.has(key)) return key;
    }
  }
  return null;
}

/**
 * Puts into the batch what tells whether the workbook still is as it was read. The result, called after the sync, throws
 * the `HostError` that names a sheet which somebody has changed since.
 */
export function askAsRead(
  context: Excel.RequestContext,
  { sheets }: Snapshot,
  touched: readonly string[],
): () => void {
  const compared = sheetsToCompare(sheets, touched);
  const asked = sheets.map((sheet) => {
    const used = usedBlock(context.workbook.worksheets.getItem(sheet.name));
    return { sheet, used: used.load(compared.has(sheet) ? `${POSITION},values` : POSITION) };
  });
  return () => {
    for (const { sheet, used } of asked) {
      const area = areaOf(used);
      if (!sameArea(area, usedBy(sheet))) throw changedSince([sheet.name]);
      const values = area && compared.has(sheet) ? (used.values as CellValue[][] | null) : null;
      const cell = values && changedCell(sheet, values);
      if (cell !== null)
        throw changedSince([sheet.name], { row: Math.floor(cell / 16_384), column: cell % 16_384 });
    }
  };
}

/** Throws where the workbook has other sheets than were read. */
export function requireSameSheets({ sheets }: Snapshot, names: readonly string[]): void {
  const read = sheets.map(({ name }) => name);
  const differing = [
    ...read.filter((name) => !names.includes(name)),
    ...names.filter((name) => !read.includes(name)),
  ];
  if (differing.length > 0) throw changedSince(differing);
}
