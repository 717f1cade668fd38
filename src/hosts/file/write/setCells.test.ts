import { partText } from '../../../../tests/contract/archive';
import { buildWorkbook, type BuiltSheet, type BuiltWorkbook } from '../../../../tests/contract/buildWorkbook';
import { expectRefusal } from '../../../../tests/contract/refusal';
import { parseCellName, type CellValue } from '../../../model';
import { readWorkbook } from '../read/readWorkbook';
import { applyChanges } from './applyChanges';

const SHEET = 'xl/worksheets/sheet1.xml';

function cells(values: Readonly<Record<string, CellValue>>) {
  return Object.entries(values).map(([name, value]) => ({ ...parseCellName(name)!, value }));
}

function build(sheet: Partial<BuiltSheet>, book: Partial<BuiltWorkbook> = {}): Uint8Array {
  return buildWorkbook({ sheets: [{ name: '表', cells: {}, ...sheet }], ...book });
}

function write(bytes: Uint8Array, values: Readonly<Record<string, CellValue>>): Uint8Array {
  return applyChanges(bytes, [{ kind: 'setCells', sheet: '表', cells: cells(values) }], '测试.xlsx');
}

/** The `sheetData` after the values were written into these rows. */
function rowsAfter(rows: string, values: Readonly<Record<string, CellValue>>, head = ''): string {
  const xml = partText(write(build({ rows, head }), values), SHEET);
  return /<sheetData>(.*)<\/sheetData>/s.exec(xml)![1]!;
}

describe('a cell', () => {
  test('keeps its style and loses its type and formula', () => {
    const rows = '<row r="1"><c r="A1" s="3" t="str" cm="1"><f>B1</f><v>x</v></c></row>';
    expect(rowsAfter(rows, { A1: 1.5 })).toBe('<row r="1"><c r="A1" s="3"><v>1.5</v></c></row>');
    expect(rowsAfter(rows, { A1: '' })).toBe('<row r="1"><c r="A1" s="3"/></row>');
    expect(rowsAfter(rows, { A1: false })).toBe('<row r="1"><c r="A1" s="3" t="b"><v>0</v></c></row>');
  });

  test('numbers are written as the shortest text that means them', () => {
    const numbers = { A1: 0.1 + 0.2, A2: -0, A3: 1e21, A4: 68.33 };
    const text = rowsAfter('', numbers);
    expect([...text.matchAll(/<v>([^<]*)</g)].map((match) => match[1])).toEqual([
      '0.30000000000000004',
      '0',
      '1e+21',
      '68.33',
    ]);
  });

  test('texts come back as they were, whatever is in them', () => {
    const texts = [
      '=1+1',
      '+1',
      '@x',
      "'x",
      ' a ',
      '<b>&"\'',
      'a\nb\tc',
      '\u0001\u000b',
      '_x0041_',
      '😀',
      '640100000001',
    ];
    const bytes = write(build({}), Object.fromEntries(texts.map((text, i) => [`A${i + 1}`, text])));
    expect(readWorkbook(bytes, null).sheets[0]!.values.map((row) => row[0])).toEqual(texts);
    expect(partText(bytes, SHEET)).not.toContain('<f');
  });

  test('line ends become those of a cell', () => {
    expect(readWorkbook(write(build({}), { A1: 'a\r\nb\rc' }), null).sheets[0]!.values).toEqual([
      ['a\nb\nc'],
    ]);
  });

  test('a new one takes the style of its row, else of its column', () => {
    const head = '<cols><col min="2" max="3" width="9" style="4"/></cols>';
    const rows = '<row r="1" s="7" customFormat="1"><c r="A1"/></row><row r="2"/>';
    expect(rowsAfter(rows, { B1: 1, B2: 2, C3: 3, D3: 4, E3: '' }, head)).toBe(
      '<row r="1" s="7" customFormat="1"><c r="A1"/><c r="B1" s="7"><v>1</v></c></row>' +
        '<row r="2"><c r="B2" s="4"><v>2</v></c></row>' +
        '<row r="3"><c r="C3" s="4"><v>3</v></c><c r="D3"><v>4</v></c></row>',
    );
  });
});

