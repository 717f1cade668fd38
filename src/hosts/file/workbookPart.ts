import type { Package } from './package';
import { relationsOf } from './relations';
import { problem } from './problems';
import { attribute, findElement, findElements } from './xml/tags';

/** A tab of the workbook. */
export interface SheetPart {
  readonly name: string;
  readonly path: string;
  readonly relationId: string;
  /** A grid of cells; chart sheets, dialogs and macro sheets are none. */
  readonly isWorksheet: boolean;
  readonly visible: boolean;
}

/** The workbook part of a package: where it stands, and its tabs in order. */
export interface WorkbookPart {
  readonly path: string;
  readonly sheets: readonly SheetPart[];
  readonly date1904: boolean;
}

/** Finds the workbook part. Throws `HostError` where the package is no workbook of this format. */
export function workbookPart(parts: Package): WorkbookPart {
  const path = findWorkbook(parts);
  const xml = parts.text(path)!;
  const sheets = listSheets(parts, path, xml);
  if (sheets.length > parts.limits.sheets) {
    const more = `(有 ${sheets.length} 张工作表,最多可处理 ${parts.limits.sheets} 张)`;
    throw problem('too-large', parts.name, more);
  }
  const properties = findElement(xml, 'workbookPr');
  return { path, sheets, date1904: isOn(properties ? attribute(properties.tag, 'date1904') : null) };
}

/** `true` of an XML boolean attribute; absent is `false`. */
export function isOn(value: string | null): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

function findWorkbook(parts: Package): string {
  const main = relationsOf(parts, '').find((relation) => relation.type === 'officeDocument')?.path;
  const path = main && parts.has(main) ? main : 'xl/workbook.xml';
  if (parts.has('xl/workbook.bin') || /\.bin$/i.test(path)) throw problem('old-format', parts.name);
  const xml = parts.text(path);
  if (xml === null || !findElement(xml, 'workbook')) {
    const office = parts.has('[Content_Types].xml') && /^xl\//i.test(path);
    throw problem(office && main ? 'damaged' : 'not-a-workbook', parts.name);
  }
  return path;
}

function listSheets(parts: Package, path: string, xml: string): SheetPart[] {
  const relations = new Map(relationsOf(parts, path).map((relation) => [relation.id, relation]));
  const list = findElement(xml, 'sheets');
  if (!list) throw problem('damaged', parts.name, '', 'no list of sheets');
  return findElements(xml.slice(list.openEnd, list.close), 'sheet').map(({ tag }) => {
    const relationId = attribute(tag, '[\\w.-]+:id') ?? '';
    const relation = relations.get(relationId);
    const name = attribute(tag, 'name') ?? '';
    if (!relation?.path || !parts.has(relation.path)) {
      throw problem('damaged', parts.name, `(缺少工作表“${name}”的内容)`);
    }
    const state = attribute(tag, 'state') ?? 'visible';
    return {
      name,
      path: relation.path,
      relationId,
      isWorksheet: relation.type === 'worksheet',
      visible: state === 'visible',
    };
  });
}

/** The part of the workbook with that relation type, e.g. `sharedStrings`; `null` where there is none. */
export function relatedPart(parts: Package, from: string, type: string): string | null {
  const path = relationsOf(parts, from).find((relation) => relation.type === type)?.path ?? null;
  return path !== null && parts.has(path) ? path : null;
}
