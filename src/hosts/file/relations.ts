import type { Package } from './package';
import { relationsPath, resolvePath } from './partPaths';
import { anyAttribute, findElement, findElements, withAttribute } from './xml/tags';

/** A link from one part of the package to another, or out of it. */
export interface Relation {
  readonly id: string;
  /** The last word of its type: `worksheet`, `styles`, `customXml` ... */
  readonly type: string;
  /** Path of the part, without leading slash; `null` for one outside the file. */
  readonly path: string | null;
}

/** The relations that start from a part, `''` for the package. Empty where there are none. */
export function relationsOf(parts: Package, from: string): Relation[] {
  const xml = parts.text(relationsPath(from));
  if (xml === null) return [];
  return findElements(xml, 'Relationship').map(({ tag }) => ({
    id: anyAttribute(tag, 'Id') ?? '',
    type: (anyAttribute(tag, 'Type') ?? '').split('/').pop()!,
    path:
      anyAttribute(tag, 'TargetMode') === 'External'
        ? null
        : resolvePath(from, anyAttribute(tag, 'Target') ?? ''),
  }));
}

const EMPTY_RELATIONS =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';

/** Adds a relation to a part and returns its new id. `type` is the full type. The target is written from the root. */
export function addRelation(parts: Package, from: string, type: string, to: string): string {
  const path = relationsPath(from);
  let xml = parts.text(path) ?? EMPTY_RELATIONS;
  const root = findElement(xml, 'Relationships');
  if (root && root.close === root.end) {
    xml = `${xml.slice(0, root.start)}${root.tag.replace(/\s*\/>$/, '>')}</${root.prefix}Relationships>`;
  }
  const close = findElement(xml, 'Relationships')?.close ?? xml.length;
  const taken = new Set(relationsOf(parts, from).map((relation) => relation.id));
  let number = taken.size + 1;
  while (taken.has(`rId${number}`)) number++;
  const entry = [
    ['Id', `rId${number}`],
    ['Type', type],
    ['Target', `/${to}`],
  ].reduce((tag, [key, value]) => withAttribute(tag, key!, value!), `<${root?.prefix ?? ''}Relationship/>`);
  parts.setText(path, xml.slice(0, close) + entry + xml.slice(close));
  return `rId${number}`;
}

/** Takes the relation with that id away. */
export function dropRelation(parts: Package, from: string, id: string): void {
  const path = relationsPath(from);
  const xml = parts.text(path);
  if (xml === null) return;
  const entry = findElements(xml, 'Relationship').find((element) => anyAttribute(element.tag, 'Id') === id);
  if (entry) parts.setText(path, xml.slice(0, entry.start) + xml.slice(entry.end));
}
