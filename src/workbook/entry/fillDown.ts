/** Texts in quotes, sheet names in quotes, or a cell with what fixes its row. */
const TOKEN =
  /"(?:[^"]|"")*"|'(?:[^']|'')+'!|(?<![\p{L}\p{N}_.$\]])(\$?[A-Za-z]{1,3})(\$?)([1-9]\d*)(?![\p{L}\p{N}_(.!])/gu;

/** Rows without columns (`5:5`), arrays, and references to tables: what they become lower down is not told here. */
const UNSURE = /\$?\d+\s*:\s*\$?\d+|[[\]{}]/;

/**
 * A formula as Excel writes it into a cell `rows` further down: relative rows move along, `$5` stays. `null` where the
 * formula holds something whose place is not plain.
 */
export function filledDown(formula: string, rows: number): string | null {
  const plain = formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')+'!/g, '""');
  if (UNSURE.test(plain.replace(/\$?[A-Za-z]{1,3}\$?\d+/g, 'A'))) return null;
  return formula.replace(TOKEN, (token: string, column?: string, fixed?: string, row?: string) =>
    column === undefined || fixed === '$' ? token : `${column}${Number(row) + rows}`,
  );
}
