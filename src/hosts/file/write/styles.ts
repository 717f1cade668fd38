import type { CellStyle } from '../../../workbook/host';
import { addRelation } from '../relations';
import { relatedPart } from '../workbookPart';
import { attribute, findElement, findElements, inner, withAttribute } from '../xml/tags';
import { escapeXml, XmlFault } from '../xml/text';
import { inDialect } from './dialect';
import type { EditSession } from './session';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';

const EMPTY =
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${MAIN}">` +
  '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

type FontName = 'plain' | 'bold' | 'title' | 'small';

interface Look {
  readonly font: FontName;
  readonly boxed: boolean;
  readonly filled?: boolean;
  /** Id of a format that needs no entry, or the format itself. */
  readonly format: number | string;
  readonly horizontal: 'left' | 'center' | 'right';
  /** Runs on over the next cells instead of breaking. */
  readonly oneLine?: boolean;
}

const LOOKS: Readonly<Record<CellStyle, Look>> = {
  title: { font: 'title', boxed: false, format: 0, horizontal: 'center', oneLine: true },
  meta: { font: 'plain', boxed: false, format: 0, horizontal: 'left', oneLine: true },
  header: { font: 'bold', boxed: true, filled: true, format: 0, horizontal: 'center' },
  text: { font: 'plain', boxed: true, format: 49, horizontal: 'left' },
  integer: { font: 'plain', boxed: true, format: 1, horizontal: 'right' },
  decimal: { font: 'plain', boxed: true, format: 2, horizontal: 'right' },
  percent: { font: 'plain', boxed: true, format: 10, horizontal: 'right' },
  date: { font: 'plain', boxed: true, format: 'yyyy-mm-dd', horizontal: 'center' },
  flag: { font: 'plain', boxed: true, format: 0, horizontal: 'center' },
  note: { font: 'small', boxed: false, format: 0, horizontal: 'left', oneLine: true },
};

/** Whether a text of this kind stays in one line, however long it is. */
export function isOneLine(style: CellStyle): boolean {
  return LOOKS[style].oneLine === true;
}

const FONTS: Readonly<Record<FontName, string>> = {
  plain: '<font><sz val="11"/><name val="宋体"/><family val="3"/><charset val="134"/></font>',
  bold: '<font><b/><sz val="11"/><name val="宋体"/><family val="3"/><charset val="134"/></font>',
  title: '<font><b/><sz val="16"/><name val="宋体"/><family val="3"/><charset val="134"/></font>',
  small:
    '<font><sz val="10"/><color rgb="FF595959"/><name val="宋体"/><family val="3"/><charset val="134"/></font>',
};

const EDGE = (side: string): string => `<${side} style="thin"><color rgb="FF808080"/></${side}>`;
const BOX = `<border>${['left', 'right', 'top', 'bottom'].map(EDGE).join('')}<diagonal/></border>`;
const FILL =
  '<fill><patternFill patternType="solid"><fgColor rgb="FFDCE6F1"/><bgColor indexed="64"/></patternFill></fill>';

/** Gives the index of the format of each kind of cell; what is not there yet is appended to the styles, once. */
export function styleIndexes(
  session: EditSession,
  wanted: ReadonlySet<CellStyle>,
): ReadonlyMap<CellStyle, number> {
  const book = session.book.path;
  const path = relatedPart(session.parts, book, 'styles') ?? addStyles(session, book);
  const sheet = new StyleSheet(session.xml(path));
  const indexes = new Map([...wanted].map((style) => [style, sheet.indexOf(LOOKS[style])]));
  session.parts.setText(path, sheet.xml);
  return indexes;
}

/** Gives the index of a format that is like another one (by its index) but for the number format. */
export function withNumberFormat(session: EditSession, like: number, format: string): number {
  const book = session.book.path;
  const path = relatedPart(session.parts, book, 'styles') ?? addStyles(session, book);
  const sheet = new StyleSheet(session.xml(path));
  const index = sheet.variant(like, format);
  session.parts.setText(path, sheet.xml);
  return index;
}

/** Gives the index of a differential format that fills a cell (`#RRGGBB`). */
export function differentialFill(session: EditSession, color: string): number {
  const book = session.book.path;
  const path = relatedPart(session.parts, book, 'styles') ?? addStyles(session, book);
  const sheet = new StyleSheet(session.xml(path));
  const index = sheet.differential(`FF${color.slice(1)}`);
  session.parts.setText(path, sheet.xml);
  return index;
}