describe('its place', () => {
  test('rows and cells come in in order', () => {
    const rows = '<row r="2" spans="2:3"><c r="B2"><v>1</v></c></row><row r="5"><c r="A5"/></row>';
    expect(rowsAfter(rows, { D2: 4, A2: 0, C2: 2, A1: 9, A3: 8, A9: 7 })).toBe(
      '<row r="1"><c r="A1"><v>9</v></c></row>' +
        '<row r="2" spans="1:4"><c r="A2"><v>0</v></c><c r="B2"><v>1</v></c><c r="C2"><v>2</v></c><c r="D2"><v>4</v></c></row>' +
        '<row r="3"><c r="A3"><v>8</v></c></row><row r="5"><c r="A5"/></row><row r="9"><c r="A9"><v>7</v></c></row>',
    );
  });

  test('rows and cells without numbers get theirs', () => {
    expect(rowsAfter('<row><c><v>1</v></c><c><v>2</v></c></row>', { B1: 5, A2: 6 })).toBe(
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>5</v></c></row><row r="2"><c r="A2"><v>6</v></c></row>',
    );
  });

  test('the dimension grows, an empty sheetData opens', () => {
    const xml = partText(
      write(build({ cells: { B2: 1 }, head: '<dimension ref="B2"/>' }), { A1: 1, D9: 2 }),
      SHEET,
    );
    expect(xml).toContain('<dimension ref="A1:D9"/>');
    const empty = build({}, { parts: { [SHEET]: '<worksheet><sheetData/></worksheet>' } });
    expect(partText(write(empty, { A1: 1 }), SHEET)).toContain('<sheetData><row r="1">');
  });

  test('prefixes are kept', () => {
    const parts = {
      [SHEET]: '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"/></x:sheetData></x:worksheet>',
    };
    expect(partText(write(build({}, { parts }), { A1: 'a', A2: 1 }), SHEET)).toContain(
      '<x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t xml:space="preserve">a</x:t></x:is></x:c></x:row>' +
        '<x:row r="2"><x:c r="A2"><x:v>1</x:v></x:c></x:row>',
    );
  });
});

describe('formulas', () => {
  const SHARED =
    '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1+1</f><v>1</v></c></row>' +
    '<row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row>' +
    '<row r="3"><c r="A3"><f t="shared" si="0"/><v>3</v></c></row>';

  test('the first of a shared formula may go, the others keep theirs', () => {
    const sheet = readWorkbook(write(build({ rows: SHARED }), { A1: 5 }), null).sheets[0]!;
    expect([...sheet.formulas.values()]).toEqual(['=B2+1', '=B3+1']);
    expect(sheet.values).toEqual([[5], [2], [3]]);
  });

  test('a part of an array formula is not replaced, a single one is', () => {
    const rows =
      '<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>1</v></c><c r="C1"><f t="array" ref="C1">SUM(B1:B2)</f><v>1</v></c></row>';
    const work = () => write(build({ rows }), { A2: 5 });
    expectRefusal(work, 'unsupported', 'A1:A2');
    expect(rowsAfter(rows, { C1: 5 })).toContain('<c r="C1"><v>5</v></c>');
  });

  test('stored results that hang on a changed cell go, others stay', () => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1*2</f><v>2</v></c><c r="C1" t="str"><f>B1&amp;"x"</f><v>2x</v></c>' +
      '<c r="D1"><f>SUM(Z:Z)</f><v>7</v></c><c r="E1"><f>表!A1</f><v>1</v></c><c r="F1"><f>其他!A1</f><v>1</v></c></row>';
    expect(rowsAfter(rows, { A1: 5 })).toBe(
      '<row r="1"><c r="A1"><v>5</v></c><c r="B1"><f>A1*2</f></c><c r="C1"><f>B1&amp;"x"</f></c>' +
        '<c r="D1"><f>SUM(Z:Z)</f><v>7</v></c><c r="E1"><f>表!A1</f></c><c r="F1"><f>其他!A1</f><v>1</v></c></row>',
    );
  });

  test('Excel computes all on opening where there are formulas, and only there', () => {
    const formula = { A1: { formula: 'B1', value: 1 } };
    const calculated = partText(
      write(build({ cells: formula }, { workbookTail: '<extLst/>' }), { C1: 5 }),
      'xl/workbook.xml',
    );
    expect(calculated).toContain('<calcPr fullCalcOnLoad="1"/><extLst/>');
    const known = write(build({ cells: formula }, { workbookTail: '<calcPr calcId="191029"/>' }), { C1: 5 });
    expect(partText(known, 'xl/workbook.xml')).toContain('<calcPr calcId="191029" fullCalcOnLoad="1"/>');
    expect(partText(write(build({}), { C1: 5 }), 'xl/workbook.xml')).not.toContain('calcPr');
  });

  test('the order of calculation goes when a formula goes, and stays otherwise', () => {
    const bytes = build(
      { cells: { A1: { formula: 'B1', value: 1 }, B1: 1 } },
      {
        parts: { 'xl/calcChain.xml': '<calcChain><c r="A1" i="1"/></calcChain>' },
        contentTypes: {
          'xl/calcChain.xml': 'application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml',
        },
        relations: '<Relationship Id="rIdC" Type="http://x/calcChain" Target="calcChain.xml"/>',
      },
    );
    expect(partText(write(bytes, { B1: 2 }), 'xl/calcChain.xml')).toContain('A1');
    const gone = write(bytes, { A1: 2 });
    expect(() => partText(gone, 'xl/calcChain.xml')).toThrow('missing');
    expect(partText(gone, '[Content_Types].xml')).not.toContain('calcChain');
    expect(partText(gone, 'xl/_rels/workbook.xml.rels')).not.toContain('calcChain');
  });

  test('a formula that is put back is escaped and has no stored result', () => {
    const formula = '=IF(A1<>"&",1,2)';
    const bytes = applyChanges(build({}), [
      { kind: 'setFormulas', sheet: '表', cells: [{ row: 0, column: 1, formula }] },
    ]);
    expect(partText(bytes, SHEET)).toContain('<c r="B1"><f>IF(A1&lt;&gt;&quot;&amp;&quot;,1,2)</f></c>');
    expect(readWorkbook(bytes, null).sheets[0]!.formulas.get(1)).toBe(formula);
  });
});

