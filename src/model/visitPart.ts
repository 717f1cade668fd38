import type { RuleBits } from './entries';
import type { RowSource, VisitRow, Who } from './rows';

/** What the plain visits of one sheet and post share. */
export interface VisitPart {
  readonly source: RowSource;
  /** The rules that the bits of a visit stand for; `null` where none has any. */
  readonly bits: RuleBits | null;
  /** Who assessed, as it stands, by row (0-based); `null` where nothing says. */
  readonly inspectorAt: ((row: number) => string) | null;
  /** 扣分合计 and 得分 as they stand, by row, in points; `null` where no such column is the post's alone. */
  readonly totalAt: ((row: number) => number | null) | null;
  readonly scoreAt: ((row: number) => number | null) | null;
  /** A plain visit of the part as a row like any other. */
  readonly visitAt: (row: number, who: Who, day: number, mask: number) => VisitRow;
}

/** A part of which every visit is odd. */
export const NOTHING_PLAIN: Omit<VisitPart, 'source'> = {
  bits: null,
  inspectorAt: null,
  totalAt: null,
  scoreAt: null,
  visitAt: () => {
    throw new RangeError('visits of this sheet are never plain');
  },
};
