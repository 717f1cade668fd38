/**
 * Something that is not as it was sealed. `from` and `to` are 0-based sheet rows, both included, where rows changed;
 * `sheet` is the tab's present name, `null` where no single sheet is meant.
 */
export interface SealChange {
  readonly what:
    'rows' | 'header' | 'sheet-gone' | 'sheet-added' | 'result' | 'settings' | 'scheme' | 'record' | 'line';
  readonly sheet: string | null;
  readonly from: number | null;
  readonly to: number | null;
  /** In Chinese, for people. */
  readonly message: string;
}

/** A change that concerns the workbook as a whole. */
export function wholeChange(what: SealChange['what'], message: string): SealChange {
  return { what, sheet: null, from: null, to: null, message };
}
