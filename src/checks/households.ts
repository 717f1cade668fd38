import type { KnownVisit } from './knownVisit';

/** So many licence numbers are looked through one by one; a person visits about ten households. */
const FEW = 24;

/**
 * The households of one person, to find one that was visited before: by the number of a licence, or where it is none
 * of 12 digits by a key of text.
 */
export class Households {
  private readonly numbers: number[] = [];
  private readonly visits: KnownVisit[] = [];
  private byNumber: Map<number, KnownVisit> | null = null;
  private byKey: Map<string, KnownVisit> | null = null;

  /** The first visit of a household; `number` -1 where `key` says which. */
  find(number: number, key: string): KnownVisit | undefined {
    if (number < 0) return this.byKey?.get(key);
    if (this.byNumber) return this.byNumber.get(number);
    const { numbers } = this;
    for (let at = 0; at < numbers.length; at++) if (numbers[at] === number) return this.visits[at];
    return undefined;
  }

  /** Adds a household that was not visited before. */
  add(number: number, key: string, visit: KnownVisit): void {
    if (number < 0) {
      (this.byKey ??= new Map<string, KnownVisit>()).set(key, visit);
    } else if (this.byNumber) {
      this.byNumber.set(number, visit);
    } else {
      this.numbers.push(number);
      this.visits.push(visit);
      if (this.numbers.length > FEW) {
        this.byNumber = new Map(this.numbers.map((each, at) => [each, this.visits[at]!] as const));
      }
    }
  }
}
