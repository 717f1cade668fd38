import { type Area, isInArea } from '../../../model';
import { cellKey } from '../../../workbook/snapshot';
import { formulaReads } from '../../../workbook/formulaReads';
import { cellsOf, rowsOf, sheetData } from '../read/cells';
import { formulaElement } from '../read/formulas';
import { findElement, inner, withAttribute } from '../xml/tags';
import { unescapeXml } from '../xml/text';

interface FormulaCell {
  readonly key: number;
  readonly start: number;
  readonly end: number;
  readonly without: string;
  readonly reads: readonly Area[];
}

/**
 * Takes away the stored values of the formulas on a sheet that hang, directly or over others, on cells that have just
 * changed: a program that does not calculate must not take the old figure for the new one. The formulas stay.
 * They must be written out (not shared).
 */
export function withoutStaleValues(
  xml: string,
  sheet: string,
  changed: readonly { readonly row: number; readonly column: number }[],
): string {
  const formulas = formulaCells(xml, sheet);
  if (formulas.length === 0) return xml;
  const stale = new Set<FormulaCell>();
  let fresh = new Map(changed.map((cell) => [cellKey(cell.row, cell.column), cell]));
  while (fresh.size > 0) {
    const found = formulas.filter(
      (cell) => !stale.has(cell) && cell.reads.some((area) => meets(area, fresh)),
    );
    found.forEach((cell) => stale.add(cell));
    fresh = new Map(found.map(({ key }) => [key, { row: Math.floor(key / 16384), column: key % 16384 }]));
  }
  if (stale.size === 0) return xml;
  const pieces: string[] = [];
  let done = 0;
  for (const cell of formulas) {
    if (!stale.has(cell)) continue;
    pieces.push(xml.slice(done, cell.start), cell.without);
    done = cell.end;
  }
  return pieces.join('') + xml.slice(done);
}

function formulaCells(xml: string, sheet: string): FormulaCell[] {
  const data = sheetData(xml);
  const cells: FormulaCell[] = [];
  if (!data || !findElement(xml, 'f', data.openEnd)) return cells;
  for (const row of rowsOf(xml, data.openEnd, data.close)) {
    for (const cell of cellsOf(xml, row)) {
      const formula = formulaElement(cell);
      if (!formula) continue;
      const value = findElement(cell.content, 'v');
      const content = value
        ? cell.content.slice(0, value.start) + cell.content.slice(value.end)
        : cell.content;
      const tail = xml.slice(cell.start + cell.tag.length + cell.content.length, cell.end);
      cells.push({
        key: cellKey(cell.row, cell.column),
        start: cell.start,
        end: cell.end,
        without: withAttribute(cell.tag, 't', null) + content + tail,
        reads: areasRead(unescapeXml(inner(cell.content, formula)), sheet),
      });
    }
  }
  return cells;
}

function areasRead(formula: string, own: string): Area[] {
  return formulaReads(formula).areas.flatMap(({ sheet, area }) =>
    sheet === null || sheet.toLowerCase() === own.toLowerCase() ? [area] : [],
  );
}

function meets(area: Area, cells: ReadonlyMap<number, { row: number; column: number }>): boolean {
  const size = (area.bottom - area.top + 1) * (area.right - area.left + 1);
  if (size > cells.size) {
    for (const { row, column } of cells.values()) {
      if (isInArea(area, row, column)) return true;
    }
    return false;
  }
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++)
      if (cells.has(cellKey(row, column))) return true;
  }
  return false;
}
