import type { Snapshot } from '../workbook/snapshot';

/** Nothing stands in any cell: an example can be written without mixing with anybody's figures. */
export function isEmptyWorkbook({ sheets }: Snapshot): boolean {
  return sheets.every(({ values }) => values.every((row) => row.every((value) => value === '')));
}
