import type { ClassificationScheme } from '../../model';
import { classificationById, classificationIds } from '../../schemes';
import type { Snapshot } from '../../workbook/snapshot';
import { readTable } from '../../workbook/tables';

/** A classification whose sheet stands in the workbook, to be offered; `null` for none. */
export function fittingClassification(snapshot: Snapshot): ClassificationScheme | null {
  for (const id of classificationIds) {
    const scheme = classificationById(id)!;
    const { sheet } = readTable(snapshot, scheme.sheet, scheme.fields, scheme.totals);
    if (sheet !== null) return scheme;
  }
  return null;
}
