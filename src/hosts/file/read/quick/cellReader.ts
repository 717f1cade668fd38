import { cellKey } from '../../../../workbook/snapshot';
import { withLineFeeds } from '../../xml/text';
import type { Allowance } from '../allowance';
import { FormulaReader } from '../formulas';
import { nameOf, type Cursor } from './cursor';
import { Grid } from './grid';
import { numberIn } from './number';
import { richText } from './richText';
import { Texts } from './texts';

const CELL = nameOf('c');
const VALUE = nameOf('v');
const FORMULA = nameOf('f');
const INLINE = nameOf('is');
const LAST_COLUMN = 16_383;

const [R, S, T] = [114, 115, 116];

/** What the cells of a sheet refer to. */
export interface CellContext {
  /** Number formats that matter, by style. */
  readonly formats: ReadonlyMap<number, string>;
  readonly sharedTexts: readonly string[];
  readonly allowance: Allowance;
}

type CellType = 'n' | 's' | 'b' | 'e' | 'str' | 'inlineStr';
const TYPES: ReadonlySet<string> = new Set<CellType>(['n', 's', 'b', 'e', 'str', 'inlineStr']);

/** Reads the cells of a sheet where the cursor stands. Whatever it does not know is `Unfamiliar`. */
export class CellReader {
  readonly grid = new Grid();
  readonly formulas: FormulaReader;
  readonly uncalculated = new Set<number>();
  readonly errors = new Set<number>();
  readonly formats = new Map<number, string>();
  /** Cells with content so far. */
  count = 0;
  /** Whether a formula looks at another sheet. */
  looksElsewhere = false;

  private readonly texts: Texts;
  // The cell that is being read.
  private row = 0;
  private column = -1;
  private style = 0;
  private type: CellType = 'n';
  private isDynamic = false;

  constructor(
    private readonly cursor: Cursor,
    private readonly context: CellContext,
  ) {
    this.texts = new Texts(cursor.bytes);
    this.formulas = new FormulaReader(context.allowance);
  }

  /** Reads the cells of a row (0-based) up to its closing tag. */
  readRow(row: number): void {
    const { cursor } = this;
    this.row = row;
    this.column = -1;
    while (!cursor.toTag()) {
      if (!cursor.takes(CELL)) cursor.refuse('an element of another kind in a row');
      this.readCell();
    }
  }

  private readCell(): void {
    const { cursor } = this;
    if (this.readTag()) return;
    let valueStart = -1;
    let valueEnd = -1;
    let inline: string | null = null;
    let hasFormula = false;
    while (!cursor.toTag()) {
      if (valueStart < 0 && cursor.takes(VALUE)) {
        if (cursor.endOfTag()) valueStart = valueEnd = cursor.at;
        else {
          valueStart = cursor.at;
          valueEnd = cursor.endOfText();
          if (!cursor.toTag()) cursor.refuse('an element in a value');
          cursor.close(VALUE);
        }
      } else if (!hasFormula && valueStart < 0 && cursor.takes(FORMULA)) {
        hasFormula = true;
        this.readFormula();
      } else if (inline === null && cursor.takes(INLINE)) inline = richText(cursor, this.texts, INLINE);
      else cursor.refuse('an element of another kind in a cell');
    }
    cursor.close(CELL);
    this.settle(valueStart, valueEnd, inline, hasFormula);
  }

  /** Reads the opening tag; `true` for an empty element. */
  private readTag(): boolean {
    const { cursor } = this;
    this.style = 0;
    this.type = 'n';
    this.isDynamic = false;
    const before = this.column;
    let seen = 0;
    this.column++;
    while (cursor.nextAttribute()) {
      if (cursor.isNamed(R)) {
        seen += 1;
        this.column = this.readReference();
      } else if (cursor.isNamed(S)) {
        seen += 16;
        this.style = cursor.wholeNumber();
      } else if (cursor.isNamed(T)) {
        seen += 256;
        this.type = this.readType();
      } else if (isCm(cursor)) this.isDynamic = true;
    }
    if ((seen & 0xeee) !== 0) cursor.refuse('an attribute twice');
    if (this.column <= before || this.column > LAST_COLUMN) cursor.refuse('cells out of order');
    return cursor.isEmpty;
  }

