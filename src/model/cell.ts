/** What a cell holds. Blank is `''`, as Office.js delivers it; an error value is its text (`#N/A`). */
export type CellValue = string | number | boolean;

/** A value as it is said in a sentence: a number with the 15 digits that Excel shows at most. */
export function shownValue(value: CellValue): string {
  return String(typeof value === 'number' ? Number(value.toPrecision(15)) : value);
}

/** Where a value stands. `sheet` is the tab's name; `row` and `column` are 0-based. */
export interface CellRef {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** A block of cells, 0-based, both corners included. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Whether a cell (0-based) lies in an area. */
export function isInArea({ top, left, bottom, right }: Area, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

/** `0` → `A`, `26` → `AA`. `column` is 0-based and not negative. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** `A` → `0`, `aa` → `26`; only for letters. */
export function columnNumber(letters: string): number {
  let number = 0;
  for (let at = 0; at < letters.length; at++) number = number * 26 + (letters.charCodeAt(at) & 31);
  return number - 1;
}

/** 0-based row and column → `D12`. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** `D12` or `$D$12` → 0-based row and column; `null` where the text is no cell name. */
export function parseCellName(text: string): { row: number; column: number } | null {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(text);
  if (!match) return null;
  return { row: Number(match[2]) - 1, column: columnNumber(match[1]!) };
}
