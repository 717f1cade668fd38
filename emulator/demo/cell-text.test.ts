import { BLANK, type Cell } from '..';
import { shownText, typedText } from './cell-text';

const cell = (change: Partial<Cell>): Cell => ({ ...BLANK, ...change });

test.each<[string, Partial<Cell>, string, string]>([
  ['a text', { value: '=1+1' }, '=1+1', '=1+1'],
  ['a number', { value: 68.325 }, '68.325', '68.325'],
  ['two decimals', { value: 68.325, numberFormat: '0.00' }, '68.33', '68.325'],
  ['a percentage', { value: 0.07, numberFormat: '0.0%' }, '7.0%', '7%'],
  ['a date', { value: 39448, numberFormat: 'yyyy-mm-dd' }, '2008-01-01', '2008/1/1'],
  ['a formula', { value: 3, formula: '=1+2' }, '3', '=1+2'],
  ['a flag', { value: true }, 'TRUE', 'TRUE'],
  ['an error', { value: '#N/A', isError: true }, '#N/A', '#N/A'],
  ['a format nobody knows', { value: 5, numberFormat: '[' }, '5', '5'],
])('%s', (_what, change, shown, typed) => {
  expect(shownText(cell(change), false)).toBe(shown);
  expect(typedText(cell(change), false)).toBe(typed);
});

test('dates of the 1904 system', () => {
  expect(shownText(cell({ value: 37986, numberFormat: 'yyyy-mm-dd' }), true)).toBe('2008-01-01');
});
