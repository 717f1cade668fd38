import type { Area, CellValue } from '../../model';
import { cellKey, type SheetSnapshot, type Snapshot } from '../snapshot';
import type { SheetPlan } from './sheetWork';

/** The workbook as it will read once the plans are carried out. */
export function applied(snapshot: Snapshot, plans: readonly SheetPlan[]): Snapshot {
  const bySheet = new Map(plans.map((plan) => [plan.sheet.name, plan] as const));
  const sheets = snapshot.sheets.map((sheet) => {
    const plan = bySheet.get(sheet.name);
    return plan ? appliedTo(sheet, plan) : sheet;
  });
  return { ...snapshot, sheets };
}

function appliedTo(sheet: SheetSnapshot, { place, cells, formats }: SheetPlan): SheetSnapshot {
  const { insertion } = place;
  const grown = insertion ? withInserted(sheet, insertion) : sheet;
  const values = grown.values.map((row) => row);
  const formulas = new Map(grown.formulas);
  for (const { row, column, after, formula } of cells) {
    put(values, grown, row, column, after);
    if (formula !== null) formulas.set(cellKey(row, column), formula);
  }
  const own = formats.map(({ row, column, format }) => [cellKey(row, column), format] as const);
  return { ...grown, values, formulas, formats: new Map([...grown.formats, ...own]) };
}

function put(
  values: (readonly CellValue[])[],
  { top, left }: SheetSnapshot,
  row: number,
  column: number,
  value: CellValue,
): void {
  while (values.length <= row - top) values.push([]);
  const line = [...(values[row - top] ?? [])];
  while (line.length <= column - left) line.push('');
  line[column - left] = value;
  values[row - top] = line;
}

function withInserted(
  sheet: SheetSnapshot,
  { row, count, formatOf }: { readonly row: number; readonly count: number; readonly formatOf: number },
): SheetSnapshot {
  const down = (at: number): number => (at >= row ? at + count : at);
  const key = (at: number): number => down(Math.floor(at / 16384)) * 16384 + (at % 16384);
  const values = sheet.values.map((line) => line);
  while (values.length < row - sheet.top) values.push([]);
  values.splice(row - sheet.top, 0, ...Array.from({ length: count }, () => []));
  const moved = <Value>(cells: ReadonlyMap<number, Value>): [number, Value][] =>
    [...cells].map(([at, value]) => [key(at), value]);
  const copied = [...sheet.formats]
    .filter(([at]) => Math.floor(at / 16384) === formatOf)
    .flatMap(([at, format]) =>
      Array.from({ length: count }, (_, index): [number, string] => [
        cellKey(row + index, at % 16384),
        format,
      ]),
    );
  const merge = (area: Area): Area => ({ ...area, top: down(area.top), bottom: down(area.bottom) });
  return {
    ...sheet,
    values,
    merges: sheet.merges.map(merge),
    formats: new Map([...moved(sheet.formats), ...copied]),
    formulas: new Map(moved(sheet.formulas)),
    uncalculated: new Set([...sheet.uncalculated].map(key)),
    errors: new Set([...sheet.errors].map(key)),
  };
}
