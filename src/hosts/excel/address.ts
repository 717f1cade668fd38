import { columnNumber, parseCellName, type Area } from '../../model';
import { LAST_COLUMN, LAST_ROW } from '../../workbook/formulaReferences';

/** `B2`, `A1:C3`, `2:5`, `A:C`, as Excel writes addresses, `null` where the text is none. */
function areaOf(text: string): Area | null {
  const [first = '', last = first] = text.replaceAll('$', '').split(':');
  const [from, to] = [parseCellName(first), parseCellName(last)];
  if (from && to) return { top: from.row, left: from.column, bottom: to.row, right: to.column };
  if (/^\d+$/.test(first) && /^\d+$/.test(last))
    return { top: Number(first) - 1, left: 0, bottom: Number(last) - 1, right: LAST_COLUMN };
  if (/^[A-Z]{1,3}$/i.test(first) && /^[A-Z]{1,3}$/i.test(last))
    return { top: 0, left: columnNumber(first), bottom: LAST_ROW, right: columnNumber(last) };
  return null;
}

/** The areas of an address, also of several with commas and with the sheet before them; `null` where one is none. */
export function areasOf(address: string): readonly Area[] | null {
  const areas = address.split(',').map((part) => areaOf(part.slice(part.lastIndexOf('!') + 1).trim()));
  return areas.every((area) => area !== null) ? areas : null;
}
