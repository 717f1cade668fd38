import { type CellRef, type Issue, makeIssue, type Scheme } from '../../model';
import { loadScheme, SchemeError, type SchemeFault } from '../../schemes';
import { isSchemeSheet, readSchemeSheet, schemeIdIn, type SchemeReading } from '../../workbook/schemeSheet';
import type { SheetSnapshot, Snapshot } from '../../workbook/snapshot';

/** What the workbook's sheet of rules comes to. */
export type SheetScheme =
  | { readonly kind: 'none' }
  | { readonly kind: 'valid'; readonly scheme: Scheme; readonly sheet: string; readonly cell: CellRef }
  | { readonly kind: 'invalid'; readonly sheet: string; readonly issues: readonly Issue[] };

/** Reads the sheet of rules of a workbook over `base`; every mistake is an issue at its cell. */
export function sheetScheme(snapshot: Snapshot, base: Scheme): SheetScheme {
  const sheets = snapshot.sheets.filter(isSchemeSheet);
  const [sheet, second] = sheets;
  if (!sheet) return { kind: 'none' };
  if (second) return invalid(second, [twoSheets(sheets)]);
  const id = schemeIdIn(sheet);
  if (id !== base.id) return invalid(sheet, [otherScheme(sheet, id, base)]);
  return checked(sheet, readSchemeSheet(sheet, base));
}

function invalid(sheet: SheetSnapshot, issues: readonly Issue[]): SheetScheme {
  return { kind: 'invalid', sheet: sheet.name, issues };
}

function corner(sheet: SheetSnapshot): CellRef {
  return { sheet: sheet.name, row: sheet.top, column: sheet.left };
}

function twoSheets(sheets: readonly SheetSnapshot[]): Issue {
  const names = sheets.map(({ name }) => `“${name}”`).join('、');
  return makeIssue('scheme-invalid', {
    cell: corner(sheets[1]!),
    received: names,
    expected: '一张',
    message: `工作簿里有几张评分标准表:${names}。不知道按哪一张计分,请只留一张。`,
  });
}

function otherScheme(sheet: SheetSnapshot, id: string, base: Scheme): Issue {
  return makeIssue('scheme-invalid', {
    cell: corner(sheet),
    received: id,
    expected: base.id,
    message: `这张评分标准表写的方案编号是“${id}”,本工作簿按 ${base.id} 计分。请改正方案编号,或换成这个方案的表。`,
  });
}

function checked(sheet: SheetSnapshot, reading: SchemeReading): SheetScheme {
  const issues = reading.faults.map(({ cell, message, received, expected }) =>
    makeIssue('scheme-invalid', { cell, received, expected, message }),
  );
  try {
    const scheme = loadScheme(reading.json);
    if (issues.length === 0)
      return { kind: 'valid', scheme, sheet: sheet.name, cell: reading.cellOf('version') };
  } catch (error) {
    if (!(error instanceof SchemeError)) throw error;
    issues.push(...error.faults.flatMap((fault) => issueOf(fault, reading, issues) ?? []));
  }
  return invalid(sheet, issues);
}

/** A fault of the loader at the cell that it was read from; none beside one that stands there already. */
function issueOf(
  { path, reason }: SchemeFault,
  { cellOf }: SchemeReading,
  before: readonly Issue[],
): Issue | null {
  const cell = cellOf(path);
  const same = before.some((issue) => issue.cell?.row === cell.row && issue.cell.column === cell.column);
  return same ? null : makeIssue('scheme-invalid', { cell, message: `评分标准有误:${reason}。` });
}
