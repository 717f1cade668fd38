import { cellName, parseCellName, type Area } from '../../../model';
import { attribute, findElement, inner } from '../xml/tags';
import type { Allowance } from './allowance';

/** `B2:D4`, or one cell `B2` → the block; corners in any order. `null` where the text is neither. */
export function parseArea(text: string): Area | null {
  const [first, second, more] = text.split(':');
  const from = parseCellName(first ?? '');
  const to = second === undefined ? from : parseCellName(second);
  if (from === null || to === null || more !== undefined) return null;
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}

/** The block as `B2:D4`, one cell as `B2`. */
export function writeArea(area: Area): string {
  const first = cellName(area.top, area.left);
  const last = cellName(area.bottom, area.right);
  return first === last ? first : `${first}:${last}`;
}

/** The merged areas of a sheet; `from` is where its rows end. Throws `HostError` where there are too many. */
export function readMerges(xml: string, allowance: Allowance, from = 0): Area[] {
  const list = findElement(xml, 'mergeCells', from);
  const text = list ? inner(xml, list) : '';
  const areas: Area[] = [];
  for (let one = findElement(text, 'mergeCell'); one; one = findElement(text, 'mergeCell', one.end)) {
    allowance.takeMerge();
    const area = parseArea(attribute(one.tag, 'ref') ?? '');
    if (area) areas.push(area);
  }
  return areas;
}
