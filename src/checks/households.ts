import type { KnownVisit } from './knownVisit';

/** So many licence numbers are looked through one by one; a person visits about ten households. */
const FEW = 24;

/**
 * The households of everybody, to find one that the same person has visited before: by the number of a licence, or where
 * it is none of 12 digits by a key of text. The numbers of all persons stand in one list, each with the one before it of
 * the same person: a province has hundreds of thousands.
 */
export class Households {
  /** By assessee: the place of the last number, -1 for none. */
  private readonly last: Int32Array;
  /** By assessee: how many numbers there are. */
  private readonly counts: Int32Array;
  private readonly before: Int32Array;
  private readonly numbers: Float64Array;
  private readonly visits: KnownVisit[] = [];
  /** By assessee, of those who have many. */
  private readonly byNumber = new Map<number, Map<number, KnownVisit>>();
  private readonly byKey = new Map<number, Map<string, KnownVisit>>();

  /** `persons`: one more than the largest assessee's id; `most`: visits at most. */
  constructor(persons: number, most: number) {
    this.last = new Int32Array(persons).fill(-1);
    this.counts = new Int32Array(persons);
    this.before = new Int32Array(most);
    this.numbers = new Float64Array(most);
  }

  /** The first visit of a household; `number` -1 where `key` says which. */
  find(assessee: number, number: number, key: string): KnownVisit | undefined {
    if (number < 0) return this.byKey.get(assessee)?.get(key);
    if (this.counts[assessee]! > FEW) return this.byNumber.get(assessee)!.get(number);
    const { numbers, before } = this;
    for (let at = this.last[assessee]!; at >= 0; at = before[at]!)
      if (numbers[at] === number) return this.visits[at];
    return undefined;
  }

  /** Adds a household that the person has not visited before. */
  add(assessee: number, number: number, key: string, visit: KnownVisit): void {
    if (number < 0) {
      const own = this.byKey.get(assessee);
      if (own) own.set(key, visit);
      else this.byKey.set(assessee, new Map([[key, visit]]));
      return;
    }
    const at = this.visits.push(visit) - 1;
    this.numbers[at] = number;
    this.before[at] = this.last[assessee]!;
    this.last[assessee] = at;
    const count = (this.counts[assessee]! += 1);
    if (count > FEW + 1) this.byNumber.get(assessee)!.set(number, visit);
    else if (count > FEW) this.byNumber.set(assessee, this.mapOf(assessee));
  }

  private mapOf(assessee: number): Map<number, KnownVisit> {
    const map = new Map<number, KnownVisit>();
    for (let at = this.last[assessee]!; at >= 0; at = this.before[at]!)
      map.set(this.numbers[at]!, this.visits[at]!);
    return map;
  }
}
