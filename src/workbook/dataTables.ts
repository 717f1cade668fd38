/**
 * What a column holds: `points` are numbers of two decimals, `date` the serial number of a day in Excel's 1900 system,
 * `integer` a whole number.
 */
export type DataType = 'text' | 'integer' | 'number' | 'points' | 'date' | 'flag';

export interface DataColumn {
  readonly name: string;
  readonly type: DataType;
  /** Hardly a value stands twice, so there is no use in looking for those that do. */
  readonly isDistinct?: boolean;
}

/** A table for other programs, with typed columns; every value may be missing. */
export interface DataTable {
  readonly name: string;
  readonly columns: readonly DataColumn[];
}

export type DataValue = string | number | boolean | null;

/** Tables that are written row by row, so that what is held does not grow with them. */
export interface DataTables {
  /**
   * Opens a table; one without rows is written too. Returns what adds a row, its values in the order of the columns.
   * That throws `HostError` where the rows cannot be written.
   */
  table(table: DataTable): (values: readonly DataValue[]) => void;
}