describe('what is refused', () => {
  test.each([
    [{ row: 0, column: 0, value: NaN }, '不是数'],
    [{ row: -1, column: 0, value: 1 }, '位置'],
    [{ row: 0, column: 16384, value: 1 }, '位置'],
    [{ row: 0.5, column: 0, value: 1 }, '位置'],
    [{ row: 0, column: 0, value: 'x'.repeat(32768) }, '32767'],
  ])('%j', (cell, reason) => {
    const work = () =>
      applyChanges(build({}), [{ kind: 'setCells', sheet: '表', cells: [cell] }], '测试.xlsx');
    expectRefusal(work, 'unsupported', reason);
  });

  test('a locked cell of a protected sheet; an unlocked one is written', () => {
    const styles =
      '<styleSheet xmlns="m"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="0" applyProtection="1"><protection locked="0"/></xf></cellXfs></styleSheet>';
    const bytes = build(
      { cells: { A1: 1, B1: { value: 2, style: 1 } }, tail: '<sheetProtection sheet="1" objects="1"/>' },
      { parts: { 'xl/styles.xml': styles } },
    );
    expectRefusal(() => write(bytes, { A1: 5 }), 'protected', '“表”');
    expect(readWorkbook(write(bytes, { B1: 5 }), null).sheets[0]!.values).toEqual([[1, 5]]);
  });
});

test('25,000 rows are written whole', () => {
  const rows = Array.from(
    { length: 25_000 },
    (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>${i}</v></c><c r="B${i + 1}" s="0"/></row>`,
  );
  const bytes = build({ rows: rows.join('') });
  const values = Array.from({ length: 25_000 }, (_, row) => ({
    row,
    column: 1,
    value: row % 2 ? '达标' : row / 7,
  }));
  const written = applyChanges(bytes, [
    { kind: 'insertRows', sheet: '表', row: 10, count: 3, formatOf: 9 },
    { kind: 'setCells', sheet: '表', cells: values },
  ]);
  expect(readWorkbook(written, null).sheets[0]!.values[24_999]).toEqual([24_996, '达标']);
});
