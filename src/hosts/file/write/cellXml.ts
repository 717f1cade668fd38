import type { CellValue } from '../../../model';
import { escapeCellText, escapeXml } from '../xml/text';

/**
 * A cell as XML. `value` is written as the value it is: a text as text also where it begins with `=`, `''` as an
 * empty cell with its format. `style` is the index of its format, `null` for the plain one. Numbers must be finite.
 */
export function cellXml(prefix: string, name: string, style: string | null, value: CellValue): string {
  const open = `<${prefix}c r="${name}"${style === null ? '' : ` s="${escapeXml(style)}"`}`;
  const close = `</${prefix}c>`;
  if (value === '') return style === null ? '' : `${open}/>`;
  if (typeof value === 'number') return `${open}><${prefix}v>${value === 0 ? 0 : value}</${prefix}v>${close}`;
  if (typeof value === 'boolean') return `${open} t="b"><${prefix}v>${value ? 1 : 0}</${prefix}v>${close}`;
  const text = escapeCellText(value.replace(/\r\n?/g, '\n'));
  return `${open} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${text}</${prefix}t></${prefix}is>${close}`;
}

/** A cell in which nothing is stored. */
export function emptyXml(prefix: string, name: string, style: string | null): string {
  return `<${prefix}c r="${name}"${style === null ? '' : ` s="${escapeXml(style)}"`}/>`;
}

/** A cell with a formula (without its leading `=`) and no stored value. */
export function formulaXml(prefix: string, name: string, style: string | null, formula: string): string {
  const open = `<${prefix}c r="${name}"${style === null ? '' : ` s="${escapeXml(style)}"`}>`;
  return `${open}<${prefix}f>${escapeXml(formula)}</${prefix}f></${prefix}c>`;
}
