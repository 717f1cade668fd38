import type { Area } from '../../model';
import { cellKey } from '../../workbook/snapshot';
import { isOfficeFailure } from './problems';
import type { ListedSheet } from './list';

/** What of a sheet comes along with its values, whatever its size. */
export interface Early {
  /** `null` where this Excel cannot tell. */
  readonly merges: readonly Area[] | null;
  /** Formulas by `cellKey`. */
  readonly formulas: ReadonlyMap<number, string>;
}

interface Asked {
  readonly merged: Excel.RangeAreas | null;
  readonly formulas: Excel.RangeAreas;
}

const PLACES = 'areas/items/rowIndex,areas/items/columnIndex,areas/items/rowCount,areas/items/columnCount';

/** Asks for merged areas and formulas of the sheets; the result, called after the sync, gives them by sheet. */
export function askEarly(
  context: Excel.RequestContext,
  sheets: readonly ListedSheet[],
  merges: boolean,
): () => ReadonlyMap<string, Early> {
  const asked = sheets.map(({ name }): [string, Asked] => {
    const whole = context.workbook.worksheets.getItem(name).getRange();
    whole.untrack();
    const merged = merges ? whole.getMergedAreasOrNullObject() : null;
    merged?.untrack();
    merged?.load(PLACES);
    const computed = whole.getSpecialCellsOrNullObject('Formulas');
    computed.untrack();
    computed.load(
      'areas/items/rowIndex,areas/items/columnIndex,areas/items/rowCount,areas/items/columnCount,areas/items/formulas',
    );
    return [name, { merged, formulas: computed }];
  });
  return () => new Map(asked.map(([name, one]) => [name, earlyOf(one)]));
}

function earlyOf({ merged, formulas }: Asked): Early {
  const found = new Map<number, string>();
  for (const { rowIndex, columnIndex, formulas: rows } of itemsOf(formulas)) {
    rows.forEach((row: unknown[], y) =>
      row.forEach((text, x) => {
        if (typeof text !== 'string' || !text.startsWith('=')) return;
        found.set(cellKey(rowIndex + y, columnIndex + x), text);
      }),
    );
  }
  return { merges: merged && itemsOf(merged).map(placeOf), formulas: found };
}

function itemsOf(areas: Excel.RangeAreas): readonly Excel.Range[] {
  return areas.isNullObject ? [] : areas.areas.items;
}

function placeOf({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Area {
  return {
    top: rowIndex,
    left: columnIndex,
    bottom: rowIndex + rowCount - 1,
    right: columnIndex + columnCount - 1,
  };
}

const VAGUE = [
  'GeneralException',
  'InvalidOperation',
  'InvalidArgument',
  'UnsupportedOperation',
  'AccessDenied',
];

/**
 * Whether the failure may come from these questions: Excel refuses more than 512 merged areas, and may refuse to look
 * for formulas on a protected sheet. Both can be found out cell by cell.
 */
export function mayBeEarly(error: unknown): boolean {
  return isOfficeFailure(error) && VAGUE.includes(error.code);
}
