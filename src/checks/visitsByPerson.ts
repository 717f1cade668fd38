import type { RuleBits, Visits } from '../model';
import type { KnownVisit, KnownVisits } from './knownVisits';

/** The visits of each person, in their order. */
export class VisitsByPerson {
  /** Places of the visits, those of one person together. */
  private readonly order: Int32Array;
  /** By assessee: where theirs begin. */
  private readonly starts: Int32Array;

  /** `persons`: one more than the largest assessee's id. */
  constructor(
    private readonly visits: KnownVisits,
    persons: number,
  ) {
    const { length } = visits;
    const starts = new Int32Array(persons + 1);
    for (let at = 0; at < length; at++) starts[visits.assesseeAt(at) + 1]! += 1;
    for (let id = 0; id < persons; id++) starts[id + 1]! += starts[id]!;
    const next = starts.slice();
    const order = new Int32Array(length);
    for (let at = 0; at < length; at++) order[next[visits.assesseeAt(at)]!++] = at;
    this.order = order;
    this.starts = starts;
  }

  countOf(assessee: number): number {
    return this.starts[assessee + 1]! - this.starts[assessee]!;
  }

  of(assessee: number): Visits {
    return new PersonVisits(this, assessee);
  }

  /** The visit of a person at a position from 0 on. */
  at(assessee: number, index: number): KnownVisit {
    return this.visits.at(this.placeOf(assessee, index));
  }

  bitsAt(assessee: number, index: number): RuleBits | null {
    const at = this.placeOf(assessee, index);
    return this.visits.isPlain(at) ? this.visits.plainBits(at) : null;
  }

  maskAt(assessee: number, index: number): number {
    return this.visits.plainMask(this.placeOf(assessee, index));
  }

  private placeOf(assessee: number, index: number): number {
    return this.order[this.starts[assessee]! + index]!;
  }
}

/** The visits of one person. */
class PersonVisits implements Visits {
  constructor(
    private readonly all: VisitsByPerson,
    private readonly assessee: number,
  ) {}

  get length(): number {
    return this.all.countOf(this.assessee);
  }

  at(index: number): KnownVisit | undefined {
    return index >= 0 && index < this.length ? this.all.at(this.assessee, index) : undefined;
  }

  *[Symbol.iterator](): Iterator<KnownVisit> {
    for (let index = 0; index < this.length; index++) yield this.all.at(this.assessee, index);
  }

  bitsAt(index: number): RuleBits | null {
    return this.all.bitsAt(this.assessee, index);
  }

  maskAt(index: number): number {
    return this.all.maskAt(this.assessee, index);
  }
}
