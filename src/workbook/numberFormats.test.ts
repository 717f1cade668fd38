import { mattersFormat } from './numberFormats';

test.each(['0%', '0.00%', '0.0"‰"', '0.00\\‰', 'yyyy-mm-dd', 'm"月"d"日"', '[h]:mm', '[$-804]yyyy"年"m"月"'])(
  '%s matters',
  (format) => expect(mattersFormat(format)).toBe(true),
);

test.each(['General', '@', '0', '0.00', '#,##0', '[Red]0', '0"days"', '_-* #,##0.00_-', 'G/通用格式'])(
  '%s does not',
  (format) => expect(mattersFormat(format)).toBe(false),
);
