import type { CellValue, Indicator, Scheme } from '../../model';
import { kept } from '../recognise/kept';
import type { SheetField } from './field';
import type { SheetReader } from './reader';
import { readNumber } from './values/number';
import { compact } from './values/text';

/** Units in which goods and money are kept; `万条` is ten thousand of one. Customers and times are counted one way. */
const UNIT = /^(?:单位:?)?((?:亿|万|千|百)?(?:大箱|标箱|箱|件|条|包|盒|支|吨|担|元))$/;

/** The unit that a header says in brackets (`送货总数(万条)`); `null` where it says none. */
export function amountUnit(header: string): string | null {
  const before = unitsOfHeaders.get(header);
  return before !== undefined ? before : kept(unitsOfHeaders, header, unitIn(header));
}

const unitsOfHeaders = new Map<string, string | null>();

function unitIn(header: string): string | null {
  const brackets = header
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .matchAll(/[([【〔]([^()[\]【】〔〕]*)[)\]】〕]/g);
  for (const [, inside] of brackets) {
    const unit = UNIT.exec(inside!)?.[1];
    if (unit !== undefined) return unit;
  }
  return null;
}

/** An amount that is divided, or divided by. */
interface Amount {
  readonly field: string;
  readonly cells: SheetField;
  readonly column: number;
  readonly leaf: string;
  readonly leafRow: number;
  /** What the header says. */
  readonly unit: string | null;
}

/** Two amounts that are divided by each other. */
interface Pair {
  /** The left one of the sheet first. */
  readonly amounts: readonly [Amount, Amount];
  /** The rate itself, where it may be entered: then the two only check it. */
  readonly entered: SheetField | null;
  /** The headers say different units. */
  readonly unlike: boolean;
}

/** What becomes of an amount whose unit is not that of its partner: `left out` where the rate itself was entered. */
export type Unlike = 'broken' | 'left out';

const NONE: ReadonlyMap<string, Unlike> = new Map();

/**
 * Tells amounts that are divided by each other and stand in different units, or of which one is kept in ten thousands
 * and the other says nothing: their rate cannot be told (rulebook R11, R20). A unit in the cell comes before the header's.
 */
export class AmountUnits {
  private readonly pairs: readonly Pair[];
  private readonly reported = new Set<Pair>();

  constructor(private readonly reader: SheetReader) {
    const { scheme } = reader.context.vocabulary;
    this.pairs = ratiosOf(scheme).flatMap((ratio) => pairOf(reader, ratio) ?? []);
  }

  /** The fields of a row that are not to be read; reports the pair at its second column or cell. */
  of(row: number): ReadonlyMap<string, Unlike> {
    let found = NONE;
    for (const pair of this.pairs) {
      // Nearly all are plain numbers, and nobody has said a unit.
      const [first, second] = pair.amounts;
      if (!pair.unlike && isNumber(first.cells.own(row)) && isNumber(second.cells.own(row))) continue;
      const raw = pair.amounts.map(({ cells }) => cells.own(row));
      // 0 of anything is 0.
      if (raw.includes('') || raw.includes(0)) continue;
      const own = raw.map((value) => (typeof value === 'string' ? unitInCell(value) : null));
      const inCells = own.some((unit) => unit !== null);
      const [one, other] = pair.amounts.map(({ unit }, at) => own[at] ?? unit);
      if (inCells ? areAlike(one!, other!) : !pair.unlike) continue;
      const kept = pair.entered !== null && pair.entered.own(row) !== '';
      if (!kept) this.report(pair, row, inCells);
      const fields = pair.amounts.map(({ field }) => [field, kept ? 'left out' : 'broken'] as const);
      found = new Map([...found, ...fields]);
    }
    return found;
  }

  private report(pair: Pair, row: number, inCells: boolean): void {
    if (!inCells && this.reported.has(pair)) return;
    if (!inCells) this.reported.add(pair);
    const [one, other] = pair.amounts.map(({ leaf, cells }) => (inCells ? cells.text(row) : leaf));
    const [, second] = pair.amounts;
    const names = inCells ? `“${pair.amounts[0].leaf}”和“${second.leaf}”` : `“${one}”和“${other}”`;
    const shown = inCells ? `(这一行是 ${one}、${other})` : '';
    this.reader.context.report('rate-unit-ambiguous', {
      cell: this.reader.cell(inCells ? row : second.leafRow, second.column),
      received: `${one}、${other}`,
      expected: '同一个单位',
      message: `${names}要相除,单位看起来不同${shown},不能猜。请换算成同一个单位,并在两列的表头里写明,再校验。`,
    });
  }
}

/** A ratio, and the field in which it may be entered. */
interface Ratio {
  readonly fields: readonly [string, string];
  readonly entered: string | undefined;
}

const ratios = new WeakMap<Scheme, readonly Ratio[]>();

/** The ratios of a scheme's indicators, looked for once. */
function ratiosOf(scheme: Scheme): readonly Ratio[] {
  let known = ratios.get(scheme);
  if (!known)
    ratios.set(scheme, (known = scheme.indicators.flatMap((indicator) => ratioOf(indicator) ?? [])));
  return known;
}

function pairOf(reader: SheetReader, { fields, entered }: Ratio): Pair | null {
  const amounts = fields.flatMap((field): Amount[] => {
    const header = reader.layout.fields.get(field);
    if (!header) return [];
    const { leaf, leafRow, column } = header;
    return [{ field, cells: reader.field(field), column, leaf, leafRow, unit: amountUnit(leaf) }];
  });
  const [one, other] = amounts.sort((left, right) => left.column - right.column);
  if (!one || !other) return null;
  return {
    amounts: [one, other],
    entered: entered === undefined ? null : reader.field(entered),
    unlike: !areAlike(one.unit, other.unit),
  };
}

function ratioOf(indicator: Indicator): Ratio | null {
  const rate = 'rate' in indicator ? indicator.rate : undefined;
  const ratio = 'ratio' in indicator ? indicator.ratio : rate?.ratio;
  if (!ratio) return null;
  return { fields: [ratio.numerator ?? ratio.subtract ?? '', ratio.denominator], entered: rate?.entered };
}

/** The unit behind a figure in a cell (`2500件`); `null` for none, and for what is no figure. */
function unitInCell(text: string): string | null {
  if (readNumber(text).kind !== 'number') return null;
  return UNIT.exec(compact(text).replace(/^[\d.,+-]+/, ''))?.[1] ?? null;
}

function isNumber(value: CellValue): value is number {
  return typeof value === 'number';
}

function areAlike(one: string | null, other: string | null): boolean {
  if (one === other) return true;
  if (one !== null && other !== null) return false;
  return !/^[亿万千百]/.test(one ?? other ?? '');
}
