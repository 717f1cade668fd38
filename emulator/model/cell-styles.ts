import type { Border, BorderSide, CellFormat } from './cell';
import { attributes, elements, isOn, tags } from './xml-tags';

/** What the style of a cell in a file comes to. */
export interface CellStyleRecord {
  readonly numberFormat: string;
  readonly format: CellFormat;
}

const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  14: 'yyyy/m/d',
  22: 'yyyy/m/d h:mm',
  49: '@',
};

const SIDES: Readonly<Record<string, BorderSide>> = {
  left: 'EdgeLeft',
  right: 'EdgeRight',
  top: 'EdgeTop',
  bottom: 'EdgeBottom',
};

/** `FF808080` → `#808080`; `undefined` for a colour of the theme, which is left at the default. */
function color(tag: string | undefined): string | undefined {
  const rgb = tag === undefined ? undefined : attributes(tag)['rgb'];
  return rgb && `#${rgb.slice(-6).toUpperCase()}`;
}

function fontOf(xml: string): CellFormat {
  const size = tags(xml, 'sz')[0]?.['val'];
  const on = (name: string): boolean => tags(xml, name).some(({ val = '1' }) => isOn(val));
  const fontColor = color(elements(xml, 'color')[0]);
  return {
    ...(on('b') && { bold: true }),
    ...(on('i') && { italic: true }),
    ...(size !== undefined && Number(size) !== 11 && { fontSize: Number(size) }),
    ...(fontColor !== undefined && fontColor !== '#000000' && { fontColor }),
  };
}

function fillOf(xml: string): CellFormat {
  const fill = tags(xml, 'patternFill')[0]?.['patternType'] === 'solid' && color(elements(xml, 'fgColor')[0]);
  return fill ? { fill } : {};
}

function bordersOf(xml: string): CellFormat {
  const borders: Partial<Record<BorderSide, Border>> = {};
  for (const [name, side] of Object.entries(SIDES)) {
    const element = elements(xml, name)[0];
    const style = element && attributes(element.slice(0, element.indexOf('>')))['style'];
    if (!element || !style || style === 'none') continue;
    borders[side] = {
      style: 'Continuous',
      color: color(elements(element, 'color')[0]) ?? '#000000',
      weight: 'Thin',
    };
  }
  return Object.keys(borders).length > 0 ? { borders } : {};
}

function alignmentOf(xf: string): CellFormat {
  const { horizontal, vertical, wrapText } = tags(xf, 'alignment')[0] ?? {};
  const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
  return {
    ...(horizontal && horizontal !== 'general' && { horizontal: capital(horizontal) }),
    ...(vertical && { vertical: capital(vertical) }),
    ...(isOn(wrapText) && { wrap: true }),
  };
}

function list(styles: string, name: string, item: string): string[] {
  const whole = elements(styles, name)[0] ?? '';
  return elements(whole.slice(whole.indexOf('>') + 1), item);
}

/** The styles of cells by the index that a cell's `s` names; empty for a workbook without a styles part. */
export function cellStyles(styles: string): CellStyleRecord[] {
  const custom = new Map(
    tags(styles, 'numFmt').map((one) => [Number(one['numFmtId']), one['formatCode'] ?? '']),
  );
  const fonts = list(styles, 'fonts', 'font').map(fontOf);
  const fills = list(styles, 'fills', 'fill').map(fillOf);
  const borders = list(styles, 'borders', 'border').map(bordersOf);
  return list(styles, 'cellXfs', 'xf').map((xf) => {
    const { numFmtId = '0', fontId = '0', fillId = '0', borderId = '0' } = tags(xf, 'xf')[0] ?? {};
    const id = Number(numFmtId);
    return {
      numberFormat: custom.get(id) ?? BUILT_IN[id] ?? 'General',
      format: {
        ...fonts[Number(fontId)],
        ...fills[Number(fillId)],
        ...borders[Number(borderId)],
        ...alignmentOf(xf),
      },
    };
  });
}
