import type { TableScheme } from '../../model';
import { isSchemeSheet } from '../../workbook/schemeSheet';
import type { Snapshot } from '../../workbook/snapshot';

/** A workbook without the sheets that an earlier run of the scheme has written, and without rules: they are no data. */
export function withoutResults(snapshot: Snapshot, { result }: TableScheme): Snapshot {
  return {
    ...snapshot,
    sheets: snapshot.sheets.filter((sheet) => !sheet.name.startsWith(result.name) && !isSchemeSheet(sheet)),
  };
}
