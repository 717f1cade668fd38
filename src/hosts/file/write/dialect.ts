import { findElement } from '../xml/tags';
import type { EditSession } from './session';

const TRANSITIONAL = 'http://schemas.openxmlformats.org/';
const STRICT = 'http://purl.oclc.org/ooxml/';

/**
 * Namespaces and relation types as this workbook writes them: a workbook saved as "Strict Open XML" has others. The
 * text is given in the usual ones.
 */
export function inDialect(session: EditSession, text: string): string {
  const root = findElement(session.xml(session.book.path), 'workbook');
  if (!root?.tag.includes(STRICT)) return text;
  return text
    .replaceAll(`${TRANSITIONAL}spreadsheetml/2006/main`, `${STRICT}spreadsheetml/main`)
    .replaceAll(`${TRANSITIONAL}officeDocument/2006/`, `${STRICT}officeDocument/`);
}
