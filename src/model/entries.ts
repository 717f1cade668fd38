import type Fraction from 'fraction.js';
import type { CellRef } from './cell';
import { fieldOfSlot } from './fieldSlots';

/**
 * A person in a post who is assessed (被测评人). `id` is the index in the list it stands in; `post` is a post id
 * of the scheme; a person is (department, name).
 */
export interface Assessee {
  readonly id: number;
  readonly department: string;
  readonly name: string;
  readonly post: string;
  /** Name cell in the roster, or in the first row that names the person. */
  readonly cell: CellRef;
}

/** Points lost at a household under one indicator; `hundredths` are 1/100 points, a whole number ≥ 0. */
export interface Finding {
  readonly indicator: string;
  readonly hundredths: number;
  readonly cell: CellRef;
  readonly note: string | null;
}

/** The rules that one bit each of a packed household stands for. */
export interface RuleBits {
  /** Indicator ids, the lowest bit first; none twice, 31 at most. */
  readonly indicators: readonly string[];
  /** Points of each rule in hundredths: what its bit takes. */
  readonly hundredths: readonly number[];
}

/**
 * What was found at a household, packed: which rules lost exactly their own points once each. Nearly all households
 * are like that, and a province's are counted without making an object of each finding.
 */
export interface Packed {
  /** `null` where the findings say more than bits can; then they are to be looked at themselves. */
  readonly bits: RuleBits | null;
  /** 0 where nothing was found. */
  readonly mask: number;
}

/** One visited household of one assessee. */
export interface Visit extends Partial<Packed> {
  readonly household: string;
  /** Licence number, `''` where none stands. */
  readonly licence: string;
  /** The cell that names the household (licence, else name). */
  readonly cell: CellRef;
  /** Excel serial of the day, `null` where none could be read. */
  readonly date: number | null;
  readonly findings: readonly Finding[];
}

/** The visits of somebody. A list will do; where there are very many, it gives what was packed without making a visit. */
export interface Visits extends Iterable<Visit> {
  readonly length: number;
  /** The visit at a position from 0 on. */
  at(index: number): Visit | undefined;
  /** What `bits` and `mask` of the visit say; `null` where it has to be looked at itself. */
  readonly bitsAt?: (index: number) => RuleBits | null;
  readonly maskAt?: (index: number) => number;
}

/**
 * A figure of a person: a rate as a fraction of 1, a score out of 100 as a fraction of 1 as well (93.4 → 0.934),
 * a count or amount as it stands; a flag as boolean; a state as its id in the scheme's field.
 */
export interface Measure {
  readonly field: string;
  readonly value: Fraction | boolean | string;
  readonly cell: CellRef;
}

/** The figures of somebody, by field id; a blank field is absent. */
export type Measures = Pick<ReadonlyMap<string, Measure>, 'get' | 'has'> &
  Iterable<[string, Measure]> & {
    /** The value of `get`, by the slot of the field: quicker, where whoever holds the figures has them by position. */
    readonly valueAt?: (slot: number) => Measure['value'] | undefined;
    /** Where they stand together with those of others, and under which number. */
    readonly store?: FigureStore;
    readonly number?: number;
  };

/** The figures of many persons, who have numbers. */
export interface FigureStore {
  /**
   * Copies a field's figures of some persons, in their order, in lowest terms: of a blank the lower part is 0, of what no two
   * small whole numbers tell both are `NaN`.
   */
  copy(slot: number, numbers: Int32Array, upper: Float64Array, lower: Float64Array): void;
}

/** The value of the field with this slot (`slotOf`); `undefined` where it is blank. */
export function figureAt(measures: Measures, slot: number): Measure['value'] | undefined {
  return measures.valueAt ? measures.valueAt(slot) : measures.get(fieldOfSlot(slot))?.value;
}

/** An entry of a register (客户投诉) of one assessee, inside the period. `state` is the verdict's id. */
export interface RegisterEntry {
  readonly cell: CellRef;
  readonly state: string;
  readonly date: number | null;
  readonly summary: string;
}

/** All that is known of one assessee; what scoring works on. */
export interface Assessment {
  readonly assessee: Assessee;
  readonly visits: Visits;
  /** By field id; a blank field is absent. */
  readonly measures: Measures;
  readonly register: readonly RegisterEntry[];
  /** Section ids without any data. */
  readonly missing: ReadonlySet<string>;
  /** Section ids whose data hold an unresolved error; their figure is not known. */
  readonly blocked: ReadonlySet<string>;
  /** An error that no single section carries (identity): the totals are not known. */
  readonly unresolved: boolean;
}
