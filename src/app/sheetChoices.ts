import type { SheetAnswer } from '../workbook/recognise/answers';
import type { ColumnReading, SheetReading } from './evaluation';

export type { SheetAnswer };

/** What was said of the sheet already, under the name that its tab has now. */
function saidOf({ sheet, answer }: SheetReading): SheetAnswer {
  return { ...answer, sheet };
}

/** Takes the sheet for another one, or leaves it alone; what was said of its columns goes with the old one. */
export function takenFor(reading: SheetReading, definition: string | null): SheetAnswer {
  return { ...saidOf(reading), columns: [], definition };
}

/** Takes a column for a field, a rule or a person; no other column has been chosen for that then. */
export function columnTakenFor(
  reading: SheetReading,
  { header, occurrence, among }: ColumnReading,
  field: string | null,
): SheetAnswer {
  const said = saidOf(reading);
  const others = (said.columns ?? []).filter(
    (each) =>
      (each.header !== header || (each.occurrence ?? 0) !== occurrence) &&
      (field === null || each.field !== field),
  );
  return { ...said, columns: [...others, { header, occurrence, among, field }] };
}

/** What √ means on the sheet; `null` leaves it open. */
export function markMeans(reading: SheetReading, mark: SheetAnswer['mark'] | null): SheetAnswer {
  const { mark: _before, ...said } = saidOf(reading);
  return mark ? { ...said, mark } : said;
}

/** What the figures in the deduction columns are; `null` leaves it to the headers. */
export function deductionsAre(
  reading: SheetReading,
  deductions: SheetAnswer['deductions'] | null,
): SheetAnswer {
  const { deductions: _before, ...said } = saidOf(reading);
  return deductions ? { ...said, deductions } : said;
}
