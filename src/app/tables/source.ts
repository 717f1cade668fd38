import type { TableScheme } from '../../model';
import type { Snapshot } from '../../workbook/snapshot';

/** A workbook without the sheets that an earlier run of the scheme has written: they are no data. */
export function withoutResults(snapshot: Snapshot, { result }: TableScheme): Snapshot {
  return { ...snapshot, sheets: snapshot.sheets.filter(({ name }) => !name.startsWith(result.name)) };
}
