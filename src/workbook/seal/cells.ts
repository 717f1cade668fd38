import type { CellValue } from '../../model';

/** Number of sheet rows that share one digest. */
export const BLOCK_ROWS = 50;

/**
 * A value in the form that is sealed: its type and what it holds. Numbers keep the 15 significant digits that Excel
 * shows, texts are NFC with one kind of line break. `''` is blank.
 */
export function sealedValue(value: CellValue): string {
  if (value === '') return '';
  if (typeof value === 'number') return `n${String(Number(value.toPrecision(15)))}`;
  if (typeof value === 'boolean') return value ? 'b1' : 'b0';
  return `t${value.normalize('NFC').replace(/\r\n?/g, '\n')}`;
}

/** A block of rows in the form that is sealed. Rows are 0-based sheet rows, both included. */
export interface SealedBlock {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * One table of a workbook in the form that is sealed. What it is called on screen, where it stands, colours, widths
 * and columns that nobody reads are no part of it.
 */
export interface SealedPart {
  /** Id of the scheme's sheet definition. */
  readonly definition: string;
  /** The rows of the sheet, or the department block below them. */
  readonly table: 'rows' | 'departments';
  /** Tab name, for messages alone. */
  readonly sheet: string;
  /** What says how the rows are read: headers, labelled values above the table. */
  readonly head: string;
  readonly blocks: readonly SealedBlock[];
}

/**
 * Puts rows into blocks that are counted from `first` on, so that a line inserted above the table moves none of them
 * into another block. `read` gives the sealed cells of a row, `null` for a row that does not count; a row of blanks
 * does not count either.
 */
export function sealedBlocks(
  first: number,
  end: number,
  read: (row: number) => readonly string[] | null,
): SealedBlock[] {
  const blocks: SealedBlock[] = [];
  for (let from = first; from < end; from += BLOCK_ROWS) {
    const to = Math.min(from + BLOCK_ROWS, end) - 1;
    const lines: string[] = [];
    for (let row = from; row <= to; row += 1) {
      const cells = read(row);
      if (cells?.some((cell) => cell !== '')) lines.push(JSON.stringify(cells));
    }
    blocks.push({ from, to, text: lines.join('\n') });
  }
  while (blocks.at(-1)?.text === '') blocks.pop();
  return blocks;
}
