import type { CellValue } from '../../model';
import type { Snapshot } from '../../workbook/snapshot';
import { rowsOf } from './alike';

const sheet = {
  name: '明细',
  top: 1,
  left: 0,
  values: [
    ['甲', 1],
    ['乙', 2],
    ['丙', 3],
  ],
} as unknown as Snapshot['sheets'][number];
const before = { sheets: [sheet] } as unknown as Snapshot;

/** What is kept of an answer from row `top` on. */
function kept(top: number, values: CellValue[][], left = 0): CellValue[][] {
  const area = { top, left, bottom: top + values.length - 1, right: left + 1 };
  return rowsOf(before)({ request: { sheet: '明细', area, kind: 'values' }, values }).values!;
}

test('rows that hold the same are those of the earlier read, all others are the new ones', () => {
  const rows: CellValue[][] = [
    ['乙', 2],
    ['丙', 4],
    ['丁', 5],
  ];
  const found = kept(2, rows);
  expect(found).toEqual(rows);
  expect(found.map((row, at) => row === sheet.values[at + 1])).toEqual([true, false, false]);
});

test.each([
  ['another column', kept(1, [['甲', 1]], 1)],
  ['one cell more', kept(1, [['甲', 1, '']])],
  ['another kind of value', kept(1, [['甲', '1']])],
  ['above the earlier rows', kept(0, [['甲', 1]])],
])('%s: not the same', (_what, [row]) => {
  expect(sheet.values).not.toContain(row);
});
