import type { CellValue } from '../model';

/** Numbers of so many digits outside a column of licences are taken for one where they are one. */
const LONG = 10;

/** Shorter words are no names: replacing them inside other texts would change what those say. */
const SHORTEST = 2;

/** Stand-ins for persons, customers and licence numbers: the same for the same, different for different ones. */
export class Aliases {
  private readonly persons = new Map<string, string>();
  private readonly customers = new Map<string, string>();
  private readonly licences = new Map<string, string>();
  private readonly counts = new Map<string, number>();
  private readonly texts = new Map<string, string>();
  private pattern: RegExp | null = null;

  /** Stand-in of a person; `name` without spaces. '' stays ''. */
  person(name: string): string {
    return this.standIn(this.persons, name, () => `人员${this.next('person').padStart(3, '0')}`);
  }

  /** Stand-in of a customer; `name` as it stands, without spaces around. '' stays ''. */
  customer(name: string): string {
    return this.standIn(this.customers, name, () => `客户${this.next('customer').padStart(4, '0')}`);
  }

  /** Stand-in of a licence number: as many digits, other characters where they were. '' stays ''. */
  licence(text: string): string {
    return this.standIn(this.licences, text, () => {
      const shape = text.replace(/\d/g, '0');
      const digits = shape.replace(/[^0]/g, '').length;
      if (digits === 0) return text;
      const first = digits === 1 ? 0 : 10 ** (Math.min(digits, 15) - 1);
      const number = String(first + Number(this.next(shape))).padEnd(digits, '0');
      let at = 0;
      return shape.replace(/0/g, () => number[at++]!);
    });
  }

  /** A licence cell in the form it has: a number stays one, also one that has lost digits. */
  licenceCell(value: CellValue): CellValue {
    if (typeof value !== 'number') return typeof value === 'string' ? this.licence(value.trim()) : value;
    if (!Number.isInteger(value) || value < 0) return value;
    if (value >= 1e15) return 1e15 + Number(this.next(String(value))) * 1000;
    return Number(this.licence(String(value)));
  }

  /** Another way in which something already replaced is written. */
  also(text: string, standIn: string): void {
    if (text.length >= SHORTEST) this.texts.set(text, standIn);
    this.pattern = null;
  }

  /** A text, or a long number, with everything known in it replaced. */
  within(value: CellValue): CellValue {
    if (typeof value === 'number') {
      return String(value).length >= LONG && this.licences.has(String(value))
        ? this.licenceCell(value)
        : value;
    }
    if (typeof value !== 'string' || this.texts.size === 0) return value;
    this.pattern ??= new RegExp(
      [...this.texts.keys()]
        .sort((one, other) => other.length - one.length)
        .map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
        .join('|'),
      'g',
    );
    return value.replace(this.pattern, (text) => this.texts.get(text) ?? text);
  }

  private standIn(known: Map<string, string>, text: string, make: () => string): string {
    if (text === '') return '';
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = make();
    known.set(text, made);
    // A bare number is no name: it would be found inside other numbers.
    if (!/^\d{1,9}$/.test(text)) this.also(text, made);
    return made;
  }

  private next(kind: string): string {
    const count = (this.counts.get(kind) ?? 0) + 1;
    this.counts.set(kind, count);
    return String(count);
  }
}
