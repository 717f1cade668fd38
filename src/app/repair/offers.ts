import { finished, type Issue, type Slices } from '../../model';
import type { Evaluation } from '../evaluation';
import { cellKey, type SheetSnapshot, valueAt } from '../../workbook/snapshot';
import { canWrite, type FixKind, type FixOffer } from './offer';
import { rewrittenCells } from './rewritten';

const KINDS: Readonly<Partial<Record<Issue['code'], FixKind>>> = {
  'text-number': 'number',
  'negative-deduction': 'sign',
};

/**
 * All repairs that change no meaning, in the order of the tabs and cells. Formulas are never offered, nor is the
 * nearest name of an unknown person: that would be a guess.
 */
export function offeredFixes(evaluation: Evaluation): FixOffer[] {
  return finished(offeredFixesInSlices(evaluation));
}

/** The same in slices: every text of a province's sheets is looked at. */
export function* offeredFixesInSlices(evaluation: Evaluation): Slices<FixOffer[]> {
  const { snapshot } = evaluation;
  const sheets = new Map(snapshot.sheets.map((sheet, index) => [sheet.name, { sheet, index }]));
  const reported = evaluation.issues.flatMap((issue) => offerOf(issue, sheets.get(issue.sheet ?? '')?.sheet));
  const seen = new Set<string>();
  const rewritten = yield* rewrittenCells(evaluation);
  const unique = [...reported, ...rewritten].filter(({ cell }) => {
    const key = `${cellKey(cell.row, cell.column)} ${cell.sheet}`;
    return !seen.has(key) && seen.add(key);
  });
  const place = ({ cell }: FixOffer): number => sheets.get(cell.sheet)!.index;
  return unique.sort(
    (one, other) =>
      place(one) - place(other) || one.cell.row - other.cell.row || one.cell.column - other.cell.column,
  );
}

function offerOf(issue: Issue, sheet: SheetSnapshot | undefined): FixOffer[] {
  const { cell, fix, code } = issue;
  const kind = KINDS[code];
  if (!kind || !cell || !fix || !sheet || !canWrite(sheet, cell.row, cell.column)) return [];
  // Under a percent format the same number would be read as another one.
  if (/[%‰]/.test(sheet.formats.get(cellKey(cell.row, cell.column)) ?? '')) return [];
  const before = valueAt(sheet, cell.row, cell.column);
  if (before === fix.value) return [];
  return [{ kind, cell, before, after: fix.value, format: null, shown: String(fix.value), issue }];
}
