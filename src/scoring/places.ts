/** Some places in a book, 0-based, told in ascending order. */
export class Places implements Iterable<number> {
  private count = 0;
  private readonly marks: Uint8Array;

  /** `most`: places that there are. */
  constructor(most: number) {
    this.marks = new Uint8Array(most);
  }

  get size(): number {
    return this.count;
  }

  has(place: number): boolean {
    return this.marks[place] === 1;
  }

  add(place: number): void {
    if (this.marks[place] === 1) return;
    this.marks[place] = 1;
    this.count += 1;
  }

  delete(place: number): void {
    if (this.marks[place] !== 1) return;
    this.marks[place] = 0;
    this.count -= 1;
  }

  copy(): Places {
    const made = new Places(this.marks.length);
    made.marks.set(this.marks);
    made.count = this.count;
    return made;
  }

  *[Symbol.iterator](): Iterator<number> {
    for (let at = this.marks.indexOf(1); at >= 0; at = this.marks.indexOf(1, at + 1)) yield at;
  }
}
