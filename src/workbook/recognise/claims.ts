import type { HeaderBlock, HeaderColumn } from './header';
import type { ClaimStrength, FieldClaim, Vocabulary } from './vocabulary';

/** A column that claims a field. */
export interface ClaimingColumn {
  readonly column: HeaderColumn;
  readonly strength: ClaimStrength;
}

/** A column whose leaf is a post's name: persons stand below. */
export interface PersonHit {
  readonly column: HeaderColumn;
  readonly post: string;
}

/** What the columns of a header may mean by their leaves. */
export interface HeaderClaims {
  /** The columns that claim each field, from the left. */
  readonly fields: ReadonlyMap<string, readonly ClaimingColumn[]>;
  /** What each column claims, in the order of the header's columns; the best claim first. */
  readonly columns: readonly (readonly FieldClaim[])[];
  readonly persons: readonly PersonHit[];
}

const known = new WeakMap<HeaderBlock, { readonly by: Vocabulary; readonly claims: HeaderClaims }>();

/** What a header's columns may mean. Every step of the recognition asks for it: it is worked out once a header. */
export function claimsOf(header: HeaderBlock, vocabulary: Vocabulary): HeaderClaims {
  const before = known.get(header);
  if (before?.by === vocabulary) return before.claims;
  const claims = workedOut(header, vocabulary);
  known.set(header, { by: vocabulary, claims });
  return claims;
}

function workedOut(header: HeaderBlock, vocabulary: Vocabulary): HeaderClaims {
  const fields = new Map<string, ClaimingColumn[]>();
  const persons: PersonHit[] = [];
  const columns = header.columns.map((column) => {
    const claims = vocabulary.fieldClaims(column.leaf);
    for (const { field, strength } of claims) {
      const claiming = fields.get(field);
      if (claiming) claiming.push({ column, strength });
      else fields.set(field, [{ column, strength }]);
    }
    const post = vocabulary.postOf(column.leaf);
    if (post !== null) persons.push({ column, post });
    return claims;
  });
  return { fields, columns, persons };
}
