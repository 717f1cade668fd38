import type { Area } from '../../model';
import { cellKey } from '../../workbook/snapshot';
import { areasOf } from './address';
import { isOfficeFailure } from './problems';
import type { ListedSheet } from './list';
import type { SheetAt } from './ranges';

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

/**
 * The address of each area, shorter than four numbers. That of all of them together (`RangeAreas.address`) names no more than
 * the first cell of a merged area in some versions (OfficeDev/office-js#1590).
 */
const PLACES = 'areas/items/address';

/** Asks for merged areas and formulas of the sheets; the result, called after the sync, gives them by sheet. */
export function askEarly(
  sheetAt: SheetAt,
  sheets: readonly ListedSheet[],
  merges: boolean,
): () => ReadonlyMap<string, Early> {
  const asked = sheets.map(({ name }): [string, Asked] => {
    const whole = sheetAt(name).getRange();
    whole.untrack();
    const merged = merges ? whole.getMergedAreasOrNullObject() : null;
    merged?.untrack();
    merged?.load(PLACES);
    const computed = whole.getSpecialCellsOrNullObject('Formulas');
    computed.untrack();
    computed.load('areas/items/rowIndex,areas/items/columnIndex,areas/items/formulas');
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
  return { merges: merged && placesOf(itemsOf(merged)), formulas: found };
}

function itemsOf(areas: Excel.RangeAreas): readonly Excel.Range[] {
  return areas.isNullObject ? [] : areas.areas.items;
}

/** `null` where an address is none that is known: then it is asked in numbers. */
function placesOf(items: readonly Excel.Range[]): readonly Area[] | null {
  const places = items.map(
    ({ address }) => areasOf(address.slice(address.lastIndexOf('!') + 1))?.[0] ?? null,
  );
  return places.every((place) => place !== null) ? places : null;
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
