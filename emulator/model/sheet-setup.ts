import type { Area } from '../../src/model';

/** A list of allowed values over an area, or another rule as Excel's own JSON. */
export interface Validation {
  readonly area: Area;
  readonly rule: Readonly<Record<string, unknown>>;
}

/** A conditional format with a formula: the fill that its areas show while the formula holds. */
export interface ConditionalRule {
  readonly id: string;
  readonly areas: readonly Area[];
  /** Without its `=`; the whole rule as the file says it where it is none with a formula alone. */
  readonly formula: string;
  /** Excel's name for the kind of rule, where it is not `Custom`. */
  readonly type?: string;
  /** `#RRGGBB`, `null` while none is set. */
  readonly fill: string | null;
}

/** A note on a cell; 0-based. */
export interface NoteModel {
  readonly row: number;
  readonly column: number;
  readonly author: string;
  readonly content: string;
  /** A comment with answers, which Excel keeps apart from notes. */
  readonly isThread: boolean;
}

export interface PageSetup {
  orientation: 'Portrait' | 'Landscape';
  paperSize: string | null;
  zoom: Readonly<Record<string, number | null>>;
  centerHorizontally: boolean;
  printArea: Area | null;
  titleRows: Area | null;
}

/** All that hangs on rows and columns of a sheet beside its cells. */
export interface SheetSetup {
  readonly name: string;
  merges: Area[];
  validations: Validation[];
  conditions: ConditionalRule[];
  notes: NoteModel[];
  filter: Area | null;
  readonly filterColumns: Map<number, string>;
  readonly links: Map<string, string>;
  readonly page: PageSetup;
  readonly columnWidths: Map<number, number>;
  readonly rowHeights: Map<number, number>;
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: Set<number>;
}
