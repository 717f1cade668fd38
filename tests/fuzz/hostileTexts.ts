import fc from 'fast-check';

/** What somebody writes into a cell to have it run, shown as something else, or break what reads it. */
export const HOSTILE: readonly string[] = [
  '=1+1',
  '=HYPERLINK("http://x.example","点我")',
  "=cmd|' /C calc'!A0",
  '+86-138',
  '+SUM(A1:A9)',
  '-2+3',
  "-cmd|' /C calc'!A0",
  '@SUM(1)',
  '@张三',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '=1+1',
  '+1',
  "'=1+1",
  "''",
  '"=1+1"',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '&lt;b&gt;&#61;1',
  ']]><c r="A1"><v>9</v></c>',
  '</t></is></c></row></sheetData>',
  '<!ENTITY x SYSTEM "file:///etc/passwd">',
  '_x003D_1+1',
  '_x0041_',
  '\u0000=1',
  '\u0001\u0008\u001f',
  '\u007f\u0085',
  '\ud800',
  '\udc00尾',
  '𠮷野家',
  '\u202e三张',
  '\u2066=1\u2069',
  '\ufeff=1+1',
  '\u200b=1+1',
  '\ufffe\uffff',
  'TRUE',
  '1e400',
  '1/2',
  '2008-06-01',
  '3月4日',
  '12:30',
  '#N/A',
  '#REF!',
  '{=1+1}',
  '%00%3D1',
  '${7*7}{{7*7}}',
  '长'.repeat(300),
  'a'.repeat(5_000),
];

const FIRST = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', "'", '"', ' ', '=', '\ufeff', '');

/** Any text, often with a beginning that Excel would take for something else; never empty, at most 300 characters. */
export const hostileText: fc.Arbitrary<string> = fc
  .tuple(FIRST, fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 40 }), wild()))
  .map(([first, rest]) => (first + rest).slice(0, 300))
  .filter((text) => text !== '');

/** Code units of whatever kind, halves of pairs among them. */
function wild(): fc.Arbitrary<string> {
  return fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
    .map((units) => String.fromCharCode(...units));
}

/** As a workbook keeps a text: a line break of whatever kind is one line feed. */
export function kept(text: unknown): unknown {
  return typeof text === 'string' ? text.replace(/\r\n?/g, '\n') : text;
}
