import type { FieldDefinition, FigureTable } from '../../model';
import { commonDivisor } from '../../model/rational';
import type { ColumnUnit } from './units';

/*
 * Nearly all figures are numbers of three decimals at most, in range, in a column without number formats. They go into the
 * table as two whole numbers; whatever else stands in a cell is looked at closely.
 */

/** How the plain numbers of a column are meant. */
export interface PlainScale {
  /** 100 where they are percentages, 1 where they stand for themselves. */
  readonly divisor: 1 | 100;
  /** The largest that is in range. */
  readonly most: number;
  readonly wholesOnly: boolean;
}

/** Parts of a figure in the table are below it. */
const LARGE = 2 ** 26;
const PLACES = 1_000;

/** `null` where each number needs a closer look: its unit is not known, or is per mille. */
export function plainScale(type: FieldDefinition['type'], unit: ColumnUnit): PlainScale | null {
  switch (type) {
    case 'count':
      return { divisor: 1, most: LARGE - 1, wholesOnly: true };
    case 'amount':
      return { divisor: 1, most: LARGE - 1, wholesOnly: false };
    case 'ratio':
      return unit === 'fraction' ? { divisor: 1, most: LARGE - 1, wholesOnly: false } : null;
    case 'rate':
    case 'score':
      if (unit === 'percent') return { divisor: 100, most: 100, wholesOnly: false };
      return unit === 'fraction' ? { divisor: 1, most: 1, wholesOnly: false } : null;
    default:
      return null;
  }
}

/** Puts a plain number into its blank place; `false`, and nothing put, where it needs a closer look. */
export function setPlain(
  figures: FigureTable,
  position: number,
  place: number,
  value: number,
  { divisor, most, wholesOnly }: PlainScale,
): boolean {
  if (!(value >= 0 && value <= most)) return false;
  if (divisor === 1 && Number.isInteger(value)) {
    figures.setParts(position, place, value, 1);
    return true;
  }
  if (wholesOnly) return false;
  const upper = Math.round(value * PLACES);
  // A quotient that is the same binary number is what the cell shows.
  if (upper / PLACES !== value || upper >= LARGE) return false;
  const lower = PLACES * divisor;
  const common = commonDivisor(upper, lower);
  figures.setParts(position, place, upper / common, lower / common);
  return true;
}
