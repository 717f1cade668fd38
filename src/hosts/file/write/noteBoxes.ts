import { findElement, findElements, inner, replaceElements } from '../xml/tags';

/** A cell; 0-based. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

const EMPTY =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" ' +
  'xmlns:x="urn:schemas-microsoft-com:office:excel"></xml>';
/** The box of text that all notes have in common. */
const TYPE =
  '<v:shapetype xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" ' +
  'id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';
/** Shapes of a sheet are numbered from here on. */
const FIRST_SHAPE = 1025;
/** Columns and rows that a box takes, beside its cell. */
const WIDTH = 4;
const HEIGHT = 6;

/** The drawing of a sheet's notes with hidden boxes for notes of these cells; `null` for a text that is no drawing. */
export function withBoxes(vml: string | null, places: readonly Place[]): string | null {
  const xml = vml ?? EMPTY;
  const close = xml.lastIndexOf('</xml>');
  if (close < 0) return null;
  const numbers = [...xml.matchAll(/_x0000_s(\d+)/g)].map(([, number]) => Number(number));
  const first = numbers.reduce((next, number) => Math.max(next, number + 1), FIRST_SHAPE);
  const type = xml.includes('"_x0000_t202"') ? '' : TYPE;
  const boxes = places.map((place, index) => box(place, first + index));
  return xml.slice(0, close) + type + boxes.join('') + xml.slice(close);
}

function box({ row, column }: Place, number: number): string {
  const top = Math.max(0, row - 1);
  const anchor = [column + 1, 15, top, 10, column + 1 + WIDTH, 15, top + HEIGHT, 4].join(', ');
  return (
    '<v:shape xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" ' +
    `xmlns:x="urn:schemas-microsoft-com:office:excel" id="_x0000_s${number}" type="#_x0000_t202" ` +
    'style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">' +
    '<v:fill color2="#ffffe1"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor>` +
    `<x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  );
}

/** The drawing without the boxes of these cells' notes; `null` where no shape is left. */
export function withoutBoxes(vml: string, places: readonly Place[]): string | null {
  const gone = new Set(places.map(({ row, column }) => `${row},${column}`));
  const kept = replaceElements(vml, 'shape', (whole) => (gone.has(placeOf(whole)) ? '' : whole));
  if (findElements(kept, 'shape').length === 0) return null;
  if (kept.includes('"#_x0000_t202"')) return kept;
  return replaceElements(kept, 'shapetype', (whole, { tag }) => (tag.includes('"_x0000_t202"') ? '' : whole));
}

/** `row,column` of a note's box, empty for any other shape. */
function placeOf(shape: string): string {
  const data = findElement(shape, 'ClientData');
  const row = findElement(shape, 'Row');
  const column = findElement(shape, 'Column');
  if (!data?.tag.includes('"Note"') || !row || !column) return '';
  return `${inner(shape, row).trim()},${inner(shape, column).trim()}`;
}
