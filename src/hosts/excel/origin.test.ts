import type { UndoChange } from '../../workbook/host';
import { originOf } from './origin';

const insert: UndoChange = { kind: 'insertRows', sheet: '表', row: 3, count: 2, formatOf: 2 };
const remove: UndoChange = { kind: 'deleteRows', sheet: '表', row: 1, count: 1 };

test('rows are followed back through insertions and deletions', () => {
  expect(originOf('表', 2, [insert])).toEqual({ row: 2, fresh: false });
  expect(originOf('表', 4, [insert])).toEqual({ row: 2, fresh: true });
  expect(originOf('表', 5, [insert])).toEqual({ row: 3, fresh: false });
  expect(originOf('表', 5, [insert, remove])).toEqual({ row: 4, fresh: false });
  expect(originOf('表', 0, [insert, remove])).toEqual({ row: 0, fresh: false });
  expect(originOf('别表', 5, [insert, remove])).toEqual({ row: 5, fresh: false });
});
