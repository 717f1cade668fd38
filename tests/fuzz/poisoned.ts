import type { UndoChange } from '../../src/workbook/host';
import type { Snapshot } from '../../src/workbook/snapshot';

/** Makes as many of the workbook's departments, names and shops as there are texts such a text, wherever they stand. */
export function poisoned(snapshot: Snapshot, texts: readonly string[]): UndoChange[] {
  const words = [...new Set(snapshot.sheets.flatMap(({ name, values, top }) => namesIn(name, values, top)))];
  const by = new Map(words.map((word, index) => [word, texts[index]]));
  return snapshot.sheets.map(({ name, top, left, values }) => ({
    kind: 'setCells',
    sheet: name,
    cells: values.flatMap((row, y) =>
      row.flatMap((value, x) => {
        const next = typeof value === 'string' ? by.get(value) : undefined;
        return next === undefined ? [] : [{ row: top + y, column: left + x, value: next }];
      }),
    ),
  }));
}

function namesIn(sheet: string, values: Snapshot['sheets'][number]['values'], top: number): string[] {
  const column = sheet === '人员名册' ? 1 : sheet === '问题记录' ? 4 : -1;
  const departments = sheet === '人员名册' ? values.slice(2 - top).map((row) => String(row[0] ?? '')) : [];
  const own = column < 0 ? [] : values.slice(3 - top).map((row) => String(row[column] ?? ''));
  return [...departments, ...own].filter((word) => word !== '');
}
