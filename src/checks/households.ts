/** So many licence numbers are looked through one by one; a person visits about ten households. */
const FEW = 24;

/**
 * The households of everybody, to find one that the same person has visited before: by the number of a licence, or where
 * it is none of 12 digits by a key of text. A visit is told by its place, 0-based. The numbers of all persons stand in one
 * list, each with the one before it of the same person: a province has hundreds of thousands.
 */
export class Households {
  /** By assessee: the entry added last, -1 for none. */
  private readonly last: Int32Array;
  /** By assessee: how many entries there are. */
  private readonly counts: Int32Array;
  private size = 0;
  private readonly before: Int32Array;
  private readonly numbers: Float64Array;
  private readonly places: Int32Array;
  /** By assessee, of those who have many. */
  private readonly byNumber = new Map<number, Map<number, number>>();
  private readonly byKey = new Map<number, Map<string, number>>();

  /** `persons`: one more than the largest assessee's id; `most`: visits at most. */
  constructor(persons: number, most: number) {
    this.last = new Int32Array(persons).fill(-1);
    this.counts = new Int32Array(persons);
    this.before = new Int32Array(most);
    this.numbers = new Float64Array(most);
    this.places = new Int32Array(most);
  }

  /** The place of the first visit of a household, -1 for none; `number` -1 where `key` says which. */
  find(assessee: number, number: number, key: string): number {
    if (number < 0) return this.byKey.get(assessee)?.get(key) ?? -1;
    if (this.counts[assessee]! > FEW) return this.byNumber.get(assessee)!.get(number) ?? -1;
    const { numbers, before } = this;
    for (let at = this.last[assessee]!; at >= 0; at = before[at]!)
      if (numbers[at] === number) return this.places[at]!;
    return -1;
  }

  /** Adds a household that the person has not visited before. */
  add(assessee: number, number: number, key: string, place: number): void {
    if (number < 0) {
      const own = this.byKey.get(assessee);
      if (own) own.set(key, place);
      else this.byKey.set(assessee, new Map([[key, place]]));
      return;
    }
    const at = this.size++;
    this.numbers[at] = number;
    this.places[at] = place;
    this.before[at] = this.last[assessee]!;
    this.last[assessee] = at;
    const count = (this.counts[assessee]! += 1);
    if (count > FEW + 1) this.byNumber.get(assessee)!.set(number, place);
    else if (count > FEW) this.byNumber.set(assessee, this.mapOf(assessee));
  }

  private mapOf(assessee: number): Map<number, number> {
    const map = new Map<number, number>();
    for (let at = this.last[assessee]!; at >= 0; at = this.before[at]!)
      map.set(this.numbers[at]!, this.places[at]!);
    return map;
  }
}
