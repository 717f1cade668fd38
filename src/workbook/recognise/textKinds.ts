import { kept } from './kept';
import type { Vocabulary } from './vocabulary';

/** What a text may be as a header; a bit each. */
export const FIELD = 1;
/** The title, number or id of a household rule, and no field. */
export const RULE = 2;
/** A label with its colon (`部(所):`): it stands above a table, never in its header. */
export const LABEL = 4;
/** A field of points or of a number of faults: the rule is what stands above it. */
export const FINDINGS = 8;

const known = new WeakMap<Vocabulary, Map<string, number>>();

/** What a text may be as a header, as bits; 0 for what the scheme does not know. */
export function kindsOf(text: string, vocabulary: Vocabulary): number {
  let own = known.get(vocabulary);
  if (own === undefined) known.set(vocabulary, (own = new Map<string, number>()));
  return own.get(text) ?? kept(own, text, workedOut(text, vocabulary));
}

function workedOut(text: string, vocabulary: Vocabulary): number {
  if (text === '') return 0;
  const label = isLabel(text) ? LABEL : 0;
  const types = vocabulary.fieldClaims(text).map(({ field }) => vocabulary.field(field).type);
  const findings = types.some((type) => type === 'deduction' || type === 'findingCount') ? FINDINGS : 0;
  if (types.length > 0) return FIELD | findings | label;
  if (label !== 0) return label;
  const claim = vocabulary.ruleClaim(text, null);
  return claim !== null && claim.by !== 'part' ? RULE : 0;
}

function isLabel(text: string): boolean {
  const end = text.trimEnd();
  return end.endsWith(':') || end.endsWith('：');
}
