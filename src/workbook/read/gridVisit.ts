import type {
  CellRef,
  Finding,
  OwnTotal,
  PerFinding,
  RowDate,
  RowSource,
  RuleBits,
  VisitRow,
  Who,
} from '../../model';
import type { RuleColumn } from '../recognise/layout';
import type { SheetField } from './field';
import { plainNumber } from './values/number';

/** Where the columns of a grid stand that its rows are asked about later; one a sheet and post. */
export interface GridColumns {
  readonly source: RowSource;
  readonly nameColumn: number | null;
  readonly household: SheetField;
  readonly licence: SheetField;
  /** `null` where nothing says who assessed. */
  readonly inspector: SheetField | null;
  readonly note: SheetField;
  /** 扣分合计 and 得分 of the row; `null` where there are none, or they are nobody's alone (combined grid). */
  readonly rowTotal: SheetField | null;
  readonly rowScore: SheetField | null;
}

const NO_TOTALS: readonly OwnTotal[] = [];
const NO_FINDINGS: readonly Finding[] = [];

/**
 * A visited household in a grid. Of a province's visits there are hundreds of thousands: what few ask about is read
 * from the cells when it is asked for.
 */
export class GridVisit implements VisitRow {
  itemScores: readonly OwnTotal[] = NO_TOTALS;
  rowFault?: NonNullable<VisitRow['rowFault']>;

  constructor(
    private readonly post: PostColumns,
    readonly row: number,
    readonly who: Who,
    readonly licence: string,
    readonly date: RowDate,
    /** The findings; as bits of the post's rules where each is its rule's own points. */
    private readonly found: readonly Finding[] | number,
    public faulty: boolean,
    readonly licenceLost: boolean,
  ) {}

  private get columns(): GridColumns {
    return this.post.columns;
  }

  get bits(): RuleBits | null {
    return typeof this.found === 'number' ? this.post.bits : null;
  }

  get mask(): number {
    return typeof this.found === 'number' ? this.found : 0;
  }

  get findings(): readonly Finding[] {
    if (typeof this.found !== 'number') return this.found;
    return this.found === 0 ? NO_FINDINGS : unpacked(this.post, this.row, this.found);
  }

  get kind(): 'grid' {
    return 'grid';
  }

  get source(): RowSource {
    return this.columns.source;
  }

  get nameColumn(): number | null {
    return this.columns.nameColumn;
  }

  get household(): string {
    return this.columns.household.text(this.row);
  }

  get inspector(): string {
    return this.columns.inspector === null ? '' : this.columns.inspector.text(this.row);
  }

  get total(): number | null {
    return this.columns.rowTotal === null ? null : plainNumber(this.columns.rowTotal.own(this.row));
  }

  get score(): number | null {
    return this.columns.rowScore === null ? null : plainNumber(this.columns.rowScore.own(this.row));
  }
}

/** A column of one household rule, shared by all findings under it. */
export interface FindingColumn {
  readonly sheet: string;
  readonly column: number;
  readonly indicator: string;
  readonly note: SheetField;
}

/** Points in a cell of a grid. */
export class GridFinding implements Finding {
  constructor(
    private readonly at: FindingColumn,
    private readonly row: number,
    readonly hundredths: number,
  ) {}

  get indicator(): string {
    return this.at.indicator;
  }

  get cell(): CellRef {
    return { sheet: this.at.sheet, row: this.row, column: this.at.column };
  }

  get note(): string | null {
    const text = this.at.note.text(this.row);
    return text === '' ? null : text;
  }
}

/** The findings that bits stand for, in the order of the columns. */
export function unpacked({ rules }: PostColumns, row: number, mask: number): GridFinding[] {
  const findings: GridFinding[] = [];
  for (let left = mask; left !== 0; left &= left - 1) {
    const { shared, own } = rules[31 - Math.clz32(left & -left)]!;
    findings.push(new GridFinding(shared, row, own));
  }
  return findings;
}

/** A column of findings with what is looked up for each of its cells. */
export interface RuleCells {
  readonly at: RuleColumn;
  readonly rule: PerFinding;
  readonly asks: boolean;
  readonly shared: FindingColumn;
  /** Position in a row of values. */
  readonly index: number;
  /** Hundredths of a point that a figure of 1 stands for. */
  readonly unit: number;
  /** The rule's own points in hundredths. */
  readonly own: number;
}

/** The same columns for the loop over many rows, in which nearly every cell holds nothing or its rule's own points. */
export interface PlainRules {
  /** Positions in a row of values. */
  readonly indices: Int32Array;
  /** What stands in a cell for the rule's own points, once: the points, or 1 where faults are counted. */
  readonly figures: Float64Array;
}

/** The columns of one post in a grid. */
export interface PostColumns {
  readonly post: string;
  readonly nameColumn: number | null;
  readonly rules: readonly RuleCells[];
  readonly plain: PlainRules;
  /** The same rules as bits; `null` where there are too many, or one stands twice. */
  readonly bits: RuleBits | null;
  readonly columns: GridColumns;
}
