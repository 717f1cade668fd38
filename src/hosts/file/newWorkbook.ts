import { strToU8, zipSync } from 'fflate';
import { HostError } from '../../workbook/host';
import type { PrintedSheet } from '../../workbook/printed';
import { Package } from './package';
import { addPrinted } from './write/printed';
import { EditSession } from './write/session';
import { setMemory } from './write/setMemory';
import { addSheet } from './write/sheets';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const BOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

/** Earliest day a zip entry can bear: the same sheets give the same bytes, whenever they are made. */
const MADE = new Date(1980, 0, 1, 12);

/** A workbook without sheets: no program opens it before one is added. */
export function emptyWorkbook(): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml':
      `<Types xmlns="${PACKAGE}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${BOOK_TYPE}"/></Types>`,
    '_rels/.rels':
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" ` +
      `Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"></Relationships>`,
  };
  const files = Object.entries(parts).map(([path, xml]) => [path, strToU8(HEAD + xml)] as const);
  return zipSync(Object.fromEntries(files), { mtime: MADE });
}

/** The bytes of a new .xlsx file with these sheets, of which there must be one; `memory` is what it remembers. */
export function newWorkbook(sheets: readonly PrintedSheet[], memory: string | null = null): Uint8Array {
  if (sheets.length === 0) throw new HostError('unsupported', '新工作簿至少要有一张工作表。');
  const session = new EditSession(Package.open(emptyWorkbook(), null));
  for (const sheet of sheets) {
    addSheet(session, sheet);
    addPrinted(session, sheet);
  }
  if (memory !== null) setMemory(session, memory);
  session.finish();
  return session.parts.save();
}
