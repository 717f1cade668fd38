/** Slots for each visit: two leave the chains short. */
const SLOTS = 2;
/** Visits of one person begin near one another: their cells are mostly at hand. */
const NEIGHBOURS = 32;

/**
 * The households of everybody, to find one that the same person has visited before: by the number of a licence, or where
 * it is none of 12 digits by a key of text. A visit is told by its place, 0-based. A province has hundreds of thousands:
 * the numbers stand in one table without an object for any of them.
 */
export class Households {
  /** By slot: one more than the entry; 0 for none. */
  private readonly slots: Int32Array;
  private readonly last: number;
  private size = 0;
  private readonly numbers: Float64Array;
  private readonly owners: Int32Array;
  private readonly places: Int32Array;
  /** By assessee. */
  private readonly byKey = new Map<number, Map<string, number>>();

  /** `most`: visits at most. */
  constructor(most: number) {
    let slots = NEIGHBOURS;
    while (slots < SLOTS * most) slots *= 2;
    this.slots = new Int32Array(slots);
    this.last = slots - 1;
    this.numbers = new Float64Array(most);
    this.owners = new Int32Array(most);
    this.places = new Int32Array(most);
  }

  /** The place of the first visit of a household, -1 for none; `number` -1 where `key` says which. */
  find(assessee: number, number: number, key: string): number {
    if (number < 0) return this.byKey.get(assessee)?.get(key) ?? -1;
    const entry = this.slots[this.slotOf(assessee, number)]!;
    return entry === 0 ? -1 : this.places[entry - 1]!;
  }

  /** Adds a household that the person has not visited before. */
  add(assessee: number, number: number, key: string, place: number): void {
    if (number < 0) {
      const own = this.byKey.get(assessee);
      if (own) own.set(key, place);
      else this.byKey.set(assessee, new Map([[key, place]]));
    } else this.addAt(this.slotOf(assessee, number), assessee, number, place);
  }

  /** The place of the first visit of the household with this licence; the visit is added and -1 returned where it is. */
  findOrAdd(assessee: number, number: number, place: number): number {
    const slot = this.slotOf(assessee, number);
    const entry = this.slots[slot]!;
    if (entry !== 0) return this.places[entry - 1]!;
    this.addAt(slot, assessee, number, place);
    return -1;
  }

  private addAt(slot: number, assessee: number, number: number, place: number): void {
    const entry = this.size++;
    this.numbers[entry] = number;
    this.owners[entry] = assessee;
    this.places[entry] = place;
    this.slots[slot] = entry + 1;
  }

  /** Where the household stands, or would stand. */
  private slotOf(assessee: number, number: number): number {
    const { slots, last, numbers, owners } = this;
    const mixed = mix(number);
    // An odd step comes by every slot.
    const step = mixed | 1;
    let slot = (assessee * NEIGHBOURS + (mixed & (NEIGHBOURS - 1))) & last;
    for (;;) {
      const entry = slots[slot]! - 1;
      if (entry < 0 || (numbers[entry] === number && owners[entry] === assessee)) return slot;
      slot = (slot + step) & last;
    }
  }
}

/** The bits of a whole number stirred (the finish of MurmurHash3), so that licences in a row fall apart. */
function mix(number: number): number {
  let bits = (number | 0) ^ Math.floor(number / 4_294_967_296);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
