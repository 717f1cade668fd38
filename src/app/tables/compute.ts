import type { PlainTableScheme, TableScheme } from '../../model';
import type { Snapshot } from '../../workbook/snapshot';
import { classificationOutcome } from '../classify/outcome';
import { composite } from './composite';
import { groupMean } from './groupMean';
import { minimums } from './minimums';
import type { Computed, TableOutcome } from './outcome';
import { TableReading } from './reading';
import { survey } from './survey';
import { tally } from './tally';

/** What a scheme over a table finds in a workbook. Pure; nothing is written. `period` is `null` where none is given. */
export function computeTable(
  snapshot: Snapshot,
  scheme: TableScheme,
  period: string | null = null,
): TableOutcome {
  if (scheme.kind === 'classification') return classificationOutcome(snapshot, scheme);
  const reading = new TableReading(snapshot, scheme, period);
  const found = mechanism(reading, scheme);
  const issues = [...reading.issues].sort(
    (one, other) =>
      (one.sheet ?? '').localeCompare(other.sheet ?? '') || (one.cell?.row ?? -1) - (other.cell?.row ?? -1),
  );
  return { scheme, snapshot, period: reading.period, issues, ...found };
}

function mechanism(reading: TableReading, scheme: PlainTableScheme): Computed {
  switch (scheme.kind) {
    case 'groupMean':
      return groupMean(reading, scheme);
    case 'composite':
      return composite(reading, scheme);
    case 'survey':
      return survey(reading, scheme);
    case 'minimums':
      return minimums(reading, scheme);
    case 'tally':
      return tally(reading, scheme);
  }
}
