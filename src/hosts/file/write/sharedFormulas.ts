import { shiftedFormula } from '../../../workbook/formulaMoves';
import { cellsOf, rowsOf, sheetData, type RawCell } from '../read/cells';
import { formulaElement } from '../read/formulas';
import { attribute, inner } from '../xml/tags';
import { escapeXml, unescapeXml } from '../xml/text';

/** Writes each shared formula of a sheet out in every cell that shares it, so that each can be changed alone. */
export function withoutSharedFormulas(xml: string): string {
  const data = sheetData(xml);
  if (!data || !/\st\s*=\s*["']shared["']/.test(xml)) return xml;
  const masters = new Map<string, { formula: string; row: number; column: number }>();
  const pieces: string[] = [];
  let done = 0;
  for (const row of rowsOf(xml, data.openEnd, data.close)) {
    for (const cell of cellsOf(xml, row)) {
      const content = writtenOut(cell, masters);
      if (content === null) continue;
      const contentStart = cell.start + cell.tag.length;
      pieces.push(xml.slice(done, contentStart), content);
      done = contentStart + cell.content.length;
    }
  }
  return done === 0 ? xml : pieces.join('') + xml.slice(done);
}

function writtenOut(
  cell: RawCell,
  masters: Map<string, { formula: string; row: number; column: number }>,
): string | null {
  const element = formulaElement(cell);
  if (!element || attribute(element.tag, 't') !== 'shared') return null;
  const group = attribute(element.tag, 'si') ?? '';
  const own = unescapeXml(inner(cell.content, element));
  if (own !== '') masters.set(group, { formula: own, row: cell.row, column: cell.column });
  const master = masters.get(group);
  const formula = master
    ? shiftedFormula(master.formula, cell.row - master.row, cell.column - master.column)
    : own;
  const { prefix } = element;
  return (
    cell.content.slice(0, element.start) +
    `<${prefix}f>${escapeXml(formula)}</${prefix}f>` +
    cell.content.slice(element.end)
  );
}
