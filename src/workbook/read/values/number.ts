import Fraction from 'fraction.js';
import type { CellValue } from '../../../model';
import { reduced } from '../../../model/rational';
import { compact, isSplitFigure } from './text';

/** What a number cell was read as. `exact` keeps 15 significant digits, as many as Excel shows. */
export type NumberReading =
  | { readonly kind: 'blank' }
  | {
      readonly kind: 'number';
      readonly value: number;
      readonly sign: Sign;
      /** The unit that stands behind it (`3户`); '' for none. */
      readonly unit: string;
      readonly asText: boolean;
    }
  | { readonly kind: 'unreadable' };

/** Sign that stands behind the figure or in the cell's format. */
export type Sign = 'none' | 'percent' | 'permille';

const PLAIN =
  /^([+-]?)(\d+(?:\.\d*)?|\.\d+|\d{1,3}(?:,\d{3})+(?:\.\d+)?)(%|‰)?(分|户|户次|项|条|元|包|件|次|起|人)?$/;

/** Reads a figure: numbers, numbers kept as text, full-width digits, thousands separators, %, ‰, a unit word. */
export function readNumber(raw: CellValue): NumberReading {
  if (raw === '') return { kind: 'blank' };
  if (typeof raw === 'number') {
    return Number.isFinite(raw)
      ? { kind: 'number', value: raw, sign: 'none', unit: '', asText: false }
      : { kind: 'unreadable' };
  }
  if (typeof raw === 'boolean') return { kind: 'unreadable' };
  const text = compact(raw);
  if (text === '') return { kind: 'blank' };
  const match = PLAIN.exec(text);
  if (!match || isSplitFigure(raw)) return { kind: 'unreadable' };
  const value = Number(match[1]! + match[2]!.replace(/,/g, ''));
  const sign: Sign = match[3] === '%' ? 'percent' : match[3] === '‰' ? 'permille' : 'none';
  return { kind: 'number', value, sign, unit: match[4] ?? '', asText: true };
}

/** A total kept by the staff, `null` where the cell is blank or no number. */
export function plainNumber(raw: CellValue): number | null {
  if (raw === '') return null;
  if (typeof raw === 'number') return Number.isFinite(raw) ? raw : null;
  const reading = readNumber(raw);
  return reading.kind === 'number' ? reading.value : null;
}

/** Figures repeat from person to person; so many are kept, which is far above what one column holds. */
const MOST_KEPT = 50_000;
const kept = new Map<number, Fraction>();

/**
 * A cell's number as an exact fraction. Excel keeps binary numbers and shows 15 digits of them; what it shows is
 * what was meant, so 0.1+0.2 is 3/10.
 */
export function exact(value: number): Fraction {
  const known = kept.get(value);
  if (known) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const made = reduced(exactly(value));
  kept.set(value, made);
  return made;
}

function exactly(value: number): Fraction {
  if (Number.isInteger(value)) return new Fraction(value);
  const [digits, power] = value.toPrecision(15).split('e');
  const shown = new Fraction(digits!);
  return power === undefined ? shown : shown.mul(new Fraction(10).pow(Number(power)) ?? 1);
}
