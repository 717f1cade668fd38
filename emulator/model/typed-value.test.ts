import { takeEntry } from './typed-value';

test.each([
  ['12', 12],
  ['1,234.5', 1234.5],
  ['95%', 0.95],
  ['(2)', -2],
  ['6.4E11', 6.4e11],
  ['2008-6-30', 39629],
  ['2008年6月30日', 39629],
  ['9:30', 0.3958333333333333],
  ['true', true],
  ['张三', '张三'],
  ['2户', '2户'],
  ["'12", '12'],
  ["'=1+1", '=1+1'],
  ['', ''],
  [' 12 ', 12],
  ['2008-2-30', '2008-2-30'],
] as const)('%s becomes %s', (entry, value) => {
  expect(takeEntry(entry, 'General')).toMatchObject({ value, formula: null, isError: false });
});

test('formulas and errors', () => {
  expect(takeEntry('=1+1', 'General').formula).toBe('=1+1');
  expect(takeEntry('+B2', 'General').formula).toBe('=+B2');
  expect(takeEntry('#n/a', 'General')).toMatchObject({ value: '#N/A', isError: true });
});

test('a text cell takes all as text', () => {
  expect(['=1+1', '12', '#N/A'].map((entry) => takeEntry(entry, '@').value)).toEqual(['=1+1', '12', '#N/A']);
});
