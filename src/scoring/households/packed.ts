import type { RuleBits, Visit, Visits } from '../../model';
import { countedOf, type HouseholdRules, lostAt } from './rules';

const tables = new WeakMap<HouseholdRules, Map<RuleBits, readonly number[]>>();

/** The table that was asked for last: households of a sheet follow one another. */
let last: {
  readonly bits: RuleBits;
  readonly rules: HouseholdRules;
  readonly table: readonly number[];
} | null = null;

/** What each bit of packed findings takes at a household, in hundredths; worked out once for the rules in force. */
function tableOf(bits: RuleBits, rules: HouseholdRules): readonly number[] {
  if (last === null || last.bits !== bits || last.rules !== rules)
    last = { bits, rules, table: knownTable(bits, rules) };
  return last.table;
}

function knownTable(bits: RuleBits, rules: HouseholdRules): readonly number[] {
  let own = tables.get(rules);
  if (!own) tables.set(rules, (own = new Map<RuleBits, readonly number[]>()));
  let table = own.get(bits);
  if (!table) own.set(bits, (table = bits.indicators.map((_, at) => takenByBit(bits, at, rules))));
  return table;
}

/** A rule's own points once; `NaN` for one of another post, which is refused where it is found. */
function takenByBit({ indicators, hundredths }: RuleBits, at: number, rules: HouseholdRules): number {
  const indicator = indicators[at]!;
  if (!rules.points.has(indicator)) return NaN;
  const counted = countedOf({ indicator, hundredths: hundredths[at]! }, rules);
  return Math.min(counted, rules.once.get(indicator) ?? Infinity, rules.caps.get(indicator) ?? Infinity);
}

/** Hundredths lost at the household at a place of somebody's visits, before the section's floor. */
export function lostAtPlace(visits: Visits, at: number, rules: HouseholdRules): number {
  const bits = visits.bitsAt?.(at) ?? null;
  if (bits === null) return lostAtVisit(visits.at(at)!, rules);
  const lost = lostByBits(bits, visits.maskAt!(at), rules);
  return Number.isNaN(lost) ? lostAt(visits.at(at)!.findings, rules) : lost;
}

function lostAtVisit(visit: Visit, rules: HouseholdRules): number {
  const bits = visit.bits ?? null;
  if (bits === null) return lostAt(visit.findings, rules);
  const lost = lostByBits(bits, visit.mask ?? 0, rules);
  return Number.isNaN(lost) ? lostAt(visit.findings, rules) : lost;
}

/** `NaN` where a finding is one of another post. */
function lostByBits(bits: RuleBits, mask: number, rules: HouseholdRules): number {
  if (mask === 0) return 0;
  const table = tableOf(bits, rules);
  let lost = 0;
  for (let left = mask; left !== 0; left &= left - 1) lost += table[31 - Math.clz32(left & -left)]!;
  return lost;
}

/** Whether a household has lost points under an indicator. */
export function hasLostUnder(visit: Visit, indicator: string): boolean {
  const bits = visit.bits ?? null;
  if (bits === null)
    return visit.findings.some((each) => each.indicator === indicator && each.hundredths > 0);
  const at = bits.indicators.indexOf(indicator);
  return at >= 0 && bits.hundredths[at]! > 0 && ((visit.mask ?? 0) & (1 << at)) !== 0;
}
