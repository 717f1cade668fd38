import { cellKey } from '../../../workbook/snapshot';
import { shiftedFormula } from '../../../workbook/formulaMoves';
import { attribute, findElement, inner, type Element } from '../xml/tags';
import { unescapeXml } from '../xml/text';
import type { Allowance } from './allowance';
import type { RawCell } from './cells';
import { parseArea } from './areas';

/** Larger blocks of one array formula are noted at their first cell alone. */
const BLOCK = 20_000;

/** A formula as it stands in a cell. */
export interface WrittenFormula {
  /** 0-based. */
  readonly row: number;
  readonly column: number;
  /** Entities resolved, no leading `=`; empty where a shared one stands elsewhere. */
  readonly text: string;
  /** `shared`, `array`, `dataTable`; `null` or others for a formula of its own. */
  readonly kind: string | null;
  /** Number of a shared formula. */
  readonly group: string | null;
  /** The block of an array formula. */
  readonly block: string | null;
  /** A dynamic array formula: what it spills into is no part of it. */
  readonly isDynamic: boolean;
}

/** The `<f>` of a cell, `null` where it has none. */
export function formulaElement(cell: RawCell): Element | null {
  return cell.content.includes('f') ? findElement(cell.content, 'f') : null;
}

/** Collects the formulas of a sheet cell by cell, in the order of the file. */
export class FormulaReader {
  readonly formulas = new Map<number, string>();
  private readonly shared = new Map<string, { formula: string; row: number; column: number }>();

  constructor(private readonly allowance: Allowance) {}

  /** Notes the formula of a cell. Shared ones are written out as they read in this cell. */
  add(formula: WrittenFormula): void {
    const { row, column, kind, text } = formula;
    if (kind === 'shared') this.addShared(formula);
    else if (kind === 'array' || kind === 'dataTable') this.addBlock(formula, text || 'TABLE()');
    else this.formulas.set(cellKey(row, column), `=${text}`);
  }

  private addShared({ row, column, text, group }: WrittenFormula): void {
    if (text !== '') this.shared.set(group ?? '', { formula: text, row, column });
    const master = this.shared.get(group ?? '');
    this.allowance.takeFormula((master?.formula ?? text).length, 1);
    const own = master ? shiftedFormula(master.formula, row - master.row, column - master.column) : text;
    this.formulas.set(cellKey(row, column), `=${own}`);
  }

  /** All cells of an array formula hold it; the cells into which a dynamic one spills do not. */
  private addBlock({ row, column, block, isDynamic }: WrittenFormula, formula: string): void {
    this.formulas.set(cellKey(row, column), `=${formula}`);
    const area = parseArea(block ?? '');
    if (area === null || isDynamic) return;
    const cells = (area.bottom - area.top + 1) * (area.right - area.left + 1);
    if (cells > BLOCK) return;
    this.allowance.takeFormula(formula.length, cells);
    for (let at = area.top; at <= area.bottom; at++) {
      for (let across = area.left; across <= area.right; across++) {
        this.formulas.set(cellKey(at, across), `=${formula}`);
      }
    }
  }
}

/** The formula that stands in an `<f>` of a cell. */
export function writtenFormula(cell: RawCell, element: Element): WrittenFormula {
  return {
    row: cell.row,
    column: cell.column,
    text: unescapeXml(inner(cell.content, element)).trim(),
    kind: attribute(element.tag, 't'),
    group: attribute(element.tag, 'si'),
    block: attribute(element.tag, 'ref'),
    isDynamic: attribute(cell.tag, 'cm') !== null,
  };
}