function addStyles(session: EditSession, book: string): string {
  const path = 'xl/styles.xml';
  session.parts.setText(path, inDialect(session, EMPTY));
  session.parts.setContentType(path, CONTENT);
  addRelation(session.parts, book, inDialect(session, TYPE), path);
  return path;
}

const XF = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>';

/** Formats that need no entry. */
const BUILT_IN: Readonly<Record<string, number>> = { General: 0, '@': 49 };

class StyleSheet {
  constructor(public xml: string) {}

  indexOf({ font, boxed, filled, format, horizontal, oneLine }: Look): number {
    const fontId = this.entry('fonts', 'font', FONTS[font], 'fills');
    const fillId = filled ? this.entry('fills', 'fill', FILL, 'borders') : 0;
    const borderId = boxed ? this.entry('borders', 'border', BOX, 'cellStyleXfs|cellXfs') : 0;
    const formatId = typeof format === 'number' ? format : this.numberFormat(format);
    const xf =
      `<xf numFmtId="${formatId}" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}" xfId="0"` +
      ' applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">' +
      `<alignment horizontal="${horizontal}" vertical="center"${oneLine ? '' : ' wrapText="1"'}/></xf>`;
    return this.entry('cellXfs', 'xf', xf, 'cellStyles|dxfs|tableStyles');
  }

  variant(like: number, format: string): number {
    const { prefix } = findElement(this.xml, 'styleSheet')!;
    const list = findElement(this.xml, 'cellXfs');
    const inside = list ? inner(this.xml, list) : '';
    const old = findElements(inside, 'xf')[like];
    const own = old
      ? inside.slice(old.start, old.end).replaceAll(`<${prefix}`, '<').replaceAll(`</${prefix}`, '</')
      : XF;
    const tag = /^<[^>]*>/.exec(own)![0];
    const id = withAttribute(tag, 'numFmtId', String(this.numberFormat(format)));
    const xf = withAttribute(id, 'applyNumberFormat', '1') + own.slice(tag.length);
    return this.entry('cellXfs', 'xf', xf, 'cellStyles|dxfs|tableStyles');
  }

  differential(argb: string): number {
    const fill = `<fill><patternFill patternType="solid"><bgColor rgb="${argb}"/></patternFill></fill>`;
    return this.entry('dxfs', 'dxf', `<dxf>${fill}</dxf>`, 'tableStyles|colors|extLst');
  }

  private numberFormat(code: string): number {
    const builtIn = BUILT_IN[code];
    if (builtIn !== undefined) return builtIn;
    const own = findElement(this.xml, 'numFmts');
    const entries = findElements(own ? inner(this.xml, own) : '', 'numFmt').map(({ tag }) => ({
      id: Number(attribute(tag, 'numFmtId')),
      code: attribute(tag, 'formatCode'),
    }));
    const known = entries.find((entry) => entry.code === code);
    if (known) return known.id;
    const id = entries.reduce((highest, entry) => Math.max(highest, entry.id), 163) + 1;
    this.entry('numFmts', 'numFmt', `<numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`, 'fonts');
    return id;
  }

  /** The number of an entry of a list, appended where it is not there. `behind` names what follows the list. */
  private entry(list: string, item: string, plain: string, behind: string): number {
    const root = findElement(this.xml, 'styleSheet');
    if (!root) throw new XmlFault('no styleSheet');
    const text = plain.replace(/<(\/?)(?=\w)/g, `<$1${root.prefix}`);
    const element = this.openList(list, behind, root.prefix);
    const entries = findElements(inner(this.xml, element), item);
    const inside = inner(this.xml, element);
    const known = entries.findIndex((entry) => inside.slice(entry.start, entry.end) === text);
    if (known >= 0) return known;
    const tag = withAttribute(element.tag, 'count', String(entries.length + 1));
    this.xml = this.xml.slice(0, element.start) + tag + inside + text + this.xml.slice(element.close);
    return entries.length;
  }

  private openList(list: string, behind: string, prefix: string) {
    const known = findElement(this.xml, list);
    if (known && known.close !== known.end) return known;
    const open = `<${prefix}${list} count="0"></${prefix}${list}>`;
    const start =
      known?.start ?? findElement(this.xml, behind)?.start ?? findElement(this.xml, 'styleSheet')!.close;
    this.xml = this.xml.slice(0, start) + open + this.xml.slice(known?.end ?? start);
    return findElement(this.xml, list)!;
  }
}
