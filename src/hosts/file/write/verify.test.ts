import { buildWorkbook } from '../../../../tests/contract/buildWorkbook';
import { expectRefusal } from '../../../../tests/contract/refusal';
import type { UndoChange } from '../../../workbook/host';
import { verifyWritten } from './verify';

const OLD = buildWorkbook({ sheets: [{ name: '表', cells: {} }] });
const BOOK = buildWorkbook({ sheets: [{ name: '表', cells: { A1: 1, B1: '甲\n乙' } }] });

function verify(changes: readonly UndoChange[], before = OLD): void {
  verifyWritten({ before, after: BOOK, changes, name: null });
}

function set(value: string | number, column: number): UndoChange {
  return { kind: 'setCells', sheet: '表', cells: [{ row: 0, column, value }] };
}

test('a workbook that holds what was written is fine, whatever was written there before', () => {
  expect(() => verify([set(7, 0), set(1, 0), set('甲\r\n乙', 1), set('', 9)])).not.toThrow();
});

test('one that does not is refused with the place', () => {
  expectRefusal(() => verify([set(1, 0), set(7, 0)]), 'unknown', '“表”第 1 行');
  expect(() => verify([{ kind: 'deleteSheet', sheet: '表' }])).toThrow('“表”');
});

test('cells written before rows moved are not looked for where they were', () => {
  const move: UndoChange = { kind: 'insertRows', sheet: '表', row: 0, count: 1, formatOf: 0 };
  expect(() => verify([set(7, 0), move, set(1, 0)])).not.toThrow();
});

test('a sheet that was taken over as it was is not read again, and one that was to go must be gone', () => {
  expect(() => verify([set(7, 0)], BOOK)).not.toThrow();
  expect(() => verify([{ kind: 'deleteSheet', sheet: '表' }], BOOK)).toThrow('“表”');
});
