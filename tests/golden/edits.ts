import fc from 'fast-check';
import type { ChangedRow } from '../../src/app/live/edit';
import type { CellValue } from '../../src/model';
import type { SheetSnapshot } from '../../src/workbook/snapshot';

/** What people type: right, wrong, and in other forms. */
const TYPED: readonly CellValue[] = [
  ...['', 0, 1, 2, 3, 26, -2, 1.5, 0.95, 95, 101, true],
  ...['√', '×', '无', '扣2分', '2', '1+1', '95%', '0.2‰', '#N/A', '合计', '是', '否', '有理', '待核实'],
  ...['李明', '李 明', '王芳', '客户经理', '送货员', '城东营销部', '640102000001', '6.40102E+11'],
  ...['2008-3-5', '2008年9月1日', '6月30日', 39_600, 39_800, '昨天'],
];

/** One edit: some cells of a row typed over, or the row made that of another one. */
export interface Edit {
  readonly sheet: number;
  readonly row: number;
  readonly from: number;
  readonly cells: readonly { readonly column: number; readonly value: CellValue | null }[];
  readonly whole: boolean;
}

/** Any edit. */
export const edit: fc.Arbitrary<Edit> = fc.record({
  sheet: fc.nat(20),
  row: fc.nat(400),
  from: fc.nat(400),
  cells: fc.array(
    fc.record({ column: fc.nat(31), value: fc.option(fc.constantFrom(...TYPED), { freq: 2 }) }),
    { minLength: 1, maxLength: 3 },
  ),
  whole: fc.boolean(),
});

/** The row after the edit; `null` as a value takes what stands in that column of another row. */
export function changedRow(sheet: SheetSnapshot, { row, from, cells, whole }: Edit): ChangedRow {
  const height = Math.max(1, sheet.values.length);
  const index = row % (height + 1);
  const other = sheet.values[from % height] ?? [];
  const values = [...((whole ? other : sheet.values[index]) ?? [])];
  if (!whole) {
    for (const { column, value } of cells) {
      const at = column % Math.max(1, other.length);
      while (values.length < at) values.push('');
      values[at] = value ?? other[at] ?? '';
    }
  }
  return { row: sheet.top + index, values };
}
