import { buildWorkbook } from '../../../../tests/contract/buildWorkbook';
import { expectRefusal } from '../../../../tests/contract/refusal';
import type { UndoChange } from '../../../workbook/host';
import { verifyWritten } from './verify';

const BOOK = buildWorkbook({ sheets: [{ name: '表', cells: { A1: 1, B1: '甲\n乙' } }] });

function set(value: string | number, column: number): UndoChange {
  return { kind: 'setCells', sheet: '表', cells: [{ row: 0, column, value }] };
}

test('a workbook that holds what was written is fine, whatever was written there before', () => {
  expect(() =>
    verifyWritten(BOOK, [set(7, 0), set(1, 0), set('甲\r\n乙', 1), set('', 9)], null),
  ).not.toThrow();
});

test('one that does not is refused with the place', () => {
  expectRefusal(() => verifyWritten(BOOK, [set(1, 0), set(7, 0)], null), 'unknown', '“表”第 1 行');
  expect(() => verifyWritten(BOOK, [{ kind: 'deleteSheet', sheet: '表' }], null)).toThrow('“表”');
});

test('cells written before rows moved are not looked for where they were', () => {
  const move: UndoChange = { kind: 'insertRows', sheet: '表', row: 0, count: 1, formatOf: 0 };
  expect(() => verifyWritten(BOOK, [set(7, 0), move, set(1, 0)], null)).not.toThrow();
});
