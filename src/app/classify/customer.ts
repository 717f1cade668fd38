import type Fraction from 'fraction.js';
import type { TableRow } from '../../workbook/tables';

/** A customer with the class that was found; what is not known is `null`. */
export interface ClassifiedCustomer {
  readonly row: TableRow;
  readonly name: string;
  readonly number: string;
  /** Codes of the parts that are read off words, by field; `null` where the word is none. */
  readonly codes: Readonly<Record<string, string | null>>;
  /** Mean of the customer's shares of its group, a fraction of 1. */
  readonly index: Fraction | null;
  readonly scale: string | null;
  /** All parts together, e.g. `CZ1`. */
  readonly code: string | null;
  /** As recorded, spaces removed and letters large; '' where nothing is. */
  readonly recorded: string;
}
