import { formulaTokens, writeReference } from './formulaReferences';

/** Rows that come in at `row` (0-based) of a sheet, below a block of rows that begins at `namesFrom`. */
export interface RowsBelow {
  readonly sheet: string;
  readonly row: number;
  readonly count: number;
  readonly namesFrom?: number;
}

/** Names that Excel keeps for its own ends. */
const BUILT_IN = /^(?:_xlnm[._].*|Print_Area|Print_Titles|_?FilterDatabase|Criteria|Extract|Database)$/i;

/**
 * What a name over all rows of the block must mean once rows have come in right below it: Excel lets a range grow only
 * where rows come in between its first and its last. With or without the leading `=`, as it was given; `null` for a name
 * that stays as it is: over some of the rows, not fixed with `$`, or anything but one range of the sheet.
 */
export function grownName(name: string, formula: string, rows: RowsBelow): string | null {
  if (rows.namesFrom === undefined || BUILT_IN.test(name)) return null;
  const head = formula.startsWith('=') ? '=' : '';
  const [token, ...others] = formulaTokens(formula.slice(head.length));
  if (token?.kind !== 'reference' || others.length > 0) return null;
  const { reference, prefix } = token;
  if (!reference.isRange || reference.rows === null || !isFixed(reference.columns ?? [])) return null;
  const [first, last] = reference.rows;
  const isWhole = first.at <= rows.namesFrom && last.at === rows.row - 1;
  if (!isWhole || !isFixed(reference.rows) || !isSame(reference.sheet, rows.sheet)) return null;
  const grown = [first, { ...last, at: last.at + rows.count }] as const;
  return head + prefix + writeReference({ ...reference, rows: grown });
}

function isFixed(ends: readonly { readonly fixed: boolean }[]): boolean {
  return ends.every(({ fixed }) => fixed);
}

function isSame(one: string | null, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}
