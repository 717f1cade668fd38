import { replaceIn } from '../../../../tests/contract/archive';
import { buildWorkbook, type BuiltSheet, type BuiltWorkbook } from '../../../../tests/contract/buildWorkbook';
import { expectRefusal } from '../../../../tests/contract/refusal';
import { parseCellName, type CellValue } from '../../../model';
import { cellKey, valueAt, type SheetSnapshot } from '../../../workbook/snapshot';
import { LIMITS } from '../zip/limits';
import { readWorkbook } from './readWorkbook';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function readSheet(sheet: Partial<BuiltSheet>, book: Partial<BuiltWorkbook> = {}): SheetSnapshot {
  const bytes = buildWorkbook({ sheets: [{ name: '表', cells: {}, ...sheet }], ...book });
  return readWorkbook(bytes, '测试.xlsx').sheets[0]!;
}

function at(sheet: SheetSnapshot, name: string): CellValue {
  const { row, column } = parseCellName(name)!;
  return valueAt(sheet, row, column);
}

function key(name: string): number {
  const { row, column } = parseCellName(name)!;
  return cellKey(row, column);
}

function withStrings(items: string, rows: string): SheetSnapshot {
  return readSheet(
    { rows },
    {
      parts: {
        'xl/sharedStrings.xml': `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${items}</sst>`,
      },
      contentTypes: {
        'xl/sharedStrings.xml':
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml',
      },
      relations: `<Relationship Id="rIdS" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>`,
    },
  );
}

describe('texts', () => {
  test('shared ones: plain, rich, with phonetic runs, with escapes', () => {
    const sheet = withStrings(
      '<si><t>张三</t></si>' +
        '<si><r><rPr><b/></rPr><t xml:space="preserve">李 </t></r><r><t>四</t></r></si>' +
        '<si><t>王五</t><rPh sb="0" eb="1"><t>ワン</t></rPh><phoneticPr fontId="1"/></si>' +
        '<si><r><t>赵</t></r><r><t>六</t></r><rPh sb="0" eb="1"><t>チョウ</t></rPh></si>' +
        '<si><t>a_x000D_b &amp;lt; &#20108;</t></si><si><t/></si>',
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>' +
        '<c r="D1" t="s"><v>3</v></c><c r="E1" t="s"><v>4</v></c><c r="F1" t="s"><v>5</v></c></row>',
    );
    expect(sheet.values).toEqual([['张三', '李 四', '王五', '赵六', 'a\rb &lt; 二']]);
  });

  test('a text that is not there makes the file damaged, it is not left out', () => {
    const work = () => withStrings('<si><t>张三</t></si>', '<row r="1"><c r="A1" t="s"><v>7</v></c></row>');
    expectRefusal(work, 'damaged', '“表”');
  });

  test('inline ones: plain, rich, CDATA', () => {
    const sheet = readSheet({
      rows:
        '<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c>' +
        '<c r="B1" t="inlineStr"><is><r><t>乙</t></r><r><t>丙</t></r></is></c>' +
        '<c r="C1" t="inlineStr"><is><t><![CDATA[<c r="A1"/>]]></t></is></c></row>',
    });
    expect(sheet.values).toEqual([['甲', '乙丙', '<c r="A1"/>']]);
  });

  test('results of formulas are read as they are', () => {
    const sheet = readSheet({
      rows: '<row r="1"><c r="A1" t="str"><f>B1</f><v>&amp;lt;甲&amp;gt;</v></c></row>',
    });
    expect(at(sheet, 'A1')).toBe('&lt;甲&gt;');
  });
});

