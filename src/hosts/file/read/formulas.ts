import { cellKey } from '../../../workbook/snapshot';
import { shiftedFormula } from '../formula/move';
import { attribute, findElement, inner, type Element } from '../xml/tags';
import { unescapeXml } from '../xml/text';
import type { RawCell } from './cells';
import { parseArea } from './areas';

/** Larger blocks of one array formula are noted at their first cell alone. */
const BLOCK = 20_000;

/** The `<f>` of a cell, `null` where it has none. */
export function formulaElement(cell: RawCell): Element | null {
  return cell.content.includes('f') ? findElement(cell.content, 'f') : null;
}

/** Collects the formulas of a sheet cell by cell, in the order of the file. */
export class FormulaReader {
  readonly formulas = new Map<number, string>();
  private readonly shared = new Map<string, { formula: string; row: number; column: number }>();

  /** Notes the formula of a cell. Shared ones are written out as they read in this cell. */
  add(cell: RawCell, element: Element): void {
    const formula = unescapeXml(inner(cell.content, element)).trim();
    const kind = attribute(element.tag, 't');
    if (kind === 'shared') this.addShared(cell, attribute(element.tag, 'si') ?? '', formula);
    else if (kind === 'array' || kind === 'dataTable') this.addBlock(cell, element, formula || 'TABLE()');
    else this.formulas.set(cellKey(cell.row, cell.column), `=${formula}`);
  }

  private addShared(cell: RawCell, group: string, formula: string): void {
    if (formula !== '') this.shared.set(group, { formula, row: cell.row, column: cell.column });
    const master = this.shared.get(group);
    const text = master
      ? shiftedFormula(master.formula, cell.row - master.row, cell.column - master.column)
      : formula;
    this.formulas.set(cellKey(cell.row, cell.column), `=${text}`);
  }

  /** All cells of an array formula hold it; the cells into which a dynamic one spills do not. */
  private addBlock(cell: RawCell, element: Element, formula: string): void {
    this.formulas.set(cellKey(cell.row, cell.column), `=${formula}`);
    const area = parseArea(attribute(element.tag, 'ref') ?? '');
    if (area === null || attribute(cell.tag, 'cm') !== null) return;
    if ((area.bottom - area.top + 1) * (area.right - area.left + 1) > BLOCK) return;
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) {
        this.formulas.set(cellKey(row, column), `=${formula}`);
      }
    }
  }
}
