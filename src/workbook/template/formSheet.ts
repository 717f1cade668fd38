import type { FormDefinition } from '../../model';
import type { NewCell, NewSheet } from '../host';

/** A paper to be printed and filled in by hand: a label a row with room behind it. It is never taken for a table. */
export function formSheet({ name, title, lines }: FormDefinition): NewSheet {
  const cells = lines.flatMap((label, index): NewCell[] => [
    { row: 1 + index, column: 0, value: label, style: 'text' },
    { row: 1 + index, column: 1, value: '', style: 'text' },
  ]);
  return {
    name,
    cells: [{ row: 0, column: 0, value: title, style: 'title' }, ...cells],
    merges: [{ top: 0, left: 0, bottom: 0, right: 1 }],
    columnWidths: [24, 60],
    headerRows: 1,
    landscape: false,
    lists: [],
  };
}
