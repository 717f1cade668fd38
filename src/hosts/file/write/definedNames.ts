import { movedFormula, type RowMove } from '../../../workbook/formulaMoves';
import { grownName } from '../../../workbook/grownName';
import { attribute, findElement, replaceElements } from '../xml/tags';
import { escapeXml, unescapeXml } from '../xml/text';

/** A defined name as it stands in the workbook part. */
export interface DefinedName {
  readonly name: string;
  /** 0-based number of the tab that owns it, `null` for the workbook. */
  readonly localSheet: number | null;
  /** Without leading `=`. */
  readonly formula: string;
}

/** Changes the formulas of the defined names of a workbook; `null` takes the name away. */
export function mapDefinedNames(
  xml: string,
  change: (name: DefinedName) => { readonly formula: string; readonly localSheet: number | null } | null,
): string {
  const changed = replaceElements(xml, 'definedName', (whole, { tag, close, start }) => {
    const owner = attribute(tag, 'localSheetId');
    const localSheet = owner === null ? null : Number(owner);
    const formula = unescapeXml(whole.slice(tag.length, close - start));
    const next = change({ name: attribute(tag, 'name') ?? '', localSheet, formula });
    if (next === null) return '';
    const open =
      next.localSheet === localSheet
        ? tag
        : tag.replace(/(\slocalSheetId\s*=\s*["'])\d+/, (_, key: string) => key + String(next.localSheet));
    return next.formula === formula && open === tag
      ? whole
      : open + escapeXml(next.formula) + whole.slice(close - start);
  });
  const list = findElement(changed, 'definedNames');
  if (!list || changed.slice(list.openEnd, list.close).trim() !== '') return changed;
  return changed.slice(0, list.start) + changed.slice(list.end);
}

/**
 * Moves the cells that defined names stand for: print areas, print titles, filters, the staff's own names. Those over the
 * whole block above new rows take them in.
 */
export function movedDefinedNames(xml: string, sheets: readonly string[], move: RowMove): string {
  return mapDefinedNames(xml, ({ name, formula, localSheet }) => {
    const owner = localSheet === null ? '' : (sheets[localSheet] ?? '');
    const moved = movedFormula(formula, owner, move);
    const isNear = owner === '' || owner === move.sheet;
    return { localSheet, formula: (isNear && grownName(name, moved, move)) || moved };
  });
}

/** Elements of a workbook that stand behind `definedNames`. */
const BEHIND =
  'calcPr|oleSize|customWorkbookViews|pivotCaches|smartTagPr|smartTagTypes|webPublishing|fileRecoveryPr|webPublishObjects|extLst';

/** Adds a name that belongs to one tab. */
export function addDefinedName(xml: string, name: string, localSheet: number, formula: string): string {
  const root = findElement(xml, 'workbook')!;
  const { prefix } = root;
  const entry = `<${prefix}definedName name="${name}" localSheetId="${localSheet}">${escapeXml(formula)}</${prefix}definedName>`;
  const list = findElement(xml, 'definedNames');
  if (list && list.close !== list.end) return xml.slice(0, list.close) + entry + xml.slice(list.close);
  const whole = `<${prefix}definedNames>${entry}</${prefix}definedNames>`;
  if (list) return xml.slice(0, list.start) + whole + xml.slice(list.end);
  const at = findElement(xml, BEHIND, findElement(xml, 'sheets')?.end)?.start ?? root.close;
  return xml.slice(0, at) + whole + xml.slice(at);
}
