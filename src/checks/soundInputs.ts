import {
  type FigureParts,
  type FigureTable,
  type Indicator,
  type RateIndicator,
  type RatioSource,
  slotOf,
} from '../model';

/*
 * A quick look at the figures of all rows of a sheet: of nearly everybody they are all there and possible. A row that is not
 * marked has nothing to report and nothing to block for the indicator, as long as none of its cells is unreadable; a marked
 * one is looked at by `InputCheck`.
 */

/** Marks the rows of which the look cannot tell that all is well. */
type Look = (figures: FigureTable, doubtful: Uint8Array) => void;

const NEVER: Look = (_, doubtful) => void doubtful.fill(1);
const ALWAYS: Look = () => undefined;

const known = new WeakMap<FigureTable, Map<readonly Indicator[], Uint8Array>>();

/** By place: 1 for the rows that are to be looked at for these indicators, 0 for the others; worked out once a sheet. */
export function doubtfulRows(figures: FigureTable, indicators: readonly Indicator[]): Uint8Array {
  let own = known.get(figures);
  if (!own) known.set(figures, (own = new Map<readonly Indicator[], Uint8Array>()));
  let doubtful = own.get(indicators);
  if (!doubtful) {
    own.set(indicators, (doubtful = new Uint8Array(figures.rows)));
    for (const indicator of indicators) lookAt(indicator)(figures, doubtful);
  }
  return doubtful;
}

const looks = new WeakMap<Indicator, Look>();

/** The look at the figures that an indicator needs; worked out once an indicator. */
function lookAt(indicator: Indicator): Look {
  let look = looks.get(indicator);
  if (!look) looks.set(indicator, (look = newLook(indicator)));
  return look;
}

function newLook(indicator: Indicator): Look {
  switch (indicator.kind) {
    case 'perCount':
      return indicator.outOf === undefined
        ? has(indicator.count)
        : isShare(indicator.count, indicator.outOf, true);
    case 'rateBelow':
    case 'rateAbove':
      return rateIsSound(indicator);
    case 'band': {
      const { numerator: part, subtract, denominator: whole } = indicator.ratio;
      const needed = [part, subtract].filter((field) => field !== undefined).map(has);
      return all([...needed, isPositive(whole), isPositive(indicator.standard)]);
    }
    case 'zeroOnAccident':
      return all([has(indicator.accident), has(indicator.violation)]);
    case 'notDone':
    case 'perFinding':
    case 'registerCount':
      return ALWAYS;
  }
}

/** The rows are told one by one; a field that the sheet does not have is blank in all of them. */
function eachRow(
  fields: readonly string[],
  isSound: (parts: readonly FigureParts[], at: number) => boolean,
): Look {
  const slots = fields.map(slotOf);
  return (figures, doubtful) => {
    const parts = slots.map((slot) => figures.partsOf(slot) ?? blanks(figures.rows));
    for (let at = 0; at < doubtful.length; at++) if (!isSound(parts, at)) doubtful[at] = 1;
  };
}

function blanks(rows: number): FigureParts {
  const nothing = new Int32Array(rows);
  return { upper: nothing, lower: nothing };
}

function rateIsSound({ groups, rate: { entered, ratio, combine } }: RateIndicator): Look {
  if (groups) return all(groups.map(({ ratio: own }) => groupIsSound(own)));
  if (entered === undefined) return ratio ? shareOf(ratio) : NEVER;
  // An entered rate is held against its parts where they are there too.
  const parts = ratio ? [shareField(ratio), ratio.denominator] : (combine?.fields ?? []);
  const computed = ratio !== undefined && isPlainShare(ratio);
  return eachRow([entered, ...parts], (figures, at) => {
    if (isBlank(figures[0]!, at)) return computed && isShareAt(figures[1]!, figures[2]!, at, false);
    for (let part = 1; part < figures.length; part++) if (isBlank(figures[part]!, at)) return true;
    return parts.length === 0;
  });
}

function groupIsSound(ratio: RatioSource): Look {
  const isPlain = isPlainShare(ratio);
  return eachRow([shareField(ratio), ratio.denominator], (figures, at) => {
    const [part, whole] = [figures[0]!, figures[1]!];
    if (isBlank(part, at) && isBlank(whole, at)) return true;
    return isPlain && isShareAt(part, whole, at, false);
  });
}

function shareOf(ratio: RatioSource): Look {
  return isPlainShare(ratio) ? isShare(shareField(ratio), ratio.denominator, false) : NEVER;
}

function isPlainShare({ numerator, subtract }: RatioSource): boolean {
  return numerator === undefined || subtract === undefined;
}

function shareField({ numerator: part, subtract }: RatioSource): string {
  return part ?? subtract ?? '';
}

/** Both figures are there, the part is no more than the whole, and the whole is above 0 unless `orZero`. */
function isShare(part: string, whole: string, orZero: boolean): Look {
  return eachRow([part, whole], (figures, at) => isShareAt(figures[0]!, figures[1]!, at, orZero));
}

function isShareAt(part: FigureParts, whole: FigureParts, at: number, orZero: boolean): boolean {
  const below = part.lower[at]!;
  const wholeBelow = whole.lower[at]!;
  if (below <= 0 || wholeBelow <= 0) return false;
  const above = whole.upper[at]!;
  return (orZero || above > 0) && part.upper[at]! * wholeBelow <= above * below;
}

function isPositive(field: string): Look {
  return eachRow([field], (figures, at) => figures[0]!.lower[at]! > 0 && figures[0]!.upper[at]! > 0);
}

function has(field: string): Look {
  return eachRow([field], (figures, at) => !isBlank(figures[0]!, at));
}

function isBlank({ lower }: FigureParts, at: number): boolean {
  return lower[at] === 0;
}

function all(looks: readonly Look[]): Look {
  return (figures, doubtful) => looks.forEach((look) => look(figures, doubtful));
}
