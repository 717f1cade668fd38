import type { Scheme } from '../../model';
import { cellKey, type SheetSnapshot, valueAt } from '../snapshot';
import { rowKind, type SummaryLayout, summaryDefinition, type SummaryTable } from '../summary';
import { sealedBlocks, type SealedPart, sealedValue } from './cells';

/** A filled summary in the form that is sealed: its persons, and its department block where it has one. */
export function summaryParts(sheet: SheetSnapshot, layout: SummaryLayout, scheme: Scheme): SealedPart[] {
  const end = sheet.top + sheet.values.length;
  const { persons, departments } = layout;
  const parts = [part(sheet, persons, 'rows', departments?.headerRows[0] ?? end, scheme)];
  if (departments) parts.push(part(sheet, departments, 'departments', end, scheme));
  return parts;
}

function part(
  sheet: SheetSnapshot,
  table: SummaryTable,
  kind: SealedPart['table'],
  end: number,
  scheme: Scheme,
): SealedPart {
  const columns = [...table.columns].sort(([one], [other]) => (one < other ? -1 : 1));
  const counts = (row: number): boolean => {
    const found = rowKind(scheme, sheet.values[row - sheet.top] ?? []);
    return found === 'other' || found === 'total';
  };
  return {
    definition: summaryDefinition(scheme)?.id ?? '',
    table: kind,
    sheet: sheet.name,
    head: JSON.stringify(columns.map(([field]) => field)),
    blocks: sealedBlocks(table.headerRows.at(-1)! + 1, end, (row) =>
      counts(row) ? columns.map(([, column]) => cellText(sheet, row, column)) : null,
    ),
  };
}

/**
 * A formula is sealed as it is written, because its value may still be missing in a file that was filled without
 * Excel; names of tabs in it do not count.
 */
function cellText(sheet: SheetSnapshot, row: number, column: number): string {
  const formula = sheet.formulas.get(cellKey(row, column));
  if (formula === undefined) return sealedValue(valueAt(sheet, row, column));
  return `f${formula.replace(/\s/g, '').replace(/(?:'(?:[^']|'')*'|[^\s!'(),+\-*/&=<>^:;]+)!/g, '!')}`;
}
