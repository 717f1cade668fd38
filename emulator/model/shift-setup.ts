import type { Area } from '../../src/model';
import type { SheetSetup } from './sheet-setup';
import { shiftArea, shiftFormula, shiftIndex, type Shift } from './shift';

/** Moves all that hangs on rows and columns beside the cells: merges, rules, filter, notes, links, sizes, what is hidden. */
export function shiftSetup(sheet: SheetSetup, shift: Shift): void {
  sheet.merges = sheet.merges.flatMap((area) => keptMerge(area, shift));
  sheet.validations = sheet.validations.flatMap((one) => {
    const area = shiftArea(one.area, shift);
    return area ? [{ ...one, area }] : [];
  });
  sheet.conditions = sheet.conditions.flatMap((one) => {
    const areas = one.areas.flatMap((area) => shiftArea(area, shift) ?? []);
    return areas.length > 0 ? [{ ...one, areas }] : [];
  });
  sheet.notes = sheet.notes.flatMap((note) => {
    const moved = shiftIndex(note[shift.axis], shift);
    return moved === null ? [] : [{ ...note, [shift.axis]: moved }];
  });
  shiftFilter(sheet, shift);
  shiftLinks(sheet.links, shift);
  if (sheet.page.printArea) sheet.page.printArea = shiftArea(sheet.page.printArea, shift);
  if (sheet.page.titleRows) sheet.page.titleRows = shiftArea(sheet.page.titleRows, shift);
  shiftKeys(shift.axis === 'row' ? sheet.rowHeights : sheet.columnWidths, shift);
  shiftHidden(shift.axis === 'row' ? sheet.hiddenRows : sheet.hiddenColumns, shift);
}

/** Moves what the rules of a sheet (conditional formats, allowed values) say of cells of the sheet named `target`. */
export function shiftRules(sheet: SheetSetup, target: string, shift: Shift): void {
  const moved = (formula: string): string => shiftFormula(formula, sheet.name, target, shift);
  sheet.conditions = sheet.conditions.map((one) =>
    one.type === undefined ? { ...one, formula: moved(`=${one.formula}`).slice(1) } : one,
  );
  sheet.validations = sheet.validations.map((one) => {
    const source = (one.rule['list'] as { source?: unknown } | undefined)?.source;
    if (typeof source !== 'string' || !source.startsWith('=')) return one;
    return { ...one, rule: { ...one.rule, list: { source: moved(source) } } };
  });
}

/** A merged block of which one cell is left is none. */
function keptMerge(area: Area, shift: Shift): Area[] {
  const moved = shiftArea(area, shift);
  return moved && (moved.top < moved.bottom || moved.left < moved.right) ? [moved] : [];
}

/** A filter goes with its header row; what is filtered by stays with the columns it is said of. */
function shiftFilter(sheet: SheetSetup, shift: Shift): void {
  const { filter } = sheet;
  if (!filter) return;
  const hasHeader = shift.axis === 'column' || shiftIndex(filter.top, shift) !== null;
  sheet.filter = hasHeader ? shiftArea(filter, shift) : null;
  if (sheet.filter === null) sheet.filterColumns.clear();
}

function shiftLinks(links: Map<string, string>, shift: Shift): void {
  const entries = [...links];
  links.clear();
  for (const [key, target] of entries) {
    const [row, column] = key.split(',').map(Number) as [number, number];
    const moved = shiftIndex(shift.axis === 'row' ? row : column, shift);
    if (moved === null) continue;
    links.set(shift.axis === 'row' ? `${moved},${column}` : `${row},${moved}`, target);
  }
}

function shiftKeys(map: Map<number, number>, shift: Shift): void {
  const entries = [...map];
  map.clear();
  for (const [key, value] of entries) {
    const moved = shiftIndex(key, shift);
    if (moved !== null) map.set(moved, value);
  }
}

function shiftHidden(hidden: Set<number>, shift: Shift): void {
  const before = [...hidden];
  hidden.clear();
  for (const index of before) {
    const moved = shiftIndex(index, shift);
    if (moved !== null) hidden.add(moved);
  }
}
