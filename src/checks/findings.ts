import { endsSlice, type Finding, type PerFinding, type RuleBits, type Slices } from '../model';
import type { Desk } from './desk';
import type { KnownVisit, KnownVisits } from './knownVisits';

/** Checks the points of every finding; a wrong one leaves its person's section unknown. */
export function* checkFindings(visits: KnownVisits, section: string, desk: Desk): Slices<void> {
  const rules = new Map<string, PerFinding>();
  for (const each of desk.scheme.indicators) if (each.kind === 'perFinding') rules.set(each.id, each);
  const maxima = desk.scheme.sections.find((each) => each.id === section)!.points;
  const doubtful = doubtfulBits(rules, maxima);
  for (let index = 0; index < visits.length; index++) {
    if (endsSlice(index)) yield;
    if (visits.isPlain(index)) {
      const mask = visits.plainMask(index);
      if (mask === 0 || (mask & doubtful(visits.plainBits(index)!)) === 0) continue;
    }
    const visit = visits.at(index);
    const { bits } = visit;
    if (bits !== null && (visit.mask & doubtful(bits)) === 0) continue;
    const { findings } = visit;
    if (findings.length === 0) continue;
    let exclusive = false;
    for (let at = 0; at < findings.length; at++) {
      const finding = findings[at]!;
      const rule = rules.get(finding.indicator)!;
      const maximum = maxima[rule.posts[0]!] ?? 0;
      const again = standsBefore(findings, at);
      if (!checkPoints(visit, finding, rule, maximum, again, desk)) desk.block(visit.assessee, section);
      exclusive ||= rule.exclusiveWith !== undefined;
    }
    if (exclusive) checkExclusive(visit, rules, section, desk);
  }
}

/**
 * The bits of packed findings that may be wrong all the same: each takes its rule's own points once, so only rules that
 * exclude one another, or whose points are more than the whole part has.
 */
function doubtfulBits(
  rules: ReadonlyMap<string, PerFinding>,
  maxima: Readonly<Record<string, number>>,
): (bits: RuleBits) => number {
  const known = new Map<RuleBits, number>();
  let last: RuleBits | null = null;
  let lastMask = 0;
  const maskOf = ({ indicators, hundredths }: RuleBits): number =>
    indicators.reduce((mask, id, at) => {
      const rule = rules.get(id)!;
      const tooMuch = hundredths[at]! > (maxima[rule.posts[0]!] ?? 0) * 100;
      return rule.exclusiveWith !== undefined || tooMuch ? mask | (1 << at) : mask;
    }, 0);
  return (bits) => {
    if (bits === last) return lastMask;
    let mask = known.get(bits);
    if (mask === undefined) known.set(bits, (mask = maskOf(bits)));
    last = bits;
    return (lastMask = mask);
  };
}

/** Whether the indicator of a finding has one earlier in the list, which is short. */
function standsBefore(findings: readonly Finding[], at: number): boolean {
  const { indicator } = findings[at]!;
  for (let before = 0; before < at; before++) if (findings[before]!.indicator === indicator) return true;
  return false;
}

/** Score typed as a deduction, then no multiple, then more than once: the first that holds is reported. */
function checkPoints(
  visit: KnownVisit,
  finding: Finding,
  rule: PerFinding,
  maximum: number,
  again: boolean,
  desk: Desk,
): boolean {
  const unit = Math.round(rule.points * 100);
  if (finding.hundredths === unit && !again && unit <= maximum * 100) return true;
  const points = finding.hundredths / 100;
  const common = {
    cell: finding.cell,
    clause: rule.clause,
    received: String(points),
    person: visit.row.who.name,
  };
  if (finding.hundredths > maximum * 100) {
    desk.report('score-in-deduction-column', {
      ...common,
      expected: `不超过 ${maximum} 分`,
      message: `扣了 ${points} 分,大于这一部分的满分 ${maximum} 分,像是把得分写进了扣分列。请改成扣的分数。`,
    });
    return false;
  }
  if (finding.hundredths % unit !== 0) {
    desk.report('not-a-multiple', {
      ...common,
      expected: `${rule.points} 的倍数`,
      message: `${rule.id} ${rule.title}每处扣 ${rule.points} 分,${points} 不是它的倍数。请改正;若写的是处数,请把表头改为“次数”。`,
    });
    return false;
  }
  if ((finding.hundredths > unit || again) && rule.countsOccurrences !== true) {
    desk.report('repeat-finding', {
      ...common,
      expected: `${rule.points} 分(一处)`,
      message: again
        ? `这一户的 ${rule.id} ${rule.title}记了不止一次。请确认确有多处不符。`
        : `这一户的 ${rule.id} ${rule.title}扣了 ${points} 分,是 ${finding.hundredths / unit} 处。请确认确有多处不符。`,
    });
  }
  return true;
}

function checkExclusive(
  visit: KnownVisit,
  rules: ReadonlyMap<string, PerFinding>,
  section: string,
  desk: Desk,
): void {
  const order = [...rules.keys()];
  const found = new Map(visit.findings.map((finding) => [finding.indicator, finding] as const));
  for (const [id, finding] of found) {
    const rule = rules.get(id)!;
    const other = rule.exclusiveWith;
    if (other === undefined || !found.has(other) || order.indexOf(other) > order.indexOf(id)) continue;
    desk.block(visit.assessee, section);
    const one = rules.get(other)!;
    desk.report('exclusive-findings', {
      cell: finding.cell,
      clause: rule.clause,
      received: `${one.id} 和 ${rule.id}`,
      expected: '两条只能扣一条',
      message: `同一户同时扣了“${one.title}”和“${rule.title}”。没有办理就谈不上记录,两条只能扣一条,请删去一条。`,
      person: visit.row.who.name,
    });
  }
}
