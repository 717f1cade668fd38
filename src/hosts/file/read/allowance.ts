import { cellName } from '../../../model';
import type { SheetSnapshot } from '../../../workbook/snapshot';
import { problem } from '../problems';
import type { ArchiveLimits } from '../zip/limits';

/** What the sheets of one workbook may still take of that which a few bytes of a file can ask much of. */
export class Allowance {
  private formulas: number;
  private merges: number;

  /** `name` is that of the file, for messages. */
  constructor(
    private readonly limits: ArchiveLimits,
    private readonly name: string | null,
  ) {
    this.formulas = limits.formulas;
    this.merges = limits.merges;
  }

  /** A formula of so many characters is about to be written out for so many cells. Throws `HostError` where that is too much. */
  takeFormula(characters: number, cells: number): void {
    this.formulas -= (characters + 1) * cells;
    if (this.formulas < 0) throw problem('too-large', this.name, '(公式展开后过多)');
  }

  /** A merged area is about to be read. Throws `HostError` where there are too many. */
  takeMerge(): void {
    this.merges -= 1;
    if (this.merges < 0) throw problem('too-large', this.name, `(合并单元格超过 ${this.limits.merges} 处)`);
  }

  /** Throws `HostError` where a cell holds a longer text than Excel would. */
  checkTexts({ name, top, left, values }: SheetSnapshot): void {
    for (const [y, row] of values.entries()) {
      for (const [x, value] of row.entries()) {
        if (typeof value !== 'string' || value.length <= this.limits.text) continue;
        const place = `工作表“${name}”的 ${cellName(top + y, left + x)}`;
        throw problem('too-large', this.name, `(${place} 的文字超过 ${this.limits.text} 字)`);
      }
    }
  }
}
