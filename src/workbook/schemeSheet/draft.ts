import type { CellRef, CellValue, Scheme } from '../../model';
import type { SheetSnapshot } from '../snapshot';
import { plainText } from './blocks';

/** Something on a sheet of rules that cannot be understood; `message` says what to do. */
export interface SheetFault {
  readonly cell: CellRef;
  readonly message: string;
  readonly received: string | null;
  readonly expected: string | null;
}

/** A scheme while it is read from a sheet: which cell each part comes from, and what is wrong. */
export class Draft<S = Scheme> {
  readonly faults: SheetFault[] = [];
  private readonly cells = new Map<string, CellRef>();

  constructor(
    readonly sheet: SheetSnapshot,
    readonly base: S,
  ) {}

  fault(
    cell: CellRef,
    message: string,
    received: string | null = null,
    expected: string | null = null,
  ): void {
    this.faults.push({ cell, message, received, expected });
  }

  /** Says which cell a place of the scheme was read from. */
  place(path: string, cell: CellRef): void {
    this.cells.set(path, cell);
  }

  /** The cell of a place of the scheme, or of what it is part of; the sheet's first one where nothing fits. */
  readonly cellOf = (path: string): CellRef => {
    for (let at = path; at !== ''; at = at.replace(/(\.[^.[\]]+|\[\d+\])$|^[^.[\]]+$/, '')) {
      const cell = this.cells.get(at);
      if (cell) return cell;
    }
    return { sheet: this.sheet.name, row: this.sheet.top, column: this.sheet.left };
  };

  /** A number as it stands; `undefined` for a blank, the text itself where it is none, for the loader to name. */
  number(value: CellValue): number | string | undefined {
    if (typeof value === 'number') return Number(value.toPrecision(15));
    const text = plainText(value);
    if (text === '') return undefined;
    return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  }

  /** Entries of a cell that holds several; none for a blank. */
  list(text: string): readonly string[] {
    return text === ''
      ? []
      : text
          .split('、')
          .map((each) => each.trim())
          .filter((each) => each !== '');
  }
}
