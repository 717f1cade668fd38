import { mattersFormat, rateFormat } from './numberFormats';

test.each(['0%', '0.00%', '0.0"‰"', '0.00\\‰', 'yyyy-mm-dd', 'm"月"d"日"', '[h]:mm', '[$-804]yyyy"年"m"月"'])(
  '%s matters',
  (format) => expect(mattersFormat(format)).toBe(true),
);

test.each(['General', '@', '0', '0.00', '#,##0', '[Red]0', '0"days"', '_-* #,##0.00_-', 'G/通用格式'])(
  '%s does not',
  (format) => expect(mattersFormat(format)).toBe(false),
);

test('a percent sign that is only printed makes no percentage of the number', () => {
  expect(['0%', '0.00%;-0.00%', '[Red]0%'].map(rateFormat)).toEqual(['percent', 'percent', 'percent']);
  expect(['0.0"%"', '0\\%', '0"%";0"%"'].map(rateFormat)).toEqual(Array(3).fill('percent sign'));
  expect(['0.00"‰"', '0.00\\‰', '0.00‰'].map(rateFormat)).toEqual(Array(3).fill('permille sign'));
  expect(['General', '0.00', '0"户"'].map(rateFormat)).toEqual([null, null, null]);
});
