import { type FieldType, isInArea, type Scheme, type SheetDefinition } from '../../model';
import type { FieldClaim, Vocabulary } from '../recognise/vocabulary';
import { isWidening } from '../recognise/wideColumns';
import { type SheetSnapshot, valueAt } from '../snapshot';

/** Columns that only sheets of details have: where one stands the sheet is no summary. */
const DETAIL_TYPES: ReadonlySet<FieldType> = new Set(['licence', 'item']);

/** The columns found under one header. */
export interface ColumnMatch {
  readonly rows: readonly number[];
  readonly columns: ReadonlyMap<string, number>;
  readonly ambiguous: ReadonlyMap<string, readonly number[]>;
  /** Some header belongs to a sheet of details. */
  readonly details: boolean;
}

/** The text of a header cell, that of the merged area's first cell where it lies in one. */
export function headerText(sheet: SheetSnapshot, row: number, column: number): string {
  const merge = sheet.merges.find((area) => isInArea(area, row, column));
  const value = merge ? valueAt(sheet, merge.top, merge.left) : valueAt(sheet, row, column);
  return typeof value === 'string' ? value : '';
}

/** Best claim of a column by its texts, the lowest first. */
function claimsOf(vocabulary: Vocabulary, texts: readonly string[]): readonly FieldClaim[] {
  for (const text of texts) {
    const claims = text === '' ? [] : vocabulary.fieldClaims(text);
    if (claims.length > 0) return claims;
  }
  return [];
}

/**
 * Takes the rows (one, or two with merged parents) for a header and finds the wanted fields in it. A field's own
 * name wins over a synonym; of two equal claims neither column is taken.
 */
export function matchColumns(
  sheet: SheetSnapshot,
  vocabulary: Vocabulary,
  rows: readonly number[],
  wanted: readonly string[],
): ColumnMatch {
  const found = new Map<string, { columns: number[]; strength: number }>();
  let details = false;
  const width = Math.max(...rows.map((row) => sheet.values[row - sheet.top]?.length ?? 0));
  for (let column = sheet.left; column < sheet.left + width; column += 1) {
    if (isWidening(sheet.merges, rows.at(-1)!, column)) continue;
    const texts = [...rows].reverse().map((row) => headerText(sheet, row, column));
    const all = claimsOf(vocabulary, texts);
    const claims = all.filter((claim) => wanted.includes(claim.field));
    if (claims.length === 0 && all.some((claim) => isDetail(vocabulary, claim))) details = true;
    for (const claim of claims) {
      const known = found.get(claim.field);
      if (!known || claim.strength > known.strength) {
        found.set(claim.field, { columns: [column], strength: claim.strength });
      } else if (claim.strength === known.strength) known.columns.push(column);
    }
  }
  return { rows, details, ...split(found) };
}

function isDetail(vocabulary: Vocabulary, claim: FieldClaim): boolean {
  return claim.strength > 1 && DETAIL_TYPES.has(vocabulary.field(claim.field).type);
}

function split(
  found: ReadonlyMap<string, { columns: number[] }>,
): Pick<ColumnMatch, 'columns' | 'ambiguous'> {
  const columns = new Map<string, number>();
  const ambiguous = new Map<string, readonly number[]>();
  for (const [field, match] of found) {
    if (match.columns.length > 1) ambiguous.set(field, match.columns);
    else columns.set(field, match.columns[0]!);
  }
  return { columns, ambiguous };
}

/**
 * Whether the header has everything that the sheet must have (`required`: an inner list means one of them). A figure
 * that two columns claim is there, though nobody can write it; who stands in a row must be certain.
 */
export function holdsRequired(
  vocabulary: Vocabulary,
  definition: SheetDefinition,
  { columns, ambiguous }: ColumnMatch,
): boolean {
  const has = (field: string): boolean =>
    columns.has(field) || (ambiguous.has(field) && vocabulary.field(field).type === 'figure');
  return definition.required.every((need) =>
    typeof need === 'string'
      ? has(need)
      : need.some((each) => (typeof each === 'string' ? has(each) : each.every(has))),
  );
}

/** The scheme's summary sheet, `null` where it has none. */
export function summaryDefinition(scheme: Scheme): SheetDefinition | null {
  return scheme.sheets.find((sheet) => sheet.kind === 'summary') ?? null;
}
