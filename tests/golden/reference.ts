import Fraction from 'fraction.js';
import type { Assessment, Rulings } from '../../src/model';

/*
 * The regulation once more, slow and straight: every figure a fraction, no scheme, nothing shared with the engine.
 * What both give must be the same (properties.test.ts).
 */

const F = (value: string | number): Fraction => new Fraction(String(value));
const ZERO = F(0);
const max = (a: Fraction, b: Fraction): Fraction => (a.compare(b) > 0 ? a : b);
const min = (a: Fraction, b: Fraction): Fraction => (a.compare(b) < 0 ? a : b);
const sum = (values: readonly Fraction[]): Fraction =>
  values.reduce((total, value) => total.add(value), ZERO);
const round = (value: Fraction, places: number): Fraction =>
  value
    .mul(10 ** places)
    .add(F('0.5'))
    .floor()
    .div(10 ** places);

const POINTS: Readonly<Record<string, readonly [number, number]>> = {
  CM: [20, 50],
  MS: [30, 20],
  DL: [20, 40],
};
const RULE_POINTS: Readonly<Record<string, number>> = {
  'CM-S04': 2,
  'CM-S06': 2,
  'CM-S10': 2,
  'MS-S03': 2,
  'DL-S03': 2,
  'DL-S05': 2,
};

/** Points of the four parts (`null`: left out), the raw total, the score and the points it is out of. */
export interface Reference {
  readonly parts: readonly (Fraction | null)[];
  readonly raw: Fraction;
  readonly maximum: Fraction;
  readonly score: Fraction;
}

/** Scores one person who can be scored; `rulings` must hold every key. */
export function referenceScore(person: Assessment, rulings: Rulings): Reference {
  const [household, area] = POINTS[person.assessee.post]!;
  const enhanced = person.missing.has('enhanced') ? null : enhancedPart(person, rulings, F(area));
  const founded = person.register.filter(({ state }) => state === 'founded').length;
  const satisfied = person.missing.has('satisfaction') ? null : satisfaction(person, rulings);
  const given = [
    householdPart(person, rulings, F(household)),
    enhanced?.points ?? null,
    max(ZERO, F(20 - 2 * founded)),
    satisfied,
  ];
  const worth = [F(household), F(area), F(20), F(30)];
  const parts = given.map((points, index) => points ?? stand(rulings, worth[index]!));
  const raw = sum(parts.filter((points): points is Fraction => points !== null));
  const maximum = sum(worth.filter((_, index) => parts[index] !== null));
  const rounded = (value: Fraction): Fraction => (rulings.rounding === 'none' ? value : round(value, 2));
  const score = enhanced?.zeroesTotal ? ZERO : total(rulings, raw, maximum);
  return { parts, raw: rounded(raw), maximum, score: rounded(score) };
}

function stand(rulings: Rulings, worth: Fraction): Fraction | null {
  if (rulings.missingSection === 'fullMarks') return worth;
  return rulings.missingSection === 'zero' ? ZERO : null;
}

function total(rulings: Rulings, raw: Fraction, maximum: Fraction): Fraction {
  if (rulings.totalBasis === 'raw') return raw;
  if (rulings.totalBasis === 'rawCappedAt100') return min(raw, F(100));
  if (rulings.totalBasis === 'hundredMinusDeductions') return max(ZERO, F(100).sub(maximum.sub(raw)));
  return raw.div(maximum).mul(100);
}

/** Points for what lies beyond a threshold, in steps. */
function taken(rulings: Rulings, id: string, beyond: Fraction, size: Fraction, points: number): Fraction {
  const steps = max(ZERO, beyond).div(size);
  const mode = rulings[`percentStep.${id}`] ?? rulings.percentStep;
  return (mode === 'whole' ? steps.floor() : mode === 'started' ? steps.ceil() : steps).mul(points);
}

const shown = (rulings: Rulings, rate: Fraction, places = 4): Fraction =>
  rulings.rateRounding === 'twoDecimals' ? round(rate, places) : rate;

function short(rulings: Rulings, id: string, rate: Fraction, line: string, points: number): Fraction {
  return taken(rulings, id, F(line).sub(shown(rulings, rate)), F('0.01'), points);
}

function householdPart(assessment: Assessment, rulings: Rulings, worth: Fraction): Fraction {
  const { assessee } = assessment;
  const visits = [...assessment.visits];
  const isAware = visits.map(
    ({ findings }) => !findings.some((each) => each.indicator === 'MS-S03' && each.hundredths > 0),
  );
  const rate = shown(rulings, new Fraction(isAware.filter(Boolean).length, visits.length));
  const below = rate.compare(F('0.8')) < 0;
  const counts =
    { perUnawareShop: true, onlyBelowThreshold: below }[String(rulings.policyAwareness)] ?? false;
  const lost = visits.map(({ findings }) => {
    const ids = [...new Set(findings.map(({ indicator }) => indicator))].filter(
      (id) => id !== 'MS-S03' || counts,
    );
    return sum(
      ids.map((id) => {
        const own = sum(
          findings.filter((each) => each.indicator === id).map((each) => new Fraction(each.hundredths, 100)),
        );
        // CM-S08b is printed a time (出现一次): nothing is left open there that R4 could decide.
        const once = rulings.repeatFindings === 'oncePerRule' && id !== 'CM-S08b';
        return once ? min(own, F(RULE_POINTS[id] ?? 1)) : own;
      }),
    );
  });
  const n = visits.length;
  let points = sum(lost.map((each) => max(ZERO, worth.sub(each)))).div(n);
  if (rulings.householdAveraging === 'capOfMean') points = max(ZERO, worth.sub(sum(lost).div(n)));
  if (rulings.householdAveraging === 'cumulative') points = max(ZERO, worth.sub(sum(lost)));
  if (assessee.post !== 'MS') return points;
  if (rulings.policyAwareness === 'flat' && below) points = points.sub(2);
  if (rulings.policyAwareness === 'perPercent') points = points.sub(short(rulings, 'MS-S03', rate, '0.8', 2));
  return max(ZERO, points);
}

