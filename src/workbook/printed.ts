import type { Area } from '../model';
import type { NewSheet } from './host';

/** A chart over figures of its own sheet. Areas are single columns of equal length, 0-based. */
export interface NewChart {
  readonly title: string;
  /** Bars lie, columns stand. */
  readonly kind: 'bar' | 'column';
  readonly categories: Area;
  readonly values: Area;
  /** Cells that it covers. */
  readonly place: Area;
}

/** A sheet that is made to be printed. */
export interface PrintedSheet extends NewSheet {
  readonly charts?: readonly NewChart[];
  /** 0-based rows that begin a page. */
  readonly pageBreaks?: readonly number[];
  /** Heights in points, by 0-based row, of rows whose texts take several lines. */
  readonly rowHeights?: ReadonlyMap<number, number>;
}
