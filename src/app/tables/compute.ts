import type { PlainTableScheme, TableScheme } from '../../model';
import type { Snapshot } from '../../workbook/snapshot';
import { classificationOutcome } from '../classify/outcome';
import { memoryOf } from '../remembered';
import { standingOf } from '../scheme/standing';
import { composite } from './composite';
import { groupMean } from './groupMean';
import { minimums } from './minimums';
import type { Computed, TableOutcome } from './outcome';
import { TableReading } from './reading';
import { survey } from './survey';
import { tally } from './tally';

/**
 * What a scheme over a table finds in a workbook, under the workbook's own rules where it has any; `shipped` is the
 * product's. Under rules with a mistake nothing is computed. Pure; nothing is written. `period` is `null` where none is
 * given. Throws MemoryError.
 */
export function computeTable(
  snapshot: Snapshot,
  shipped: TableScheme,
  period: string | null = null,
): TableOutcome {
  const standing = standingOf(snapshot, shipped, memoryOf(snapshot));
  const { isInvalid, scheme, issues } = standing;
  const found = isInvalid ? nothing(snapshot, scheme) : computeUnder(snapshot, scheme, period);
  return { ...found, standing, issues: [...issues, ...found.issues] };
}

/** What is found under given rules, whatever the workbook says of its own. */
export function computeUnder(
  snapshot: Snapshot,
  scheme: TableScheme,
  period: string | null,
): Omit<TableOutcome, 'standing'> {
  if (scheme.kind === 'classification') return classificationOutcome(snapshot, scheme);
  const reading = new TableReading(snapshot, scheme, period);
  const found = mechanism(reading, scheme);
  const issues = [...reading.issues].sort(
    (one, other) =>
      (one.sheet ?? '').localeCompare(other.sheet ?? '') || (one.cell?.row ?? -1) - (other.cell?.row ?? -1),
  );
  return { scheme, snapshot, period: reading.period, issues, ...found };
}

/** Rules that cannot be understood give no results, and not those of others. */
function nothing(snapshot: Snapshot, scheme: TableScheme): Omit<TableOutcome, 'standing'> {
  return { scheme, snapshot, period: null, issues: [], tables: [], data: {}, known: 0, unknown: 0 };
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
