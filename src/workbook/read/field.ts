import type { CellValue } from '../../model';
import type { MetaValue } from '../recognise/layout';
import type { SheetSnapshot } from '../snapshot';
import type { MergedColumn } from './merged';

/** Where a field of one sheet stands: a column, or a labelled cell above the table. Looked up once a sheet. */
export class SheetField {
  readonly merged: MergedColumn | null;
  private readonly values: SheetSnapshot['values'];
  private readonly top: number;
  private readonly index: number;

  constructor(
    sheet: SheetSnapshot,
    /** 0-based; `undefined` where the sheet has no such column. */
    readonly column: number | undefined,
    readonly meta: MetaValue | undefined,
    mergedColumn: (column: number) => MergedColumn,
  ) {
    this.merged = column === undefined ? null : mergedColumn(column);
    this.values = sheet.values;
    this.top = sheet.top;
    this.index = column === undefined ? -1 : column - sheet.left;
  }

  /** What stands in the row's own cell. */
  own(row: number): CellValue {
    if (this.index < 0) return '';
    return this.values[row - this.top]?.[this.index] ?? '';
  }

  /** The row's value, filled down inside merged areas only. Never for points: they would count twice. */
  value(row: number): CellValue {
    if (this.merged === null) return '';
    return this.own(this.merged.isPlain ? row : this.merged.anchor(row));
  }

  /** Text without spaces around; that of the rows above the table where the sheet has no such column. */
  text(row: number): string {
    const value = this.value(row);
    if (value !== '') return typeof value === 'string' ? trimmed(value) : String(value);
    return this.column === undefined ? (this.meta?.text ?? '') : '';
  }
}

/** `trim`, without the call where neither end can be a space. */
function trimmed(text: string): string {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  const plain = (code: number): boolean => (code > 0x20 && code < 0x80) || (code >= 0x4e00 && code < 0xa000);
  return plain(first) && plain(last) ? text : text.trim();
}
