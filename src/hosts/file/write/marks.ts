import { cellName, type Severity } from '../../../model';
import type { UndoChange } from '../../../workbook/host';
import { isMarkRule, MARK_FILLS, MARK_RULE } from '../../../workbook/marks';
import { attribute, findElement, findElements, inner, replaceElements } from '../xml/tags';
import { escapeXml, unescapeXml } from '../xml/text';
import { addNotes, removeNotes } from './notes';
import { isProtected, protectedSheet } from './protection';
import type { EditSession } from './session';
import { differentialFill } from './styles';

type MarkedCell = Extract<UndoChange, { kind: 'mark' }>['cells'][number];

/** What stands behind conditional formats in a sheet. */
const BEHIND =
  'dataValidations|hyperlinks|printOptions|pageMargins|pageSetup|headerFooter|rowBreaks|colBreaks|customProperties|' +
  'cellWatches|ignoredErrors|smartTags|drawing|legacyDrawing|legacyDrawingHF|picture|oleObjects|controls|' +
  'webPublishItems|tableParts|extLst';
/** Cells that share one element. */
const CELLS_AN_ELEMENT = 400;

/** Marks cells of a sheet over their own formats. Throws `HostError` on a protected sheet. */
export function markCells(session: EditSession, sheetName: string, cells: readonly MarkedCell[]): void {
  if (cells.length === 0) return;
  const sheet = session.sheet(sheetName);
  const xml = session.xml(sheet.path);
  if (isProtected(xml)) throw protectedSheet(sheet.name);
  const { prefix } = findElement(xml, 'worksheet')!;
  let priority = findElements(xml, 'cfRule').reduce(
    (highest, { tag }) => Math.max(highest, Number(attribute(tag, 'priority') ?? 0)),
    0,
  );
  const elements: string[] = [];
  for (const severity of Object.keys(MARK_FILLS) as Severity[]) {
    const alike = cells.filter((cell) => cell.severity === severity);
    for (let from = 0; from < alike.length; from += CELLS_AN_ELEMENT) {
      const places = alike
        .slice(from, from + CELLS_AN_ELEMENT)
        .map(({ row, column }) => cellName(row, column));
      const format = differentialFill(session, MARK_FILLS[severity]);
      priority += 1;
      elements.push(ruleXml(prefix, places.join(' '), format, priority));
    }
  }
  const at = placeFor(xml);
  session.parts.setText(sheet.path, xml.slice(0, at) + elements.join('') + xml.slice(at));
  const noted = cells.flatMap(({ row, column, note }) => (note === undefined ? [] : [{ row, column, note }]));
  addNotes(session, sheet.path, noted);
}

function ruleXml(prefix: string, places: string, format: number, priority: number): string {
  return (
    `<${prefix}conditionalFormatting sqref="${places}">` +
    `<${prefix}cfRule type="expression" dxfId="${format}" priority="${priority}">` +
    `<${prefix}formula>${escapeXml(MARK_RULE)}</${prefix}formula></${prefix}cfRule></${prefix}conditionalFormatting>`
  );
}

/** Behind the sheet's own conditional formats, where it has some; what extensions hold is not meant. */
function placeFor(xml: string): number {
  const data = findElement(xml, 'sheetData')!;
  const root = findElement(xml, 'worksheet')!;
  const extensions = findElement(xml, 'extLst', data.end)?.start ?? root.close;
  const last = findElements(xml, 'conditionalFormatting')
    .filter(({ start }) => start < extensions)
    .at(-1);
  return last?.end ?? findElement(xml, BEHIND, data.end)?.start ?? root.close;
}

/** Takes the marks of all sheets away. Throws `HostError` where a protected sheet has some. */
export function unmarkAll(session: EditSession): void {
  for (const sheet of session.book.sheets) {
    if (!sheet.isWorksheet) continue;
    const xml = session.xml(sheet.path);
    const hadNotes = removeNotes(session, sheet.path);
    const bare = session.xml(sheet.path);
    const plain = withoutMarks(bare);
    if (plain === bare && !hadNotes) continue;
    if (isProtected(xml)) throw protectedSheet(sheet.name);
    session.parts.setText(sheet.path, plain);
  }
}

function withoutMarks(xml: string): string {
  if (!xml.includes('service-score')) return xml;
  return replaceElements(xml, 'conditionalFormatting', (whole) => {
    const kept = replaceElements(whole, 'cfRule', (rule) => (isMark(rule) ? '' : rule));
    return kept !== whole && !findElement(kept, 'cfRule') ? '' : kept;
  });
}

function isMark(rule: string): boolean {
  const formula = findElement(rule, 'formula');
  return formula !== null && isMarkRule(unescapeXml(inner(rule, formula)));
}
