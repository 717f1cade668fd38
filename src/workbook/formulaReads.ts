import type { Area } from '../model';
import { formulaTokens, LAST_COLUMN, LAST_ROW, type FormulaToken, type Reference } from './formulaReferences';

/** What a formula reads. */
export interface FormulaReads {
  /** Areas it names; `sheet` is `null` for the sheet of the formula. */
  readonly areas: readonly { readonly sheet: string | null; readonly area: Area }[];
  /** It may read, or fill, cells that it does not name: over a defined name, a table, INDIRECT, or by spilling. */
  readonly open: boolean;
}

/** Functions whose reach or whose result is not told by the references between their brackets. */
const REACHING = new Set(
  'INDIRECT OFFSET FILTER UNIQUE SORT SORTBY SEQUENCE RANDARRAY TRANSPOSE VSTACK HSTACK TOROW TOCOL EXPAND LAMBDA LET'.split(
    ' ',
  ),
);

const WORD = /^[\p{L}\p{M}\p{N}_.$\\?]+$/u;
const NUMBER_OR_TRUTH = /^(?:\d[\d.]*(?:E\d*)?|\.\d+|TRUE|FALSE|E)$/i;

/** The cells that a formula (with or without its leading `=`) reads. Other workbooks do not count. */
export function formulaReads(formula: string): FormulaReads {
  const tokens = formulaTokens(formula);
  const areas = tokens.flatMap((token) =>
    token.kind === 'reference' ? [{ sheet: token.reference.sheet, area: areaOf(token.reference) }] : [],
  );
  return { areas, open: tokens.some((token, at) => isOpen(token, tokens[at + 1])) };
}

function areaOf({ rows, columns }: Reference): Area {
  const down = rows?.map((bound) => bound.at) ?? [0, LAST_ROW];
  const across = columns?.map((bound) => bound.at) ?? [0, LAST_COLUMN];
  return {
    top: Math.min(...down),
    bottom: Math.max(...down),
    left: Math.min(...across),
    right: Math.max(...across),
  };
}

function isOpen(token: FormulaToken, next: FormulaToken | undefined): boolean {
  if (token.kind === 'reference') return false;
  const { text } = token;
  if (text.startsWith('"')) return false;
  if (text === '#') return true;
  if (text.startsWith('#')) return false;
  if (text.startsWith('[')) return !/\][^[\]]*!/.test(text);
  if (/[[!']/.test(text)) return true;
  if (!WORD.test(text)) return false;
  if (next?.text.startsWith('(')) return REACHING.has(text.replace(/^_xlfn\.(_xlws\.)?/i, '').toUpperCase());
  return !NUMBER_OR_TRUTH.test(text);
}
