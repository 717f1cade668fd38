import type { FindingRow, MeasureRow, RegisterRow, RosterRow, Row, Slices } from '../../model';
import { hasList } from '../attributed';
import type { Evaluation } from '../evaluation';
import type { Basis } from '../basis';
import { titleOfReached } from '../../workbook/recognise/reached';
import { countDays } from '../days';
import { OwnedRows, OwnedVisits } from './ownedRows';

/** So many rows that belong to nobody are looked at again with each edit. */
const MOST_UNOWNED = 200;

/** What is known of all rows of a workbook while edits are followed; it moves with them. */
export interface KnownRows {
  readonly visits: OwnedVisits;
  readonly findings: OwnedRows<FindingRow>;
  readonly measures: OwnedRows<MeasureRow>;
  readonly register: OwnedRows<RegisterRow>;
  /** Rows of the roster that nobody could be read from. */
  readonly unreadable: readonly RosterRow[];
  /** Number of visits by day, as far as the year is known. */
  readonly days: Map<number, number>;
  readonly hasVisitList: boolean;
}

/**
 * Looks through the rows once, in slices; `null` where what one person's rows say may hang on rows of others, so that every edit
 * needs a whole pass: columns in doubt, totals over several persons, rules that are none, many rows of nobody.
 */
export function* knownRows(evaluation: Evaluation, { entries, assessed }: Basis): Slices<KnownRows | null> {
  const { layouts } = entries;
  if (evaluation.standing.isInvalid) return null;
  const { vocabulary } = evaluation.recognition;
  if (layouts.some(({ unreadable, undecided }) => unreadable.size > 0 || undecided.length > 0)) return null;
  // Whether its figures are points reached hangs on all rows of such a sheet.
  if (layouts.some((layout) => titleOfReached(layout, vocabulary) !== null)) return null;
  if (layouts.some(({ definition, totals }) => definition.kind === 'combined' && totals.length > 0))
    return null;
  const { directory, owners } = assessed;
  const people = directory.entries.length;
  const owned = <Item extends Row>(rows: readonly Item[], own: Int32Array): OwnedRows<Item> =>
    new OwnedRows(rows, own, people);
  const visits = new OwnedVisits(entries.visits, owners.visits, people);
  yield;
  const findings = owned(entries.findings, owners.findings);
  yield;
  const measures = owned(entries.measures, owners.measures);
  const register = owned(entries.register, owners.register);
  yield;
  const days = countDays(entries.visits);
  yield;
  const known = {
    ...{ visits, findings, measures, register, days },
    unreadable: directory.unreadable,
    hasVisitList: hasList(entries.visits),
  };
  const rows = [visits, findings, measures, register];
  return rows.reduce((sum, { unowned }) => sum + unowned, 0) > MOST_UNOWNED ? null : known;
}

/** Counts a day in, or out with -1. A day that is not known is none. */
export function countDay(days: Map<number, number>, serial: number | null, by: 1 | -1): void {
  if (serial === null) return;
  const count = (days.get(serial) ?? 0) + by;
  if (count === 0) days.delete(serial);
  else days.set(serial, count);
}
