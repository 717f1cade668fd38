import { endsSlice, type Slices } from '../../model';
import { formulaReads, type FormulaReads } from '../../workbook/formulaReads';
import type { RowReading } from '../../workbook/host';
import { cellKey, type Snapshot } from '../../workbook/snapshot';

/** A formula and where it stands. */
export interface FormulaCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly reads: FormulaReads;
}

const COLUMNS = cellKey(1, 0);

/** So many are looked through at each edit without a person noticing it. */
const MOST = 20_000;

/** The formulas of a workbook that read more than cells of their own row: through them an edit moves other rows. */
export class FarFormulas {
  private cells: FormulaCell[] = [];
  /** Whether a formula stays in its row, by its text with the number of its row taken out. */
  private readonly stays = new Map<string, boolean>();

  private constructor() {}

  /** Looks through all formulas. */
  static *of({ sheets }: Snapshot): Slices<FarFormulas> {
    const far = new FarFormulas();
    let looked = 0;
    for (const { name, formulas } of sheets) {
      for (const [key, formula] of formulas) {
        if (far.tooMany) return far;
        far.add(name, Math.floor(key / COLUMNS), key % COLUMNS, formula);
        if (endsSlice(looked++)) yield;
      }
    }
    return far;
  }

  /** More than can be looked through at each edit. */
  get tooMany(): boolean {
    return this.cells.length > MOST;
  }

  get all(): readonly FormulaCell[] {
    return this.cells;
  }

  /** Takes in the rows as they are now. */
  replace(rows: readonly RowReading[]): void {
    const read = new Set(rows.map(({ sheet, row }) => `${sheet}\n${row}`));
    this.cells = this.cells.filter(({ sheet, row }) => !read.has(`${sheet}\n${row}`));
    for (const { sheet, row, formulas } of rows) {
      for (const [column, formula] of formulas) this.add(sheet, row, column, formula);
    }
  }

  private add(sheet: string, row: number, column: number, formula: string): void {
    const pattern = formula.replace(/(?<=[A-Za-z]\$?)\d+(?![\d.])/g, (digits) =>
      Number(digits) === row + 1 ? '#' : digits,
    );
    const known = this.stays.get(pattern);
    if (known === true) return;
    const reads = formulaReads(formula);
    const stays = known ?? staysInRow(reads, row);
    this.stays.set(pattern, stays);
    if (!stays) this.cells.push({ sheet, row, column, reads });
  }
}

function staysInRow({ areas, open }: FormulaReads, row: number): boolean {
  return !open && areas.every(({ sheet, area }) => sheet === null && area.top === row && area.bottom === row);
}
