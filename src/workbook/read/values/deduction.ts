import type { CellValue, IssueCode, Words } from '../../../model';
import { compact, ERROR_TEXT, isSplitFigure } from './text';

/**
 * What a deduction cell means. `nothing`: no point lost; `one`: one nonconformity at the rule's points; `figure`: a
 * number ≥ 0 (points, or a count where the header says so), with what is remarkable about how it stands there.
 */
export type DeductionReading =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'one' }
  | {
      readonly kind: 'figure';
      readonly value: number;
      readonly info: 'text-number' | 'negative-deduction' | null;
    }
  | { readonly kind: 'fault'; readonly code: IssueCode };

const NOTHING: DeductionReading = { kind: 'nothing' };
const ONE: DeductionReading = { kind: 'one' };
const FIGURE = /^\(?扣?([+\u2013-]?)(\d+(?:\.\d+)?|\.\d+)分?\)?$/;

/** The words of a scheme, ready for look-up. */
export interface DeductionWords {
  readonly nothing: ReadonlySet<string>;
  readonly one: ReadonlySet<string>;
  readonly ambiguous: ReadonlySet<string>;
  readonly yes: ReadonlySet<string>;
  readonly no: ReadonlySet<string>;
}

const known = new WeakMap<Words, DeductionWords>();

/** The words of a scheme, prepared once. */
export function deductionWords(words: Words): DeductionWords {
  let own = known.get(words);
  if (!own) known.set(words, (own = prepared(words)));
  return own;
}

function prepared(words: Words): DeductionWords {
  const set = (texts: readonly string[]): ReadonlySet<string> => new Set(texts.map(compact));
  return {
    nothing: set(words.nothing),
    one: set(words.nonconformity),
    ambiguous: set(words.ambiguous),
    yes: set(words.yes),
    no: set(words.no),
  };
}

/**
 * Reads a deduction cell (rulebook §3, cell rules).
 * @param asks the header asks a question whose 是 is good
 * @param hasNote the row has a note, which makes a bare `-` doubtful
 */
export function readDeduction(
  raw: CellValue,
  words: DeductionWords,
  asks: boolean,
  hasNote: boolean,
): DeductionReading {
  if (raw === '' || raw === 0) return NOTHING;
  if (typeof raw === 'number') {
    if (!Number.isFinite(raw)) return { kind: 'fault', code: 'not-a-number' };
    return { kind: 'figure', value: Math.abs(raw), info: raw < 0 ? 'negative-deduction' : null };
  }
  if (typeof raw === 'boolean') return { kind: 'fault', code: 'not-a-number' };
  const text = compact(raw);
  if (text === '') return NOTHING;
  if (text === '-') return hasNote ? { kind: 'fault', code: 'not-a-number' } : NOTHING;
  if (words.nothing.has(text)) return NOTHING;
  if (words.one.has(text)) return ONE;
  if (words.ambiguous.has(text)) return { kind: 'fault', code: 'ambiguous-mark' };
  if (asks && words.yes.has(text)) return NOTHING;
  if (asks && words.no.has(text)) return ONE;
  if (ERROR_TEXT.test(text)) return { kind: 'fault', code: 'formula-error' };
  const match = FIGURE.exec(text);
  if (!match || isSplitFigure(raw)) return { kind: 'fault', code: 'not-a-number' };
  const value = Number(match[2]);
  if (value === 0) return NOTHING;
  return {
    kind: 'figure',
    value,
    info: match[1] === '-' || match[1] === '\u2013' ? 'negative-deduction' : 'text-number',
  };
}
