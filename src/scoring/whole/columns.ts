import { type Assessment, figureAt, type FigureStore } from '../../model';
import { denominator, numerator } from '../rational';

/**
 * One figure of some persons in lowest terms, by their place among them. A blank has the denominator 0; what is no number,
 * or too large a one, has `NaN` for both.
 */
export interface FigureColumn {
  readonly upper: Float64Array;
  readonly lower: Float64Array;
}

/**
 * Adds what one indicator takes from each of some persons, in hundredths of a point; `NaN`: to be worked out with fractions.
 */
export type WholeLoss = (persons: Columns, lost: Float64Array) => void;

const COLUMNS_TOGETHER = 16;
const NO_ROOM = new Float64Array(0);

/** Some persons with their figures as columns: those of a province are looked at again under ruling after ruling. */
export class Columns {
  private readonly bySlot = new Map<number, FigureColumn>();
  private readonly byLoss = new Map<WholeLoss, Float64Array>();
  private stored: Stored | null | undefined;
  /** Room for further columns, all 0. */
  private free = NO_ROOM;

  constructor(
    readonly assessments: readonly Assessment[],
    /** Whose columns hold these persons' figures too, and where. */
    private readonly among: { readonly all: Columns; readonly places: readonly number[] } | null = null,
  ) {}

  /** The persons at some places. */
  some(places: readonly number[]): Columns {
    return new Columns(
      places.map((place) => this.assessments[place]!),
      { all: this, places },
    );
  }

  /** The figure of a field, by its slot (`slotOf`). */
  figures(slot: number): FigureColumn {
    let column = this.bySlot.get(slot);
    if (!column) this.bySlot.set(slot, (column = this.findFigures(slot)));
    return column;
  }

  private findFigures(slot: number): FigureColumn {
    if (this.among === null) return this.newFigures(slot);
    const { all } = this.among;
    const { upper, lower } = all.figures(slot);
    return { upper: this.taken(upper), lower: this.taken(lower) };
  }

  private newFigures(slot: number): FigureColumn {
    if (this.stored === undefined) this.stored = storedTogether(this.assessments);
    if (this.stored === null) return columnOf(this.assessments, slot);
    const { store, numbers } = this.stored;
    const column = { upper: this.nothing(), lower: this.nothing() };
    store.copy(slot, numbers, column.upper, column.lower);
    return column;
  }

  /** What an indicator takes from each of the persons; not to be changed. */
  lost(loss: WholeLoss): Float64Array {
    let column = this.byLoss.get(loss);
    if (!column) this.byLoss.set(loss, (column = this.findLost(loss)));
    return column;
  }

  private findLost(loss: WholeLoss): Float64Array {
    const ofAll = this.among?.all.byLoss.get(loss);
    if (ofAll) return this.taken(ofAll);
    const column = this.nothing();
    loss(this, column);
    return column;
  }

  /** What a column of all those among whom they were chosen holds for these persons; of all, the column itself. */
  taken(column: Float64Array): Float64Array {
    if (this.among === null) return column;
    const { places } = this.among;
    const own = this.nothing();
    for (let at = 0; at < places.length; at++) own[at] = column[places[at]!]!;
    return own;
  }

  /** Nothing lost, for each of the persons. Several lie in one piece of memory: a piece costs more than a column of few. */
  nothing(): Float64Array {
    const { length } = this.assessments;
    if (this.free.length < length) this.free = new Float64Array(length * COLUMNS_TOGETHER);
    const column = this.free.subarray(0, length);
    this.free = this.free.subarray(length);
    return column;
  }
}

/** Figures that stand together, and the numbers of those whose they are. */
interface Stored {
  readonly store: FigureStore;
  readonly numbers: Int32Array;
}

/** `null` where not all of these persons' figures stand together. */
function storedTogether(assessments: readonly Assessment[]): Stored | null {
  const store = assessments[0]?.measures.store;
  if (!store) return null;
  const numbers = new Int32Array(assessments.length);
  for (let at = 0; at < numbers.length; at++) {
    const { store: own, number } = assessments[at]!.measures;
    if (own !== store || number === undefined) return null;
    numbers[at] = number;
  }
  return { store, numbers };
}

function columnOf(assessments: readonly Assessment[], slot: number): FigureColumn {
  const upper = new Float64Array(assessments.length).fill(NaN);
  const lower = new Float64Array(assessments.length).fill(NaN);
  for (let at = 0; at < assessments.length; at++) {
    const value = figureAt(assessments[at]!.measures, slot);
    if (value === undefined) lower[at] = 0;
    else if (typeof value === 'object') {
      upper[at] = numerator(value);
      lower[at] = denominator(value);
    }
  }
  return { upper, lower };
}
