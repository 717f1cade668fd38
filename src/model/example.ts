import type { CellValue } from './cell';

/**
 * Made-up entries for a scheme's sheets, to try the product with: by id of the sheet its rows, each by id of the field
 * or rule of the column. Dates are written `2026-03-12`.
 */
export type Example = Readonly<Record<string, readonly Readonly<Record<string, CellValue>>[]>>;
