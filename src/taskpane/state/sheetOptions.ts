import type { ColumnReading, SheetReading } from '../../app/evaluation';
import type { Scheme, SheetDefinition } from '../../model';

/** Something that can be chosen. */
export interface Option {
  readonly value: string;
  readonly title: string;
}

/** What a column can be taken for, in groups; groups may be empty. */
export interface ColumnOptions {
  readonly fields: readonly Option[];
  readonly rules: readonly Option[];
  readonly persons: readonly Option[];
}

/** What a sheet can be taken for; the summary is found by itself. */
export function definitionOptions(scheme: Scheme): Option[] {
  return scheme.sheets
    .filter(({ kind }) => kind !== 'summary')
    .map(({ id, name }) => ({ value: id, title: name }));
}

/** The scheme's sheet that a reading was taken for, `null` where it is left alone. */
export function definitionOf(scheme: Scheme, reading: SheetReading): SheetDefinition | null {
  return scheme.sheets.find(({ id }) => id === reading.definition) ?? null;
}

/** Whether the sheet has cells in which a deduction or a mark may stand. */
export function hasDeductions({ kind }: SheetDefinition): boolean {
  return kind === 'matrix' || kind === 'combined' || kind === 'findings' || kind === 'card';
}

/** What the columns of a sheet can be taken for. What they are taken for already is always among it. */
export function columnOptions(
  scheme: Scheme,
  definition: SheetDefinition,
  columns: readonly ColumnReading[],
): ColumnOptions {
  const grid = definition.kind === 'matrix' || definition.kind === 'combined';
  const posts = grid
    ? scheme.posts.filter(({ id }) => definition.post === undefined || definition.post === id)
    : [];
  const fieldIds = new Set(definition.fields);
  const fields = scheme.fields
    .filter(({ id }) => fieldIds.has(id))
    .map(({ id, name }) => ({ value: id, title: name }));
  const rules = scheme.indicators
    .filter(({ kind, posts: own }) => kind === 'perFinding' && posts.some(({ id }) => own.includes(id)))
    .map(({ id, title }) => ({ value: id, title: `${id} ${title}` }));
  const persons =
    definition.kind === 'combined'
      ? posts.map(({ id, name }) => ({ value: `person:${id}`, title: name }))
      : [];
  const known = new Set([...fields, ...rules, ...persons].map(({ value }) => value));
  const others = columns.flatMap(({ field, label }) =>
    field === null || known.has(field) ? [] : [{ value: field, title: label }],
  );
  return { fields: [...fields, ...others], rules, persons };
}
