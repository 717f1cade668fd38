import type { Measure } from './entries';
import { slotOf } from './fieldSlots';
import { denominator, numerator, quotient } from './rational';

type Value = Measure['value'];

/**
 * The figures of one field by row, in lowest terms: of a blank the lower part is 0, of what no two small whole numbers tell
 * (a state, a large number) below 0.
 */
export interface FigureParts {
  readonly upper: Int32Array;
  readonly lower: Int32Array;
}

const BLANK = 0;
const OTHER = -1;

/** The figures of a sheet: rows by their place, a column a field. Figures of thousands of persons make no objects. */
export class FigureTable {
  /** Slot of a field → its position among the columns; -1 for a field that the sheet does not have. */
  private readonly positions: readonly number[];
  private readonly parts: readonly FigureParts[];
  /** By position, where some figure is no two small whole numbers: those figures by place. */
  private readonly others: (Value[] | undefined)[] = [];
  private readonly counts: Uint16Array;

  constructor(
    readonly columns: readonly { readonly field: string; readonly column: number }[],
    /** Number of rows. */
    readonly rows: number,
  ) {
    const slots = columns.map(({ field }) => slotOf(field));
    const positions = new Array<number>(Math.max(0, ...slots.map((slot) => slot + 1))).fill(-1);
    slots.forEach((slot, position) => (positions[slot] = position));
    this.positions = positions;
    const all = new Int32Array(2 * columns.length * rows);
    const part = (index: number): Int32Array => all.subarray(index * rows, (index + 1) * rows);
    this.parts = columns.map((_, at) => ({ upper: part(2 * at), lower: part(2 * at + 1) }));
    this.counts = new Uint16Array(rows);
  }

  /** Puts a figure into a blank place. */
  set(position: number, place: number, value: Value): void {
    const upper = typeof value === 'object' ? numerator(value) : NaN;
    if (Number.isNaN(upper)) this.setOther(position, place, value);
    else this.setParts(position, place, upper, denominator(value as Exclude<Value, string | boolean>));
  }

  /** The same of `upper`/`lower` in lowest terms: whole numbers below 2^26, the lower one above 0. */
  setParts(position: number, place: number, upper: number, lower: number): void {
    const parts = this.parts[position]!;
    parts.upper[place] = upper;
    parts.lower[place] = lower;
    this.counts[place]! += 1;
  }

  private setOther(position: number, place: number, value: Value): void {
    const own = (this.others[position] ??= new Array<Value>(this.rows));
    own[place] = value;
    this.parts[position]!.lower[place] = OTHER;
    this.counts[place]! += 1;
  }

  /** `undefined` where nothing stands. */
  at(position: number, place: number): Value | undefined {
    const { upper, lower } = this.parts[position]!;
    const own = lower[place]!;
    if (own === BLANK) return undefined;
    return own === OTHER ? this.others[position]![place] : quotient(upper[place]!, own);
  }

  /** -1 for a field that the sheet does not have. */
  positionOf(slot: number): number {
    return slot < this.positions.length ? this.positions[slot]! : -1;
  }

  /** The figures of the field with this slot (`slotOf`); `null` where the sheet does not have it. */
  partsOf(slot: number): FigureParts | null {
    const position = this.positionOf(slot);
    return position < 0 ? null : this.parts[position]!;
  }

  /** How many figures stand in a row. */
  countAt(place: number): number {
    return this.counts[place]!;
  }
}