describe('numbers', () => {
  test('of all spellings; what is none stays text', () => {
    const numbers = ['1', '-0.5', '1E+2', '6.40102000001E+11', '.5', ' 3 ', '0x10', 'abc', '1,5'];
    const rows = numbers
      .map((text, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>${text}</v></c></row>`)
      .join('');
    expect(readSheet({ rows }).values.map((row) => row[0])).toEqual([
      1,
      -0.5,
      100,
      640102000001,
      0.5,
      3,
      '0x10',
      'abc',
      '1,5',
    ]);
  });

  test('dates stay serial numbers, also ISO ones', () => {
    const rows = '<row r="1"><c r="A1" t="d"><v>2008-02-22</v></c><c r="B1"><v>39500</v></c></row>';
    expect(readSheet({ rows }).values).toEqual([[39500, 39500]]);
    expect(readSheet({ rows }, { date1904: true }).values).toEqual([[38038, 39500]]);
  });

  test('the 1904 system is told', () => {
    const bytes = buildWorkbook({ date1904: true, sheets: [{ name: '表', cells: {} }] });
    expect(readWorkbook(bytes, null)).toMatchObject({ date1904: true, name: null, memory: null });
  });

  test('formats: percent, per mille, dates, those of a Chinese Excel', () => {
    const formats = [
      '0%',
      '0.0‰',
      '[$-804]yyyy"年"m"月"',
      '0.00;[Red]-0.00',
      '@',
      '"日期"0',
      '#,##0_);[Red]\\(#,##0\\)',
      '[h]:mm',
    ];
    const cells = Object.fromEntries(formats.map((_, i) => [`A${i + 1}`, { value: 1, style: i + 1 }]));
    const sheet = readSheet({ cells }, { formats });
    expect([...sheet.formats.keys()].map((k) => Math.floor(k / 16384))).toEqual([0, 1, 2, 7]);
  });

  test('formats without an entry in the styles: m月d日 has the number 28', () => {
    const styles =
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="3">' +
      '<xf numFmtId="0"/><xf numFmtId="28"/><xf numFmtId="10"/></cellXfs></styleSheet>';
    const cells = { A1: { value: 39500, style: 1 }, B1: { value: 0.5, style: 2 } };
    const sheet = readSheet({ cells }, { parts: { 'xl/styles.xml': styles } });
    expect([...sheet.formats.values()]).toEqual(['m"月"d"日"', '0.00%']);
  });
});

describe('errors and formulas', () => {
  test('errors are their text, unknown ones too', () => {
    const sheet = readSheet({
      cells: {
        A1: { error: '#DIV/0!' },
        B1: { error: '#SPILL!' },
        C1: { formula: 'NA()', error: '#N/A' },
        D1: '#REF!',
      },
    });
    expect(sheet.values).toEqual([['#DIV/0!', '#SPILL!', '#N/A', '#REF!']]);
    expect([...sheet.errors]).toEqual([key('A1'), key('B1'), key('C1')]);
  });

  test('a formula without a stored value is no 0', () => {
    const sheet = readSheet({
      rows:
        '<row r="2"><c r="A2"><f>1+1</f></c><c r="B2"><f>1+1</f><v></v></c><c r="C2"><f>1+1</f><v/></c>' +
        '<c r="D2" t="str"><f>""</f><v></v></c><c r="E2" t="n"><f>0</f><v>0</v></c><c r="F2" t="str"><f>A1</f></c></row>',
    });
    expect([...sheet.uncalculated]).toEqual(['A2', 'B2', 'C2', 'F2'].map(key));
    expect(['A2', 'B2', 'C2', 'D2', 'E2'].map((name) => at(sheet, name))).toEqual(['', '', '', '', 0]);
    expect(sheet.formulas.size).toBe(6);
  });

  test('shared formulas read as in their own cell, array formulas in all their cells', () => {
    const sheet = readSheet({
      rows:
        '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1*LOG10($C$1)</f><v>1</v></c>' +
        '<c r="D1"><f t="array" ref="D1:D2">E1:E2</f><v>5</v></c></row>' +
        '<row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c><c r="D2"><v>6</v></c></row>' +
        '<row r="3"><c r="A3"><f t="shared" si="0"></f><v>3</v></c></row>',
    });
    expect(Object.fromEntries(sheet.formulas)).toEqual({
      [key('A1')]: '=B1*LOG10($C$1)',
      [key('A2')]: '=B2*LOG10($C$1)',
      [key('A3')]: '=B3*LOG10($C$1)',
      [key('D1')]: '=E1:E2',
      [key('D2')]: '=E1:E2',
    });
    expect(at(sheet, 'D2')).toBe(6);
  });
});

describe('places', () => {
  test('rows and cells without a number follow those before', () => {
    const sheet = readSheet({
      rows: '<row><c><v>1</v></c><c s="0"/><c><v>3</v></c></row><row r="4"><c r="B4"><v>4</v></c><c><v>5</v></c></row>',
    });
    expect(sheet).toMatchObject({ top: 0, left: 0, values: [[1, '', 3], [], [], ['', 4, 5]] });
  });

  test('the block begins at the first and ends at the last content', () => {
    const sheet = readSheet({ cells: { C5: 1, B7: 'x', Z900: { style: 0 }, A1: { style: 0 } } });
    expect(sheet).toMatchObject({ top: 4, left: 1, values: [['', 1], [], ['x']] });
  });

  test('an empty sheet has no values', () => {
    expect(readSheet({})).toMatchObject({ top: 0, left: 0, values: [], merges: [] });
  });

  test('a prefix on every element does no harm', () => {
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
    const xml =
      `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>5</x:v></x:c>` +
      '<x:c r="B1" t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c></x:row></x:sheetData>' +
      '<x:mergeCells count="1"><x:mergeCell ref="A2:B3"/></x:mergeCells></x:worksheet>';
    const sheet = readSheet({}, { parts: { 'xl/worksheets/sheet1.xml': xml } });
    expect(sheet.values).toEqual([[5, '甲']]);
    expect(sheet.merges).toEqual([{ top: 1, left: 0, bottom: 2, right: 1 }]);
  });

  test('a great many formatted empty cells leave no trace', () => {
    const empty = Array.from(
      { length: 60_000 },
      (_, i) => `<row r="${i + 2}" s="1"><c r="A${i + 2}" s="0"/></row>`,
    );
    const sheet = readSheet({ rows: `<row r="1"><c r="A1"><v>1</v></c></row>${empty.join('')}` });
    expect(sheet).toMatchObject({ values: [[1]], formats: new Map() });
  });
});

describe('tabs', () => {
  test('a chart sheet is passed over', () => {
    const bytes = buildWorkbook({
      sheets: [
        { name: '图表', cells: {} },
        { name: '表', cells: { A1: 1 } },
      ],
      parts: { 'xl/worksheets/sheet1.xml': '<chartsheet/>' },
    });
    const relations = 'xl/_rels/workbook.xml.rels';
    const chart = replaceIn(
      bytes,
      relations,
      '/worksheet" Target="worksheets/sheet1',
      '/chartsheet" Target="worksheets/sheet1',
    );
    expect(readWorkbook(chart, null).sheets.map((sheet) => sheet.name)).toEqual(['表']);
  });

  test.each([
    '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>',
    '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></sheetData></worksheet>',
    '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v><c r="B1"/></row></sheetData></worksheet>',
    '<chartsheet/>',
    '',
  ])('a sheet whose XML does not hang together makes the file damaged: %s', (xml) => {
    const bytes = buildWorkbook({
      sheets: [{ name: '表', cells: {} }],
      parts: { 'xl/worksheets/sheet1.xml': xml },
    });
    expectRefusal(() => readWorkbook(bytes, '测试.xlsx'), 'damaged');
  });

  test('cells far from each other, again and again, are too large', () => {
    const far = '<row r="1"><c r="A1"><v>1</v></c></row><row r="90000"><c r="XFD90000"><v>1</v></c></row>';
    const sheets = ['一', '二'].map((name) => ({ name, cells: {}, rows: far }));
    const limits = { ...LIMITS, places: 150_000 };
    const one = readWorkbook(buildWorkbook({ sheets: sheets.slice(1) }), null, { limits });
    expect(one.sheets[0]!.values).toHaveLength(90_000);
    expectRefusal(() => readWorkbook(buildWorkbook({ sheets }), null, { limits }), 'too-large', '“二”');
  });

  test('a sheet whose part is missing makes the file damaged', () => {
    const bytes = buildWorkbook({ sheets: [{ name: '表', cells: {} }] });
    const broken = replaceIn(bytes, 'xl/_rels/workbook.xml.rels', 'sheet1.xml', 'sheet9.xml');
    expectRefusal(() => readWorkbook(broken, '测试.xlsx'), 'damaged');
  });
});

test('the memory is found by its namespace, whatever its prefix and its place', () => {
  const memory = '<m:memory xmlns:m="urn:service-score:memory:1">甲</m:memory>';
  const custom = (n: number) =>
    `<Relationship Id="rIdM${n}" Type="${RELATIONS}/customXml" Target="../customXml/item${n}.xml"/>`;
  const bytes = buildWorkbook({
    sheets: [{ name: '表', cells: {} }],
    relations: custom(1) + custom(2),
    parts: {
      'customXml/item1.xml': '<other xmlns="urn:x"/>',
      'customXml/item2.xml': `<?xml version="1.0"?>\n${memory}`,
    },
  });
  expect(readWorkbook(bytes, null).memory).toBe(memory);
});
