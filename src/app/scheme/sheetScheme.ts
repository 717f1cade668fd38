import { type AnyScheme, type CellRef, isTableScheme, type Issue, makeIssue } from '../../model';
import { schemeById, SchemeError, type SchemeFault, tableSchemeById } from '../../schemes';
import { schemeIdIn, type SchemeReading, sheetForm } from '../../workbook/schemeSheet';
import type { SheetSnapshot, Snapshot } from '../../workbook/snapshot';
import { formOf } from './form';

/** What the workbook's sheet of rules comes to. */
export type SheetScheme<S extends AnyScheme> =
  | { readonly kind: 'none' }
  | { readonly kind: 'valid'; readonly scheme: S; readonly sheet: string; readonly cell: CellRef }
  | Invalid;

interface Invalid {
  readonly kind: 'invalid';
  readonly sheet: string;
  readonly issues: readonly Issue[];
}

/** Reads the sheet of rules of a workbook over `base`; every mistake is an issue at its cell. */
export function sheetScheme<S extends AnyScheme>(snapshot: Snapshot, base: S): SheetScheme<S> {
  const sheets = rulesSheets(snapshot, base);
  const [sheet, second] = sheets;
  if (!sheet) return { kind: 'none' };
  if (second) return invalid(second, [twoSheets(sheets)]);
  const id = schemeIdIn(sheet);
  if (id !== base.id) return invalid(sheet, [otherScheme(sheet, id, base)]);
  return checked(sheet, base);
}

/** The sheets of rules that speak of a scheme, or that are written as its own is and may have been meant for it. */
export function rulesSheets(snapshot: Snapshot, base: AnyScheme): readonly SheetSnapshot[] {
  return snapshot.sheets.filter((sheet) => {
    const form = sheetForm(sheet);
    if (form === null) return false;
    const id = schemeIdIn(sheet);
    if (id === base.id) return true;
    const isAlike = form === (isTableScheme(base) ? 'table' : 'indicators');
    const other = schemeById(id) ?? tableSchemeById(id);
    if (!other || !isTableScheme(base)) return isAlike && (!other || !isTableScheme(other));
    // Several schemes over tables may work on one workbook, each with a sheet of its own.
    return false;
  });
}

function invalid(sheet: SheetSnapshot, issues: readonly Issue[]): Invalid {
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

function otherScheme(sheet: SheetSnapshot, id: string, base: AnyScheme): Issue {
  return makeIssue('scheme-invalid', {
    cell: corner(sheet),
    received: id,
    expected: base.id,
    message: `这张评分标准表写的方案编号是“${id}”,本工作簿按 ${base.id} 计分。请改正方案编号,或换成这个方案的表。`,
  });
}

function checked<S extends AnyScheme>(sheet: SheetSnapshot, base: S): SheetScheme<S> {
  const { load, read } = formOf(base);
  const reading = read(sheet, base);
  const issues = reading.faults.map(({ cell, message, received, expected }) =>
    makeIssue('scheme-invalid', { cell, received, expected, message }),
  );
  try {
    const scheme = load(reading.json);
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
