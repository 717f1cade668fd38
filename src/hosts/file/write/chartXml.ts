import { type Area, cellName, columnName } from '../../../model';
import type { NewCell } from '../../../workbook/host';
import type { NewChart, PrintedSheet } from '../../../workbook/printed';
import { escapeXml } from '../xml/text';

const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const MAIN = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Ids of the two axes; any two numbers that differ. */
const AXES = [111111111, 222222222] as const;

/** The XML of a chart part: one series over the sheet's cells, with their values kept as Excel keeps them. */
export function chartXml(sheet: PrintedSheet, chart: NewChart): string {
  const direction = chart.kind === 'bar' ? 'bar' : 'col';
  const categories = cached(sheet, chart.categories, 'str');
  const values = cached(sheet, chart.values, 'num');
  return (
    `${HEAD}<c:chartSpace xmlns:c="${CHART}" xmlns:a="${MAIN}" xmlns:r="${RELATIONS}"><c:roundedCorners val="0"/><c:chart>` +
    `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1200" b="1"/></a:pPr><a:r><a:rPr lang="zh-CN" sz="1200" b="1"/>` +
    `<a:t>${escapeXml(chart.title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>` +
    '<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>' +
    `<c:barChart><c:barDir val="${direction}"/><c:grouping val="clustered"/><c:varyColors val="0"/>` +
    '<c:ser><c:idx val="0"/><c:order val="0"/>' +
    '<c:spPr><a:solidFill><a:srgbClr val="4472C4"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>' +
    '<c:dLbls><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>' +
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>' +
    `<c:cat>${categories}</c:cat><c:val>${values}</c:val></c:ser>` +
    `<c:gapWidth val="60"/><c:axId val="${AXES[0]}"/><c:axId val="${AXES[1]}"/></c:barChart>` +
    axes(chart.kind) +
    '</c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>'
  );
}

/** Lying bars are read from the top, as the table beside them. */
function axes(kind: NewChart['kind']): string {
  const order = kind === 'bar' ? 'maxMin' : 'minMax';
  const [category, value] = kind === 'bar' ? ['l', 't'] : ['b', 'l'];
  return (
    `<c:catAx><c:axId val="${AXES[0]}"/><c:scaling><c:orientation val="${order}"/></c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${category}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>` +
    `<c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:crossAx val="${AXES[1]}"/><c:crosses val="autoZero"/></c:catAx>` +
    `<c:valAx><c:axId val="${AXES[1]}"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${value}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="out"/>` +
    `<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="${AXES[0]}"/><c:crosses val="autoZero"/></c:valAx>`
  );
}

/** A reference with what stands there now, so that the chart is drawn before anything is computed. */
function cached(sheet: PrintedSheet, area: Area, kind: 'str' | 'num'): string {
  const cells = new Map<string, NewCell>();
  for (const cell of sheet.cells) cells.set(`${cell.row}:${cell.column}`, cell);
  const points: string[] = [];
  for (let row = area.top; row <= area.bottom; row += 1) {
    const value = cells.get(`${row}:${area.left}`)?.value ?? '';
    if (value === '') continue;
    points.push(`<c:pt idx="${row - area.top}"><c:v>${escapeXml(String(value))}</c:v></c:pt>`);
  }
  const count = `<c:ptCount val="${area.bottom - area.top + 1}"/>`;
  const format = kind === 'num' ? '<c:formatCode>General</c:formatCode>' : '';
  return (
    `<c:${kind}Ref><c:f>${escapeXml(reference(sheet.name, area))}</c:f>` +
    `<c:${kind}Cache>${format}${count}${points.join('')}</c:${kind}Cache></c:${kind}Ref>`
  );
}

function reference(sheet: string, { top, left, bottom, right }: Area): string {
  const corner = (row: number, column: number): string => `$${columnName(column)}$${row + 1}`;
  return `'${sheet.replace(/'/g, "''")}'!${corner(top, left)}:${corner(bottom, right)}`;
}

/** The XML of a drawing part that places charts; `ids` are their relations. */
export function drawingXml(charts: readonly NewChart[], ids: readonly string[]): string {
  const anchors = charts.map(({ place, title }, index) => {
    const corner = (row: number, column: number): string =>
      `<xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff>`;
    return (
      `<xdr:twoCellAnchor><xdr:from>${corner(place.top, place.left)}</xdr:from>` +
      `<xdr:to>${corner(place.bottom + 1, place.right + 1)}</xdr:to><xdr:graphicFrame macro="">` +
      `<xdr:nvGraphicFramePr><xdr:cNvPr id="${index + 2}" name="${escapeXml(cellName(place.top, place.left))}" descr="${escapeXml(title)}"/>` +
      '<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
      `<a:graphic><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" r:id="${ids[index]!}"/></a:graphicData></a:graphic>` +
      '</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>'
    );
  });
  return `${HEAD}<xdr:wsDr xmlns:xdr="${DRAWING}" xmlns:a="${MAIN}" xmlns:r="${RELATIONS}">${anchors.join('')}</xdr:wsDr>`;
}
