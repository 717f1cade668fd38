import type { CellRef } from './cell';
import type { Finding, Measures, Packed } from './entries';
import type { FigureTable } from './figureTable';
import type { IssueCode, IssueDetails } from './issue';

/** The sheet that rows were read from; shared by all of them. */
export interface RowSource {
  readonly sheet: string;
  /** Id of the scheme's sheet definition. */
  readonly definition: string;
  /** Field id → 0-based column. */
  readonly columns: ReadonlyMap<string, number>;
  /** Fields that stand in a cell of their own above the table. */
  readonly cells?: ReadonlyMap<string, CellRef>;
  /** What is written in them. */
  readonly labels?: ReadonlyMap<string, string>;
  /** Fields whose column is in doubt, which was reported for the sheet. */
  readonly unreadable?: ReadonlySet<string>;
  /** Row that a merged area begins in, by column and row: what stands there is the row's. */
  readonly anchors?: (column: number, row: number) => number;
  /** Lowest header row and its first column: where a fault of the whole sheet is shown. */
  readonly corner: CellRef;
}

/** Whom a row names, spaces and remarks removed. Rows that name the same share one object. */
export interface Who {
  readonly department: string;
  readonly name: string;
  /** Post id; `null` where the text is no post of the scheme. */
  readonly post: string | null;
  /** The post as it stands, for messages; `''` where the post is known and nobody asks. */
  readonly postText: string;
  /** One of the cells holds an error or an uncalculated formula, which is reported; nobody can be looked up. */
  readonly broken?: boolean;
}

/** What all kinds of rows have. `row` is 0-based. */
export interface Row {
  readonly source: RowSource;
  readonly row: number;
  readonly who: Who;
  /** Column of the name where the sheet has one a post (combined matrix); else the field `name`. */
  readonly nameColumn: number | null;
  /** A cell of the row that the figures need could not be read. */
  readonly faulty: boolean;
}

export interface RosterRow extends Row {
  /** Number of retail customers in the area, `null` where none stands. */
  readonly customers: number | null;
  readonly isHead: boolean;
}

/** A day as read: `serial` in Excel's 1900 system, or month×100+day in `yearless` where the text gives no year. */
export interface RowDate {
  readonly serial: number | null;
  readonly yearless: number | null;
  /** There is text, and no date can be read from it. */
  readonly invalid?: boolean;
}

/** A total that the staff keep, in points. */
export interface OwnTotal {
  readonly cell: CellRef;
  readonly value: number;
  readonly expected: number;
  /** Field id of what it is called; left out: the score of an item. */
  readonly field?: string;
  /** Other figures that it may just as well be, where its header does not say what it sums up. */
  readonly orElse?: readonly number[];
  /** It sums up more than the visit it is kept with: what is wrong with any visit of the row is wrong with it. */
  readonly wholeRow?: boolean;
}

/** A visited household of one person. `findings` is empty in a visit list. */
export interface VisitRow extends Row, Partial<Packed> {
  readonly kind: 'grid' | 'list' | 'card';
  readonly household: string;
  readonly licence: string;
  /** Digits of the licence are lost: it tells no households apart. */
  readonly licenceLost?: boolean;
  readonly date: RowDate;
  readonly inspector: string;
  readonly findings: readonly Finding[];
  /** 扣分合计 and 得分 as they stand in the row, in points. */
  readonly total: number | null;
  readonly score: number | null;
  /** Totals of single items (card), and of a row that feeds several posts. */
  readonly itemScores: readonly OwnTotal[];
  /** The row contradicts itself; reported where its person is known, else the person is the fault. */
  readonly rowFault?: { readonly code: IssueCode; readonly details: IssueDetails };
  /** Items of a card that are no rule of its post; reported once the post is known to be right. */
  readonly itemFaults?: readonly { readonly code: IssueCode; readonly details: IssueDetails }[];
}

/** A row of a list of findings. `finding` is null where it could not be read or nothing was deducted. */
export interface FindingRow extends Row {
  readonly household: string;
  readonly licence: string;
  readonly licenceLost?: boolean;
  readonly date: RowDate;
  readonly finding: Finding | null;
  /** The item is no rule of the row's post; reported once the post is known to be right. */
  readonly rowFault?: { readonly code: IssueCode; readonly details: IssueDetails };
}

/** A row of figures of a person. */
export interface MeasureRow extends Row {
  readonly section: string;
  readonly measures: Measures;
  /** The figures of all rows of its sheet, and the place of this one among them, 0-based. */
  readonly figures: FigureTable;
  readonly place: number;
  /** Fields whose cell holds something unreadable. */
  readonly broken: ReadonlySet<string>;
}

/** A row of the complaints register. `state` is the verdict's id, `null` where it is none. */
export interface RegisterRow extends Row {
  readonly section: string;
  readonly state: string | null;
  readonly stateText: string;
  /** The verdict's cell holds an error or an uncalculated formula, which is reported. */
  readonly verdictLost?: boolean;
  readonly household: string;
  readonly date: RowDate;
  readonly summary: string;
}

/** The cell of a field in a row; the corner of the sheet's header where it has no such column. */
export function fieldCell(row: Row, field: string): CellRef {
  const column = field === 'name' && row.nameColumn !== null ? row.nameColumn : row.source.columns.get(field);
  if (column === undefined) return row.source.cells?.get(field) ?? row.source.corner;
  return { sheet: row.source.sheet, row: row.source.anchors?.(column, row.row) ?? row.row, column };
}