  /** The column of a reference such as `AB12`, which must be of this row. */
  private readReference(): number {
    const { bytes, valueStart, valueEnd } = this.cursor;
    let at = valueStart;
    let column = 0;
    for (; at < valueEnd; at++) {
      const letter = bytes[at]! - 64;
      if (letter < 1 || letter > 26) break;
      column = column * 26 + letter;
    }
    let row = 0;
    if (at - valueStart > 3 || valueEnd - at > 7) this.cursor.refuse('a reference of another kind');
    for (; at < valueEnd; at++) {
      const digit = bytes[at]! - 48;
      if (digit < 0 || digit > 9) this.cursor.refuse('a reference of another kind');
      row = row * 10 + digit;
    }
    if (column === 0 || row !== this.row + 1) this.cursor.refuse('a reference to another row');
    return column - 1;
  }

  private readType(): CellType {
    const { bytes, valueStart, valueEnd } = this.cursor;
    if (valueEnd - valueStart === 1) {
      if (bytes[valueStart] === S) return 's';
      if (bytes[valueStart] === 110) return 'n';
    }
    const type = String.fromCharCode(...bytes.subarray(valueStart, Math.min(valueEnd, valueStart + 12)));
    if (!TYPES.has(type)) this.cursor.refuse('a cell of another kind');
    return type as CellType;
  }

  private readFormula(): void {
    const { cursor } = this;
    const attributes = new Map<string, string>();
    while (cursor.nextAttribute()) {
      const { nameStart, nameEnd, valueStart, valueEnd } = cursor;
      attributes.set(this.texts.plain(nameStart, nameEnd), this.texts.plain(valueStart, valueEnd));
    }
    let text = '';
    if (!cursor.isEmpty) {
      const start = cursor.at;
      text = this.texts.plain(start, cursor.endOfText()).trim();
      if (!cursor.toTag()) cursor.refuse('an element in a formula');
      cursor.close(FORMULA);
    }
    if (text.includes('!')) this.looksElsewhere = true;
    this.formulas.add({
      row: this.row,
      column: this.column,
      text,
      kind: attributes.get('t') ?? null,
      group: attributes.get('si') ?? null,
      block: attributes.get('ref') ?? null,
      isDynamic: this.isDynamic,
    });
  }

  /** Takes what was found in a cell: its value, its format, what it says of its formula. */
  private settle(start: number, end: number, inline: string | null, hasFormula: boolean): void {
    const { type, row, column } = this;
    const isBlank = start === end;
    if (hasFormula && isBlank && !(type === 'str' && start >= 0)) {
      this.uncalculated.add(cellKey(row, column));
    }
    if ((type === 'inlineStr') !== (inline !== null)) this.cursor.refuse('a text in another place');
    if (isBlank && inline === null) return;
    this.count++;
    if (this.context.formats.size > 0) this.noteFormat();
    const value = inline ?? this.valueIn(start, end);
    if (value !== '') this.grid.put(row, column, value);
  }

  private noteFormat(): void {
    const format = this.context.formats.get(this.style);
    if (format !== undefined) this.formats.set(cellKey(this.row, this.column), format);
  }

  private valueIn(start: number, end: number): number | string | boolean {
    const { bytes } = this.cursor;
    switch (this.type) {
      case 'n':
        return numberIn(bytes, start, end) ?? this.cursor.refuse('a number of another kind');
      case 's':
        return this.sharedText(start, end);
      case 'b': {
        const digit = end - start === 1 ? bytes[start] : 0;
        return digit === 49 || (digit === 48 ? false : this.cursor.refuse('a truth of another kind'));
      }
      case 'e':
        this.errors.add(cellKey(this.row, this.column));
        return this.texts.read(start, end);
      default:
        return withLineFeeds(this.texts.read(start, end));
    }
  }

  private sharedText(start: number, end: number): string {
    const index = numberIn(this.cursor.bytes, start, end);
    const text = index === null ? undefined : this.context.sharedTexts[index];
    return text ?? this.cursor.refuse('a shared text that is not there');
  }
}

/** The attribute `cm`: the cell has metadata. */
function isCm({ bytes, nameStart, nameEnd }: Cursor): boolean {
  return nameEnd - nameStart === 2 && bytes[nameStart] === 99 && bytes[nameStart + 1] === 109;
}
