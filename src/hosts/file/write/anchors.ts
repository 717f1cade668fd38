import { movedRow, type RowMove } from '../../../workbook/formulaMoves';
import { attribute, findElement, inner, replaceElements } from '../xml/tags';

/** Moves the pictures, charts and controls of a drawing with the cells under them. Those fixed to the page stay. */
export function moveAnchors(xml: string, move: RowMove): string {
  return replaceElements(xml, 'twoCellAnchor|oneCellAnchor|anchor', (whole, { tag }) => {
    if (attribute(tag, 'editAs') === 'absolute') return whole;
    const isControl = /^<(?:[\w.-]+:)?anchor/.test(tag);
    const moves = !isControl || /\s(?:moveWithCells|sizeWithCells)\s*=\s*["'](?:1|true)/.test(tag);
    if (!moves) return whole;
    const keepsSize =
      attribute(tag, 'editAs') === 'oneCell' ||
      (isControl && !/\ssizeWithCells\s*=\s*["'](?:1|true)/.test(tag));
    return movedAnchor(whole, move, keepsSize);
  });
}

function movedAnchor(xml: string, move: RowMove, keepsSize: boolean): string {
  const from = corner(xml, 'from');
  if (from === null) return xml;
  const first = movedRow(from.row, move) ?? move.row;
  const placed = withRow(xml, 'from', first);
  const to = corner(xml, 'to');
  if (to === null) return placed;
  if (keepsSize) return withRow(placed, 'to', to.row + first - from.row);
  // A picture that ends at the upper edge of a row does not reach into it.
  const reaches = to.offset > 0 || to.row === from.row;
  const last = reaches
    ? (movedRow(to.row, move) ?? move.row)
    : (movedRow(to.row - 1, move) ?? move.row - 1) + 1;
  return withRow(placed, 'to', Math.max(first, last));
}

function corner(xml: string, name: 'from' | 'to'): { row: number; offset: number } | null {
  const element = findElement(xml, name);
  const inside = element ? inner(xml, element) : '';
  const row = findElement(inside, 'row');
  const offset = findElement(inside, 'rowOff');
  if (!row) return null;
  return { row: Number(inner(inside, row)), offset: offset ? Number(inner(inside, offset)) : 0 };
}

function withRow(xml: string, name: 'from' | 'to', row: number): string {
  return replaceElements(xml, name, (whole) =>
    replaceElements(whole, 'row', (element, { tag, prefix }) =>
      element === '' ? '' : `${tag}${row}</${prefix}row>`,
    ),
  );
}

/**
 * Moves the boxes of old-style comments. A comment whose row goes, goes: `null` of its row drops its shape.
 */
export function moveCommentBoxes(vml: string, move: RowMove): string {
  return replaceElements(vml, 'shape', (whole) => {
    const row = findElement(whole, 'Row');
    const place = row ? movedRow(Number(inner(whole, row)), move) : undefined;
    if (place === null) return '';
    const anchored = replaceElements(whole, 'Anchor', (element, { tag, prefix }) => {
      const numbers = element.slice(tag.length).replace(/<.*$/s, '').split(',').map(Number);
      if (numbers.length !== 8 || numbers.some((number) => Number.isNaN(number))) return element;
      const first = movedRow(numbers[2]!, move) ?? move.row;
      numbers[6] = numbers[6]! + first - numbers[2]!;
      numbers[2] = first;
      return `${tag}${numbers.join(', ')}</${prefix}Anchor>`;
    });
    if (place === undefined) return anchored;
    return replaceElements(anchored, 'Row', (_, { tag, prefix }) => `${tag}${place}</${prefix}Row>`);
  });
}
