import type { CellValue } from '../../src/model';

export interface Border {
  readonly style: string;
  readonly color: string;
  readonly weight: string;
}

export type BorderSide =
  'EdgeTop' | 'EdgeBottom' | 'EdgeLeft' | 'EdgeRight' | 'InsideHorizontal' | 'InsideVertical';

/** What a cell looks like, beside its number format; what is absent is the workbook's default. */
export interface CellFormat {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly fontName?: string;
  /** Points. */
  readonly fontSize?: number;
  /** `#RRGGBB`, as all colours here. */
  readonly fontColor?: string;
  readonly fill?: string;
  readonly horizontal?: string;
  readonly vertical?: string;
  readonly wrap?: boolean;
  readonly borders?: Readonly<Partial<Record<BorderSide, Border>>>;
}

/** A cell that holds or shows something. Cells are replaced, never changed in place. */
export interface Cell {
  /** What the cell holds or what its formula gave last; `''` where it is blank. */
  readonly value: CellValue;
  /** With the leading `=`, `null` where the cell holds a plain value. */
  readonly formula: string | null;
  /** The value is an error value, not a text that looks like one. */
  readonly isError: boolean;
  /** A formula that was never computed. */
  readonly pending?: boolean;
  readonly numberFormat: string;
  readonly format: CellFormat;
}

export const PLAIN: CellFormat = {};

export const BLANK: Cell = {
  value: '',
  formula: null,
  isError: false,
  numberFormat: 'General',
  format: PLAIN,
};

export function holdsContent(cell: Cell | undefined): cell is Cell {
  return cell !== undefined && (cell.formula !== null || cell.value !== '');
}

/** The error values a cell can hold. */
export const ERROR_VALUES: ReadonlySet<string> = new Set([
  '#N/A',
  '#REF!',
  '#VALUE!',
  '#DIV/0!',
  '#NAME?',
  '#NUM!',
  '#NULL!',
  '#SPILL!',
  '#CALC!',
  '#GETTING_DATA',
  '#FIELD!',
  '#BLOCKED!',
  '#CONNECT!',
  '#UNKNOWN!',
  '#BUSY!',
]);

/** What the status `valueTypes` of a range says about a cell. */
export function valueType(cell: Cell): 'Empty' | 'String' | 'Double' | 'Boolean' | 'Error' {
  if (cell.isError) return 'Error';
  if (typeof cell.value === 'number') return 'Double';
  if (typeof cell.value === 'boolean') return 'Boolean';
  return cell.value === '' && cell.formula === null ? 'Empty' : 'String';
}
