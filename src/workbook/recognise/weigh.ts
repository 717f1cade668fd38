import type { SheetDefinition } from '../../model';
import type { HeaderBlock } from './header';
import { normaliseHeader } from './normalise';
import type { Vocabulary } from './vocabulary';

/** A sheet of the scheme that a header may be, and what speaks for it. */
export interface Candidate {
  readonly definition: SheetDefinition;
  readonly weight: number;
  readonly matched: number;
  readonly satisfied: number;
  readonly named: boolean;
}

/** What a candidate is weighed by. */
export interface View {
  readonly header: HeaderBlock;
  /** Fields of the columns. */
  readonly fields: ReadonlySet<string>;
  /** Those that only a weak synonym speaks of, which hardly any other sheet has: true where the sheet is named so. */
  readonly weak: ReadonlySet<string>;
  /** Fields that stand above the table. */
  readonly meta: readonly string[];
  readonly titles: readonly string[];
  readonly vocabulary: Vocabulary;
}

/** How well a sheet of the scheme fits, in columns; `null` where it does not come near. */
export function weigh(definition: SheetDefinition, view: View): Candidate | null {
  const named = isNamed(definition, view.titles);
  const fields = named ? view.fields : without(view.fields, view.weak);
  const matched = definition.fields.filter((field) => fields.has(field));
  if (matched.length < 2) return null;
  const present = new Set([...fields, ...view.meta]);
  const satisfied = definition.required.filter((need) => isSatisfied(need, present)).length;
  const missing = definition.required.length - satisfied;
  const own = (): number => matched.filter((field) => isDistinctive(field, view.vocabulary)).length;
  if (missing > 0 && !named && !mayBeIncomplete(definition, satisfied, own())) return null;
  if (definition.kind === 'card' && !hasPersonLabel(view)) return null;
  const isPlain = definition.kind === 'roster' || (definition.kind === 'visits' && !tellsVisits(view));
  const bare = isPlain && !named && own() === 0;
  // A list of persons with telephone numbers has a roster's columns too, and one of suggestions a visit list's.
  if (bare && hasUnknownColumn(view)) return null;
  const weight = matched.length - missing * 0.9 + (named ? 0.5 : 0) - (bare ? 1 : 0);
  return { definition, matched: matched.length, satisfied, named, weight };
}

/** A licence number, or a date that is called one of a visit: who was visited, and when. */
function tellsVisits({ header, fields, meta, vocabulary }: View): boolean {
  if (fields.has('licence') || meta.includes('licence') || meta.includes('date')) return true;
  return header.columns.some(({ leaf }) =>
    vocabulary.fieldClaims(leaf).some(({ field, strength }) => field === 'date' && strength > 1),
  );
}

function without(fields: ReadonlySet<string>, others: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...fields].filter((field) => !others.has(field)));
}

/** Fields of few sheets of which a weak synonym alone speaks: 完成率 is a satisfaction only where the sheet is named so. */
export function weakFields(header: HeaderBlock, vocabulary: Vocabulary): ReadonlySet<string> {
  const strength = new Map<string, number>();
  for (const { leaf } of header.columns) {
    for (const claim of vocabulary.fieldClaims(leaf))
      strength.set(claim.field, Math.max(claim.strength, strength.get(claim.field) ?? 0));
  }
  const weak = [...strength].filter(([field, most]) => most === 1 && isDistinctive(field, vocabulary));
  return new Set(weak.map(([field]) => field));
}

/** With a column missing, a sheet that is not named so is taken for one of the scheme only where other columns say so. */
function mayBeIncomplete(definition: SheetDefinition, satisfied: number, own: number): boolean {
  return own >= 2 && satisfied >= Math.max(2, Math.ceil(definition.required.length * 0.6));
}

function isNamed(definition: SheetDefinition, titles: readonly string[]): boolean {
  const names = [definition.name, definition.title].map(normaliseHeader);
  return titles.some((title) => names.some((name) => title.includes(name)));
}

/** A field that hardly any other sheet of the scheme has. */
function isDistinctive(field: string, vocabulary: Vocabulary): boolean {
  return vocabulary.scheme.sheets.filter((sheet) => sheet.fields.includes(field)).length <= 2;
}

function hasUnknownColumn({ header, weak, vocabulary }: View): boolean {
  return header.columns.some(({ leaf }) =>
    vocabulary.fieldClaims(leaf).every(({ field }) => weak.has(field)),
  );
}

/** A card says above its table whom it is about; a table of rules and points does not. */
function hasPersonLabel({ titles, vocabulary }: View): boolean {
  const labels = ['name', 'household', 'licence'].flatMap(
    (field) => vocabulary.scheme.words.metaLabels[field] ?? [],
  );
  return titles.some((title) =>
    labels.map(normaliseHeader).some((label) => title === label || title.includes(`${label}:`)),
  );
}

/** Whether a needed field, or one of its alternatives, is there. */
export function isSatisfied(
  need: string | readonly (string | readonly string[])[],
  fields: ReadonlySet<string>,
): boolean {
  if (typeof need === 'string') return fields.has(need);
  return need.some((choice) =>
    typeof choice === 'string' ? fields.has(choice) : choice.every((field) => fields.has(field)),
  );
}
