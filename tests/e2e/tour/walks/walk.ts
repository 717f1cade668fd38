import type { PageName } from '../../../../src/taskpane/state/view';
import type { Tour } from '../tour';

/** A view of the pane, how to come to it from the stop before, and which page stands there. */
export interface Stop {
  readonly name: string;
  /** `pane` where it stands in for all pages. */
  readonly page: PageName | 'pane';
  readonly go: (tour: Tour) => Promise<void>;
}

/** Stops over one workbook, in this order. */
export interface Walk {
  readonly name: string;
  readonly workbook: () => string;
  readonly stops: readonly Stop[];
  /** What else the demo's address says. */
  readonly query?: string;
  /** Runs before the pane is opened. */
  readonly before?: (tour: Pick<Tour, 'page'>) => Promise<void>;
}

/** A stop in one line. */
export const stop = (name: string, page: Stop['page'], go: Stop['go']): Stop => ({ name, page, go });