function satisfaction(person: Assessment, rulings: Rulings): Fraction {
  const line = person.assessee.post === 'DL' ? '0.95' : '0.9';
  return max(ZERO, F(30).sub(short(rulings, 'K2', value(person, 'satisfaction'), line, 2)));
}

function value({ measures }: Assessment, field: string): Fraction {
  return measures.get(field)!.value as Fraction;
}

interface Enhanced {
  readonly points: Fraction;
  readonly zeroesTotal: boolean;
}

function enhancedPart(person: Assessment, rulings: Rulings, worth: Fraction): Enhanced {
  if (person.assessee.post === 'DL') return courierPart(person, rulings, worth);
  const lost = person.assessee.post === 'CM' ? managerLoss(person, rulings) : inspectorLoss(person, rulings);
  return { points: max(ZERO, worth.sub(lost)), zeroesTotal: false };
}

function managerLoss(person: Assessment, rulings: Rulings): Fraction {
  const v = (field: string): Fraction => value(person, field);
  const ratio = shown(rulings, v('closingStock').div(v('periodSales')).div(v('socialStockRatio')));
  const outside = max(ZERO, max(ratio.sub(1), F('0.8').sub(ratio)));
  const beyond = rulings.stockSalesUnit === 'points' ? outside.mul(v('socialStockRatio')) : outside;
  const guided = (shops: string, count: string, line: string): Fraction => {
    const pair = person.measures.has(shops) && !v(shops).equals(0);
    return pair ? short(rulings, 'CM-U5', v(count).div(v(shops)), line, 2) : ZERO;
  };
  return sum([
    short(rulings, 'CM-U1', v('grossMargin'), '0.1', 2),
    taken(rulings, 'CM-U2', beyond, F('0.01'), 2),
    v('formatMismatches').mul(2),
    short(rulings, 'CM-U4', v('stockingShops').div(v('targetShops')), '0.7', 1),
    guided('cityShops', 'cityGuided', '0.5'),
    guided('ruralShops', 'ruralGuided', '0.4'),
    short(rulings, 'CM-U6', v('awarenessKnown').div(v('awarenessAsked')), '0.85', 1),
  ]);
}

function inspectorLoss(person: Assessment, rulings: Rulings): Fraction {
  const v = (field: string): Fraction => value(person, field);
  const rates = [v('marketShare'), v('legalPurchase'), v('licensedRate')];
  const pure: Readonly<Record<string, Fraction>> = {
    mean: sum(rates).div(3),
    sum: sum(rates),
    product: rates[0]!.mul(rates[1]!).mul(rates[2]!),
    minimum: min(rates[0]!, min(rates[1]!, rates[2]!)),
  };
  const priced = v('inspectedShops').sub(v('mispricedShops')).div(v('inspectedShops'));
  return sum([
    short(rulings, 'MS-U1', pure[String(rulings.marketPurity)]!, '0.98', 3),
    v('violatingShops').mul(2),
    short(rulings, 'MS-U3', priced, '0.9', 2),
  ]);
}

function courierPart(person: Assessment, rulings: Rulings, worth: Fraction): Enhanced {
  const v = (field: string): Fraction => value(person, field);
  const is = (field: string, state: boolean | string): boolean => person.measures.get(field)?.value === state;
  const broken = shown(rulings, v('goodsBroken').div(v('goodsDelivered')), 5);
  const accident =
    is('accident', true) && (is('safetyViolation', true) || rulings.accidentNeedsViolation === false);
  const lapses = v('securityLapses').mul(10);
  const lost = sum([
    short(rulings, 'DL-U1', v('deliveriesOnTime').div(v('deliveriesChecked')), '1', 2),
    accident && rulings.accidentZeroes === 'item' ? max(lapses, F(10)) : lapses,
    is('routePlan', 'notDone') ? F(5) : ZERO,
    taken(rulings, 'DL-U4', broken.sub(F('0.0001')), F(String(rulings.breakageStep)), 3),
  ]);
  const gone = accident && rulings.accidentZeroes === 'enhancedSection';
  return {
    points: gone ? ZERO : max(ZERO, worth.sub(lost)),
    zeroesTotal: accident && rulings.accidentZeroes === 'total',
  };
}
