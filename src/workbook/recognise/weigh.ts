import type { SheetDefinition } from '../../model';
import { claimsOf, type HeaderClaims } from './claims';
import type { HeaderBlock } from './header';
import type { Vocabulary } from './vocabulary';
import { sheetWordsOf, type SheetWords } from './sheetWords';

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
  readonly claims: HeaderClaims;
  /** Fields of the columns and of what stands above the table: all, and without the weak ones. */
  readonly all: Present;
  readonly strong: Present;
  /** Fields that only a weak synonym speaks of, which hardly any other sheet has: true where the sheet is named so. */
  readonly weak: ReadonlySet<string>;
  /** Fields that stand above the table. */
  readonly meta: readonly string[];
  readonly titles: readonly string[];
  readonly words: SheetWords;
}

interface Present {
  readonly columns: ReadonlySet<string>;
  /** With those above the table. */
  readonly anywhere: ReadonlySet<string>;
}

/** What speaks for a sheet's kind: its header, what stands above the table (`meta`: field ids), its titles made comparable. */
export function viewOf(
  header: HeaderBlock,
  vocabulary: Vocabulary,
  meta: readonly string[],
  titles: readonly string[],
): View {
  const claims = claimsOf(header, vocabulary);
  const words = sheetWordsOf(vocabulary);
  const weak = weakFields(claims, words);
  const fields = [...claims.fields.keys()];
  const all = presentIn(fields, meta);
  const strong =
    weak.size === 0
      ? all
      : presentIn(
          fields.filter((field) => !weak.has(field)),
          meta,
        );
  return { claims, all, strong, weak, meta, titles, words };
}

function presentIn(fields: readonly string[], meta: readonly string[]): Present {
  return { columns: new Set(fields), anywhere: new Set([...fields, ...meta]) };
}

/** How well a sheet of the scheme fits, in columns; `null` where it does not come near. */
export function weigh(definition: SheetDefinition, view: View): Candidate | null {
  if (matchedBy(definition, view.all).length < 2) return null;
  const named = isNamed(definition, view);
  const present = named ? view.all : view.strong;
  const matched = matchedBy(definition, present);
  if (matched.length < 2) return null;
  const satisfied = definition.required.filter((need) => isSatisfied(need, present.anywhere)).length;
  const missing = definition.required.length - satisfied;
  const own = (): number => matched.filter((field) => !view.words.common.has(field)).length;
  if (missing > 0 && !named && !mayBeIncomplete(definition, satisfied, own())) return null;
  if (definition.kind === 'card' && !hasPersonLabel(view)) return null;
  const isPlain = definition.kind === 'roster' || (definition.kind === 'visits' && !tellsVisits(view));
  const bare = isPlain && !named && own() === 0;
  // A list of persons with telephone numbers has a roster's columns too, and one of suggestions a visit list's.
  if (bare && hasUnknownColumn(view)) return null;
  const weight = matched.length - missing * 0.9 + (named ? 0.5 : 0) - (bare ? 1 : 0);
  return { definition, matched: matched.length, satisfied, named, weight };
}

function matchedBy({ fields }: SheetDefinition, { columns }: Present): readonly string[] {
  return fields.filter((field) => columns.has(field));
}

/** A licence number, or a date that is called one of a visit: who was visited, and when. */
function tellsVisits({ claims, all, meta }: View): boolean {
  if (all.columns.has('licence') || meta.includes('licence') || meta.includes('date')) return true;
  return claims.fields.get('date')?.some(({ strength }) => strength > 1) ?? false;
}

/** Fields of few sheets of which a weak synonym alone speaks: 完成率 is a satisfaction only where the sheet is named so. */
function weakFields({ fields }: HeaderClaims, { common }: SheetWords): ReadonlySet<string> {
  const weak = new Set<string>();
  for (const [field, columns] of fields)
    if (!common.has(field) && columns.every(({ strength }) => strength === 1)) weak.add(field);
  return weak;
}

/** With a column missing, a sheet that is not named so is taken for one of the scheme only where other columns say so. */
function mayBeIncomplete(definition: SheetDefinition, satisfied: number, own: number): boolean {
  return own >= 2 && satisfied >= Math.max(2, Math.ceil(definition.required.length * 0.6));
}

function isNamed(definition: SheetDefinition, { titles, words }: View): boolean {
  const names = words.names.get(definition) ?? [];
  return titles.some((title) => names.some((name) => title.includes(name)));
}

function hasUnknownColumn({ claims, weak }: View): boolean {
  return claims.columns.some((each) => each.every(({ field }) => weak.has(field)));
}

/** A card says above its table whom it is about; a table of rules and points does not. */
function hasPersonLabel({ titles, words }: View): boolean {
  return titles.some((title) =>
    words.personLabels.some((label) => title === label || title.includes(`${label}:`)),
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
