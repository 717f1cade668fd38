import type { SheetPart } from '../workbookPart';

/** What both readers of sheets start from. */
export interface SheetSource {
  /** The worksheets to be read, in the order of the tabs. */
  readonly tabs: readonly SheetPart[];
  /** Number formats that matter, by style. */
  readonly formats: ReadonlyMap<number, string>;
  /** Path of the shared texts, `null` where there are none. */
  readonly strings: string | null;
  readonly date1904: boolean;
}
