import type { SheetDefinition } from '../../model';
import type { SheetSnapshot } from '../snapshot';
import type { Vocabulary } from './vocabulary';

/** A column of a header. */
interface Head {
  /** 0-based. */
  readonly column: number;
  readonly text: string;
}

/**
 * First column of a block of departments that stands on the right of the persons, under the same header row; `null` for
 * none. It begins with a second 部(所), has columns that only the block has, and nobody's name or post.
 */
export function sideBlockStart(
  heads: readonly Head[],
  vocabulary: Vocabulary,
  definition: SheetDefinition,
): number | null {
  const block = definition.block?.fields ?? [];
  const ofType = (fields: readonly string[], type: string): string[] =>
    fields.filter((field) => vocabulary.field(field).type === type);
  const departments = ofType(block, 'department');
  const names = ofType(definition.fields, 'name');
  const persons = [...names, ...ofType(definition.fields, 'post')];
  const own = block.filter((field) => !definition.fields.includes(field));
  const claims = (list: readonly Head[], fields: readonly string[]): boolean =>
    list.some(({ text }) => vocabulary.fieldClaims(text).some(({ field }) => fields.includes(field)));
  // Nearly every table has one column of departments, and is done with here.
  if (heads.filter((head) => claims([head], departments)).length < 2) return null;
  const start = heads.findIndex((head, at) => {
    const [before, after] = [heads.slice(0, at), heads.slice(at + 1)];
    if (!claims([head], departments) || !claims(before, departments) || !claims(before, names)) return false;
    return claims(after, own) && !claims(before, own) && !claims(after, persons);
  });
  return heads[start]?.column ?? null;
}

/** The sheet as if it ended before a column, and as if it began with it; `column` is 0-based. */
export function splitAt(sheet: SheetSnapshot, column: number): readonly [SheetSnapshot, SheetSnapshot] {
  const width = column - sheet.left;
  return [
    { ...sheet, values: sheet.values.map((row) => row.slice(0, width)) },
    { ...sheet, left: column, values: sheet.values.map((row) => row.slice(width)) },
  ];
}
