import { movedFormula, type RowMove } from '../../../workbook/formulaMoves';
import { attribute, replaceTags, withAttribute } from '../xml/tags';
import { moveFormulas } from './places';

/** Shapes, pictures of cells and controls, and the attributes by which they are linked to cells. */
const LINKED = 'sp|cameraTool|formControlPr|controlPr';
const LINKS = [
  'textlink',
  'cellRange',
  'fmlaLink',
  'fmlaRange',
  'fmlaGroup',
  'fmlaTxbx',
  'linkedCell',
  'listFillRange',
];
/** The same in an old-style drawing. */
const OLD_LINKS = 'FmlaLink|FmlaRange|FmlaGroup|FmlaTxbx|FmlaPict';

/** Parts that hold such links, by the last word of their relation's type. */
export const LINKING_PARTS: ReadonlySet<string> = new Set(['drawing', 'vmlDrawing', 'ctrlProp']);

/** The XML with the links of text boxes and controls on sheet `home` to the cells that moved. */
export function movedLinks(xml: string, home: string, move: RowMove): string {
  const moved = replaceTags(xml, LINKED, (tag) =>
    LINKS.reduce((kept, key) => {
      const formula = attribute(kept, key);
      if (!formula) return kept;
      const next = movedFormula(formula, home, move);
      return next === formula ? kept : withAttribute(kept, key, next);
    }, tag),
  );
  return moveFormulas(moved, OLD_LINKS, home, move);
}
