import type { NewChart, PrintedSheet } from '../../../workbook/printed';
import { addRelation } from '../relations';
import { chartXml, drawingXml } from './chartXml';
import type { EditSession } from './session';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml';
/** As far to the right as a break reaches. */
const LAST_COLUMN = 16383;

/** Gives a sheet that was just added its page breaks and charts. */
export function addPrinted(session: EditSession, sheet: PrintedSheet): void {
  const { charts = [], pageBreaks = [], rowHeights = new Map<number, number>() } = sheet;
  if (charts.length + pageBreaks.length + rowHeights.size === 0) return;
  const { path } = session.sheet(sheet.name);
  const breaks = breaksXml(pageBreaks);
  const drawing = charts.length === 0 ? '' : drawingTag(session, path, sheet, charts);
  const high = withHeights(session.xml(path), rowHeights);
  const xml = high.replace('</worksheet>', `${breaks}${drawing}</worksheet>`);
  session.parts.setText(path, xml);
}

function withHeights(xml: string, heights: ReadonlyMap<number, number>): string {
  return xml.replace(/<row r="(\d+)"(?: ht="[\d.]+")?(?=>)/g, (tag, number: string) => {
    const height = heights.get(Number(number) - 1);
    return height === undefined ? tag : `<row r="${number}" ht="${height}" customHeight="1"`;
  });
}

/** A break stands behind the row of its number, 1-based. */
function breaksXml(rows: readonly number[]): string {
  const breaks = rows.filter((row) => row > 0);
  if (breaks.length === 0) return '';
  const entries = breaks.map((row) => `<brk id="${row}" max="${LAST_COLUMN}" man="1"/>`).join('');
  return `<rowBreaks count="${breaks.length}" manualBreakCount="${breaks.length}">${entries}</rowBreaks>`;
}

function drawingTag(
  session: EditSession,
  sheetPath: string,
  sheet: PrintedSheet,
  charts: readonly NewChart[],
): string {
  const { parts } = session;
  const drawing = freePath(session, 'xl/drawings/drawing');
  const ids = charts.map((chart) => {
    const path = freePath(session, 'xl/charts/chart');
    parts.setText(path, chartXml(sheet, chart));
    parts.setContentType(path, CHART_TYPE);
    return addRelation(parts, drawing, `${RELATIONS}/chart`, path);
  });
  parts.setText(drawing, drawingXml(charts, ids));
  parts.setContentType(drawing, DRAWING_TYPE);
  const id = addRelation(parts, sheetPath, `${RELATIONS}/drawing`, drawing);
  return `<drawing xmlns:r="${RELATIONS}" r:id="${id}"/>`;
}

function freePath({ parts }: EditSession, stem: string): string {
  let number = 1;
  while (parts.has(`${stem}${number}.xml`)) number += 1;
  return `${stem}${number}.xml`;
}
