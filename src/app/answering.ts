import type { Scheme } from '../model';
import { type Answers, type SheetAnswer, signatureOf } from '../workbook/recognise/answers';
import { recognise } from '../workbook/recognise/recognise';
import type { Snapshot } from '../workbook/snapshot';
import { mergeAnswers } from './answers';

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
