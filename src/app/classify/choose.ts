import type { ClassificationScheme } from '../../model';
import { classificationById, classificationIds } from '../../schemes';
import type { Snapshot } from '../../workbook/snapshot';
import { readTable } from '../../workbook/tables';
import { memoryOf } from '../remembered';
import { rememberedScheme } from '../scheme/rules';

/** The classification that a workbook remembers, `null` for none. Throws MemoryError. */
export function rememberedClassification(snapshot: Snapshot): ClassificationScheme | null {
  const id = rememberedScheme(memoryOf(snapshot))?.id;
  return id === undefined ? null : classificationById(id);
}

/** A classification whose sheet stands in the workbook, to be offered; `null` for none. */
export function fittingClassification(snapshot: Snapshot): ClassificationScheme | null {
  for (const id of classificationIds) {
    const scheme = classificationById(id)!;
    const { sheet } = readTable(snapshot, scheme.sheet, scheme.fields, scheme.totals);
    if (sheet !== null) return scheme;
  }
  return null;
}
