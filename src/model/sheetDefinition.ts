export type FieldType =
  | 'text'
  | 'name'
  | 'department'
  | 'post'
  | 'licence'
  | 'date'
  | 'deduction'
  | 'findingCount'
  | 'item'
  | 'count'
  | 'amount'
  | 'rate'
  | 'ratio'
  | 'score'
  | 'flag'
  | 'state'
  | 'figure';

/** A column that sheets may have. */
export interface FieldDefinition {
  readonly id: string;
  /** Its own header; an exact match wins over another field's synonym. */
  readonly name: string;
  readonly synonyms: readonly string[];
  /** Headers that mean it only where no other column does (线路 for a department, beside 部门 a district). */
  readonly weakSynonyms?: readonly string[];
  readonly type: FieldType;
  /** For `state` and `flag`: id → the words that mean it; a flag has `true` and `false`. */
  readonly states?: Readonly<Record<string, readonly string[]>>;
  /** A rate accepts ‰ and may never be guessed (R20). */
  readonly permille?: boolean;
}

export type SheetKind =
  'roster' | 'matrix' | 'combined' | 'findings' | 'visits' | 'card' | 'measures' | 'register' | 'summary';

/** A sheet of the scheme's own template, and by its columns what staff's sheets are recognised as. */
export interface SheetDefinition {
  readonly id: string;
  readonly kind: SheetKind;
  readonly name: string;
  readonly title: string;
  /** Post id where the sheet belongs to one post. */
  readonly post?: string;
  /** Section that its rows feed. */
  readonly section?: string;
  /** Field ids in the template's order. */
  readonly fields: readonly string[];
  /** Headers of this sheet in the template where they are not the fields' own names: 被投诉人 over a register of complaints. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Field ids without which the sheet cannot be read; an inner list means one of them, or of its groups. */
  readonly required: readonly (string | readonly (string | readonly string[])[])[];
  /** Field ids that may be left out. */
  readonly optional: readonly string[];
  /** A second table below the first, a row a department (summary). */
  readonly block?: { readonly fields: readonly string[] };
}
