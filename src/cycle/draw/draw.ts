import Fraction from 'fraction.js';
import type { Scheme } from '../../model';
import type { Customer, DrawNote } from './customer';
import { sha256Text } from './sha256';

/**
 * How customers are drawn: each gets the SHA-256 of `seed`, a line break and its key (licence number); those with the
 * smallest digests are drawn. Nothing hangs on the order of the list, and anybody can repeat it with any program.
 */
export const ALGORITHM = 'SHA-256(种子+换行+证号),从小到大取';

/** What whoever draws has decided. */
export interface DrawOptions {
  readonly seed: string;
  /** Share of each area as a decimal text between 0 and 1; left out, that of the scheme. */
  readonly share?: string;
  /** Ids of strata among which an area's number is divided by their sizes. */
  readonly strata: readonly string[];
  /** Keys of customers who are to be drawn only where an area has nobody else. */
  readonly exclude: ReadonlySet<string>;
}

/** What was drawn of an area. */
export interface AreaDraw {
  readonly area: string;
  /** Customers of the list in the area. */
  readonly customers: number;
  /** max(minimum, ceil(share × customers)), R26. */
  readonly wanted: number;
  readonly drawn: readonly Customer[];
}

/** Why nothing can be drawn under a scheme; `null` where it says how much. */
export function whyNoDraw({ sampling: { share, minimum }, title }: Scheme): string | null {
  if (Number(share) > 0 || minimum > 0) return null;
  return `《${title}》没有规定抽样,不能按它抽样。`;
}

/** The number that is drawn of an area: the exact share, rounded up, and never none (R26). */
export function sampleSize(customers: number, share: string, minimum: number): number {
  return Math.max(minimum, Number(new Fraction(share).mul(customers).ceil().valueOf()));
}

/** Draws in each area by itself; areas in the order in which the list names them first. */
export function draw(
  customers: readonly Customer[],
  scheme: Scheme,
  options: DrawOptions,
): { areas: AreaDraw[]; notes: DrawNote[] } {
  const { share, minimum } = scheme.sampling;
  const notes: DrawNote[] = options.strata.flatMap((id) => blankStratum(customers, scheme, id));
  const areas = [...grouped(customers, ({ area }) => area)].map(([area, all]): AreaDraw => {
    const wanted = sampleSize(all.length, options.share ?? share, minimum);
    const fresh = all.filter(({ key }) => !options.exclude.has(key));
    if (wanted > all.length) {
      const message = `“${area}”只有 ${all.length} 户,要抽 ${wanted} 户:全部抽取。`;
      notes.push({ severity: 'warning', place: '', message });
    } else if (fresh.length < wanted) {
      const message = `“${area}”除去上次抽过的只剩 ${fresh.length} 户,要抽 ${wanted} 户:不足的从上次抽过的里面抽。`;
      notes.push({ severity: 'warning', place: '', message });
    }
    const first = stratified(fresh, Math.min(wanted, fresh.length), options);
    const rest = all.filter(({ key }) => options.exclude.has(key));
    const more = ordered(rest, options.seed).slice(0, Math.max(0, wanted - first.length));
    return { area, customers: all.length, wanted, drawn: [...first, ...more] };
  });
  return { areas, notes };
}

/** Customers of whom the list does not say what the draw is divided by. */
function blankStratum(customers: readonly Customer[], scheme: Scheme, id: string): DrawNote[] {
  const blank = customers.filter(({ strata }) => strata[id] === undefined);
  const name = scheme.sampling.strata?.find((each) => each.id === id)?.name ?? id;
  const [first] = blank;
  if (!first) return [];
  const message = `有 ${blank.length} 户没有写${name},分层时单独算一层。请核对后补上,再重新抽样。`;
  return [{ severity: 'warning', place: first.place, message }];
}

function grouped<Key>(customers: readonly Customer[], of: (customer: Customer) => Key): Map<Key, Customer[]> {
  const groups = new Map<Key, Customer[]>();
  for (const customer of customers) {
    const key = of(customer);
    const group = groups.get(key);
    if (group) group.push(customer);
    else groups.set(key, [customer]);
  }
  return groups;
}

/** The customers in the order in which the seed calls them. */
function ordered(customers: readonly Customer[], seed: string): Customer[] {
  return customers
    .map((customer) => ({ customer, digest: sha256Text(`${seed}\n${customer.key}`) }))
    .sort((one, other) => (one.digest < other.digest ? -1 : 1))
    .map(({ customer }) => customer);
}

/** Draws `count`, divided among the strata by size: whole shares first, the rest to the largest remainders. */
function stratified(
  customers: readonly Customer[],
  count: number,
  { seed, strata }: DrawOptions,
): Customer[] {
  if (strata.length === 0 || count === 0) return ordered(customers, seed).slice(0, count);
  const groups = [
    ...grouped(customers, (customer) => strata.map((id) => customer.strata[id] ?? '').join('/')),
  ];
  const shares = groups.map(([name, group]) => {
    const product = count * group.length;
    const whole = Math.floor(product / customers.length);
    // Equal remainders are decided by the seed too, so that no stratum is always the favoured one.
    return { name, group, whole, rest: product % customers.length, lot: sha256Text(`${seed}\n${name}`) };
  });
  const open = count - shares.reduce((sum, { whole }) => sum + whole, 0);
  const byRest = [...shares].sort((one, other) => other.rest - one.rest || (one.lot < other.lot ? -1 : 1));
  const extra = new Set(byRest.slice(0, open).map(({ name }) => name));
  return shares.flatMap(({ name, group, whole }) =>
    ordered(group, seed).slice(0, whole + (extra.has(name) ? 1 : 0)),
  );
}
