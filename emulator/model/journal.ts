import type { CellValue } from '../../src/model';
import { grownName } from '../../src/workbook/grownName';
import type { UndoChange } from '../../src/workbook/host';

type CellSet = Extract<UndoChange, { kind: 'setCells' }>['cells'][number];
type FormulaSet = Extract<UndoChange, { kind: 'setFormulas' }>['cells'][number];

/**
 * What was done to a workbook since it was loaded, in the words of the file host: applied to the original bytes it gives
 * the workbook as it is now. Sheets made since then are not in it; the saver describes them as they stand at the end.
 */
export class Journal {
  private entries: UndoChange[] = [];
  private readonly losses = new Set<string>();

  get changes(): readonly UndoChange[] {
    return this.entries;
  }

  /** What the file host's changes cannot say (formats of old sheets, renamed sheets); empty when nothing gets lost. */
  get unsaved(): readonly string[] {
    return [...this.losses];
  }

  /** Marks have been taken away that the loaded file has. */
  hadMarks = false;

  lose(what: string): void {
    this.losses.add(what);
  }

  record(change: UndoChange): void {
    this.entries.push(change);
  }

  setCell(sheet: string, row: number, column: number, value: CellValue): void {
    const last = this.entries.at(-1);
    const cell: CellSet = { row, column, value };
    if (last?.kind === 'setCells' && last.sheet === sheet) (last.cells as CellSet[]).push(cell);
    else this.entries.push({ kind: 'setCells', sheet, cells: [cell] });
  }

  setFormula(sheet: string, row: number, column: number, formula: string): void {
    const last = this.entries.at(-1);
    const cell: FormulaSet = { row, column, formula };
    if (last?.kind === 'setFormulas' && last.sheet === sheet) (last.cells as FormulaSet[]).push(cell);
    else this.entries.push({ kind: 'setFormulas', sheet, cells: [cell] });
  }

  /** Inserted rows that were given the formats of `source` (0-based, as rows stand now) right afterwards. */
  formatsCopied(sheet: string, source: number, top: number, bottom: number): boolean {
    const index = this.entries.length - 1;
    const last = this.entries[index];
    if (last?.kind !== 'insertRows' || last.sheet !== sheet) return false;
    if (top !== last.row || bottom !== last.row + last.count - 1) return false;
    const formatOf = source < last.row ? source : source - last.count;
    this.entries[index] = { ...last, formatOf };
    return true;
  }

  /** A name that has taken in rows which were inserted last; `false` where it has changed otherwise. */
  nameGrown({ name, formula }: { readonly name: string; readonly formula: string }, now: string): boolean {
    const index = this.entries.length - 1;
    const last = this.entries[index];
    if (last?.kind !== 'insertRows') return false;
    // The first row from which on the name is one over all rows: its own first row.
    const own = Array.from({ length: last.row }, (_, row) => row).find(
      (namesFrom) => grownName(name, formula, { ...last, namesFrom }) === now,
    );
    if (own === undefined) return false;
    this.entries[index] = { ...last, namesFrom: Math.max(own, last.namesFrom ?? own) };
    return true;
  }

  /** The sheet is gone: nothing that was done to it matters any more, formulas elsewhere have been recorded. */
  dropSheet(sheet: string): void {
    this.entries = this.entries.filter((entry) => !('sheet' in entry) || entry.sheet !== sheet);
  }
}
