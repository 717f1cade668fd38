import { sheetOf } from '../../../tests/fixtures/snapshots';
import { usedBy } from './as-read';

test('a sheet of more rows than a call may have arguments is measured', () => {
  const rows = Array.from({ length: 300_000 }, (_, row) => (row === 7 ? ['甲', '乙', '丙'] : ['甲']));
  expect(usedBy(sheetOf('明细', rows))).toEqual({ top: 0, left: 0, bottom: 299_999, right: 2 });
  expect(usedBy(sheetOf('明细', []))).toBeNull();
});
