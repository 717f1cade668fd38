import type { Scheme } from '../model';
import { type Answers, type SheetAnswer, signatureOf } from '../workbook/recognise/answers';
import { recognise } from '../workbook/recognise/recognise';
import type { Snapshot } from '../workbook/snapshot';
import { mergeAnswers } from './answers';
import type { ColumnReading, SheetReading } from './evaluation';

export type { SheetAnswer };

/** Answers with one sheet's own replaced: by another, or by none, which lets the sheet be recognised again. */
export function withSheetAnswer(
  snapshot: Snapshot,
  scheme: Scheme,
  answers: Answers,
  sheet: string,
  answer: SheetAnswer | null,
): Answers {
  const { layouts, ignored } = recognise(snapshot, scheme, answers);
  const tab = [...layouts, ...ignored].find((each) => each.sheet.name === sheet);
  // An answer that found its sheet under a new name is replaced too: it stands under the old one.
  const replaced = new Set([sheet, tab?.answer?.sheet]);
  const others: Answers = { sheets: answers.sheets.filter((each) => !replaced.has(each.sheet)) };
  if (answer === null) return others;
  const signature = tab?.header ? signatureOf(tab.header) : [];
  return mergeAnswers(others, { sheets: [{ ...answer, sheet, signature }] });
}

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

/** What √ means on the sheet. */
export function markMeans(reading: SheetReading, mark: NonNullable<SheetAnswer['mark']>): SheetAnswer {
  return { ...saidOf(reading), mark };
}

/** What the figures in the deduction columns are. */
export function deductionsAre(
  reading: SheetReading,
  deductions: NonNullable<SheetAnswer['deductions']>,
): SheetAnswer {
  return { ...saidOf(reading), deductions };
}
