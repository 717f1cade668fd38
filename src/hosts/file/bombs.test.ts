import { strToU8, unzipSync, zipSync } from 'fflate';
import { buildWorkbook } from '../../../tests/contract/buildWorkbook';
import { expectRefusal } from '../../../tests/contract/refusal';
import { PORTABLE, type Machine } from './machine';
import { readWorkbook } from './read/readWorkbook';
import { LIMITS } from './zip/limits';

const HEAD = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>';
const TAIL = '</sheetData></worksheet>';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function bookOf(sheet: string, strings: string | null = null): Uint8Array {
  const relation = `<Relationship Id="s" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>`;
  return buildWorkbook({
    sheets: [{ name: '表', cells: {} }],
    parts: {
      'xl/worksheets/sheet1.xml': sheet,
      ...(strings === null ? {} : { 'xl/sharedStrings.xml': strings }),
    },
    ...(strings === null ? {} : { relations: relation }),
  });
}

function rows(count: number, cell: (row: number) => string): string {
  return Array.from({ length: count }, (_, at) => `<row r="${at + 1}">${cell(at + 1)}</row>`).join('');
}

/** Few bytes that ask for much: each is small as a file, and refused by both readers before it has got its way. */
const BOMBS: readonly (readonly [string, Uint8Array, string])[] = [
  [
    'a long formula that many cells share',
    bookOf(
      HEAD +
        rows(20_000, (row) => {
          const first = row === 1 ? ` ref="A1:A20000">${'B1+'.repeat(2_600)}B1</f>` : '/>';
          return `<c r="A${row}"><f t="shared" si="0"${first}<v>1</v></c>`;
        }) +
        TAIL,
    ),
    '公式展开后过多',
  ],
  [
    'array formulas over each other',
    bookOf(
      HEAD + rows(20_000, (row) => `<c r="A${row}"><f t="array" ref="A1:T1000">1</f><v>1</v></c>`) + TAIL,
    ),
    '公式展开后过多',
  ],
  [
    'a million merged areas',
    bookOf(
      `${HEAD}<row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(1_000_000)}</mergeCells></worksheet>`,
    ),
    '合并单元格超过 1000 处',
  ],
  [
    'one text of a million characters in many cells',
    bookOf(
      HEAD + rows(1_000, (row) => `<c r="C${row}" t="s"><v>0</v></c>`) + TAIL,
      `<sst><si><t>${'姓名'.repeat(500_000)}</t></si></sst>`,
    ),
    'C1 的文字超过 32767 字',
  ],
];

describe.each(['quick', 'thorough'] as const)('the %s reader refuses', (reader) => {
  test.each(BOMBS)('%s', (_name, bytes, words) => {
    expect(bytes.length).toBeLessThan(150_000);
    const limits = { ...LIMITS, formulas: 1_000_000, merges: 1_000 };
    expectRefusal(() => readWorkbook(bytes, '评分.xlsx', { limits, reader }), 'too-large', words);
  });
});

test('what a workbook of a province holds is no bomb', () => {
  const shared = rows(2_000, (row) => {
    const first = row === 1 ? ' ref="B1:B2000">SUM(A1:A2)</f>' : '/>';
    return `<c r="A${row}" t="inlineStr"><is><t>${'长'.repeat(row === 7 ? 32_767 : 3)}</t></is></c><c r="B${row}"><f t="shared" si="0"${first}<v>1</v></c>`;
  });
  const sheet = readWorkbook(bookOf(HEAD + shared + TAIL), null).sheets[0]!;
  expect(sheet.formulas.size).toBe(2_000);
});

/** Counts the bytes that come out of the archive. */
function counting(): { machine: Machine; bytes: () => number } {
  let bytes = 0;
  const inflate: Machine['inflate'] = (packed, size, name) => {
    const out = PORTABLE.inflate(packed, size, name);
    bytes += out.length;
    return out;
  };
  return { machine: { ...PORTABLE, inflate }, bytes: () => bytes };
}

test('fifty sheets that are one and the same packed text unpack to no more than is allowed', () => {
  const big = HEAD + ' '.repeat(1_000_000) + TAIL;
  const sheets = Array.from({ length: 50 }, (_, at) => ({ name: `表${at}`, cells: {} }));
  const parts = unzipSync(buildWorkbook({ sheets }));
  for (const path of Object.keys(parts)) if (path.startsWith('xl/worksheets/')) parts[path] = strToU8(big);
  const { machine, bytes } = counting();
  const limits = { ...LIMITS, unpacked: 5_000_000 };
  expectRefusal(() => readWorkbook(zipSync(parts), '评分.xlsx', { limits, machine }), 'too-large');
  expect(bytes()).toBeLessThanOrEqual(limits.unpacked);
});

test('relations by the ten thousand lead nowhere else', () => {
  const many = Array.from(
    { length: 10_000 },
    (_, at) => `<Relationship Id="x${at}" Type="${RELATIONS}/worksheet" Target="workbook.xml"/>`,
  ).join('');
  const { machine, bytes } = counting();
  const book = buildWorkbook({ sheets: [{ name: '表', cells: { A1: 1 } }], relations: many });
  expect(readWorkbook(book, null, { machine }).sheets[0]!.values).toEqual([[1]]);
  // Each part that is needed is unpacked once, however many point to it.
  expect(bytes()).toBeLessThan(
    Object.values(unzipSync(book)).reduce((sum, part) => sum + part.length, 0) + 1,
  );
});
