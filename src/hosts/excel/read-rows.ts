import type { CellValue } from '../../model';
import type { RowBlock, RowReading } from '../../workbook/host';
import { mattersFormat } from '../../workbook/numberFormats';
import { isOfficeFailure } from './problems';
import { blockOf } from './ranges';
import type { ReadBefore } from './read-again';
import { type Columns, looksLikeError } from './read-detail';

/**
 * The rows of the blocks as they stand, in one round trip; `null` where only a full read can tell (see `LiveHost`).
 * `before` is what that read has found.
 */
export async function readRows(
  context: Excel.RequestContext,
  blocks: readonly RowBlock[],
  before: ReadBefore,
): Promise<RowReading[] | null> {
  const { workbook } = context;
  workbook.application.load('calculationMode');
  const sheets = workbook.worksheets.load('items/name');
  const ranges = blocks.map((block) =>
    blockOf(workbook.worksheets.getItem(block.sheet), block).load('values,formulas,numberFormat'),
  );
  try {
    await context.sync();
  } catch (error) {
    if (isOfficeFailure(error) && error.code === 'ItemNotFound') return null;
    throw error;
  }
  const known = before.listing.sheets.map(({ name }) => name);
  if (workbook.application.calculationMode === 'Manual') return null;
  if (sheets.items.map(({ name }) => name).join('\n') !== known.join('\n')) return null;
  if (ranges.some(({ values }) => values === null)) return null;
  const rows = blocks.flatMap((block, at) =>
    rowsIn(block, ranges[at]!, before.columns.get(block.sheet) ?? 'all'),
  );
  const hasError = rows.some(({ values }) => values.some(looksLikeError));
  return hasError ? null : rows;
}

function rowsIn({ sheet, top, left }: RowBlock, range: Excel.Range, columns: Columns): RowReading[] {
  const values = range.values as CellValue[][];
  return values.map((cells, index) => {
    const formats = new Map<number, string>();
    const formulas = new Map<number, string>();
    cells.forEach((value, offset) => {
      const column = left + offset;
      const format = String(range.numberFormat[index]?.[offset] ?? '');
      const formula: unknown = range.formulas[index]?.[offset];
      if ((columns === 'all' || columns.includes(column)) && mattersFormat(format))
        formats.set(column, format);
      // A text that begins with `=` is its own formula.
      if (typeof formula === 'string' && formula.startsWith('=') && formula !== value)
        formulas.set(column, formula);
    });
    return { sheet, row: top + index, values: cells, formats, formulas };
  });
}
