import type { SheetDefinition } from '../../model';
import { normaliseHeader } from './normalise';
import type { Vocabulary } from './vocabulary';

/** What the sheets of a scheme are told by, beside their columns. */
export interface SheetWords {
  /** A sheet's name and title, made comparable. */
  readonly names: ReadonlyMap<SheetDefinition, readonly string[]>;
  /** Fields of several sheets of the scheme; any other speaks for its own. */
  readonly common: ReadonlySet<string>;
  /** Labels above a card's table that say whom it is about, made comparable. */
  readonly personLabels: readonly string[];
}

/** A field of more sheets than these tells nothing. */
const FEW_SHEETS = 2;
const PERSON_LABELS = ['name', 'household', 'licence'];

const known = new WeakMap<Vocabulary, SheetWords>();

/** The words of a scheme's sheets, made once. */
export function sheetWordsOf(vocabulary: Vocabulary): SheetWords {
  let words = known.get(vocabulary);
  if (!words) known.set(vocabulary, (words = made(vocabulary)));
  return words;
}

function made({ scheme: { sheets, words } }: Vocabulary): SheetWords {
  const having = (id: string): number => sheets.filter((sheet) => sheet.fields.includes(id)).length;
  const ids = new Set(sheets.flatMap((sheet) => sheet.fields));
  return {
    names: new Map(sheets.map((sheet) => [sheet, [sheet.name, sheet.title].map(normaliseHeader)])),
    common: new Set([...ids].filter((id) => having(id) > FEW_SHEETS)),
    personLabels: PERSON_LABELS.flatMap((field) => words.metaLabels[field] ?? []).map(normaliseHeader),
  };
}
