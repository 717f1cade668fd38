import { partsOf, partText } from '../../../../tests/contract/archive';
import { buildWorkbook, type BuiltSheet, type BuiltWorkbook } from '../../../../tests/contract/buildWorkbook';
import { expectRefusal } from '../../../../tests/contract/refusal';
import type { NewSheet, UndoChange } from '../../../workbook/host';
import { readWorkbook } from '../read/readWorkbook';
import { applyChanges } from './applyChanges';

const SHEET: NewSheet = {
  name: "汇总 A'B",
  cells: [
    { row: 0, column: 0, value: '标题', style: 'title' },
    { row: 1, column: 0, value: '单位:', style: 'meta' },
    { row: 2, column: 0, value: '姓名', style: 'header' },
    { row: 3, column: 1, value: 3, style: 'integer' },
    { row: 3, column: 0, value: '甲', style: 'text' },
    { row: 3, column: 2, value: 68.33, style: 'decimal' },
    { row: 3, column: 3, value: 0.5, style: 'percent' },
    { row: 3, column: 4, value: 39500, style: 'date' },
    { row: 3, column: 5, value: '', style: 'flag' },
    { row: 5, column: 0, value: '说明', style: 'note' },
  ],
  merges: [{ top: 0, left: 0, bottom: 0, right: 5 }],
  columnWidths: [12, 8.5],
  headerRows: 3,
  landscape: true,
  lists: [{ area: { top: 3, left: 5, bottom: 9, right: 5 }, values: ['达标', '未"达标'] }],
};
const ADD: UndoChange = { kind: 'addSheet', sheet: SHEET };

function build(
  book: Partial<BuiltWorkbook> = {},
  sheets: BuiltSheet[] = [{ name: '表', cells: { A1: 1 } }],
): Uint8Array {
  return buildWorkbook({ sheets, formats: ['0.0', 'yyyy-mm-dd'], ...book });
}

/** The `xf` of a cell. */
function formatOf(bytes: Uint8Array, sheetPath: string, cell: string): string {
  const index = Number(new RegExp(`r="${cell}" s="(\\d+)"`).exec(partText(bytes, sheetPath))![1]);
  const list = /<cellXfs[^>]*>(.*)<\/cellXfs>/s.exec(partText(bytes, 'xl/styles.xml'))![1]!;
  return list.match(/<xf .*?(?:\/>|<\/xf>)/g)!.filter((entry) => entry)[index]!;
}

describe('a new sheet', () => {
  const bytes = applyChanges(build(), [ADD]);
  const xml = partText(bytes, 'xl/worksheets/sheet2.xml');

  test('stands behind the others with its own id, relation and content type', () => {
    const book = partText(bytes, 'xl/workbook.xml');
    expect(book).toMatch(/<sheet xmlns:r="[^"]*" name="汇总 A'B" sheetId="2" r:id="(\w+)"\/><\/sheets>/);
    expect(partText(bytes, '[Content_Types].xml')).toContain('PartName="/xl/worksheets/sheet2.xml"');
    expect(readWorkbook(bytes, null).sheets.map((sheet) => sheet.name)).toEqual(['表', "汇总 A'B"]);
  });

  test('is ready to print: A4, landscape, one page wide, header on each page', () => {
    expect(xml).toContain(
      '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    );
    expect(xml).toContain('<pageSetUpPr fitToPage="1"/>');
    expect(partText(bytes, 'xl/workbook.xml')).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="1">'汇总 A''B'!$1:$3</definedName>`,
    );
    expect(
      partText(
        applyChanges(build(), [{ ...ADD, sheet: { ...SHEET, landscape: false, headerRows: 0 } }]),
        'xl/worksheets/sheet2.xml',
      ),
    ).toContain('orientation="portrait"');
  });

  test('has its header frozen, its widths, merges and lists', () => {
    expect(xml).toContain('<pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/>');
    expect(xml).toContain(
      '<col min="1" max="1" width="12" customWidth="1"/><col min="2" max="2" width="8.5" customWidth="1"/>',
    );
    expect(xml).toContain('<mergeCells count="1"><mergeCell ref="A1:F1"/></mergeCells>');
    expect(xml).toContain('sqref="F4:F10"><formula1>&quot;达标,未&quot;&quot;达标&quot;</formula1>');
    expect(xml.indexOf('<c r="A4"')).toBeLessThan(xml.indexOf('<c r="B4"'));
  });

  test('its cells look like what they are', () => {
    const path = 'xl/worksheets/sheet2.xml';
    const numbers = ['B4', 'C4', 'D4', 'E4'].map(
      (cell) => /numFmtId="(\d+)"/.exec(formatOf(bytes, path, cell))![1],
    );
    expect(numbers).toEqual(['1', '2', '10', '201']);
    expect(formatOf(bytes, path, 'A3')).toMatch(/fillId="2" borderId="1".*horizontal="center".*wrapText="1"/);
    expect(formatOf(bytes, path, 'F4')).toContain('borderId="1"');
    expect(formatOf(bytes, path, 'A1')).toContain('borderId="0"');
  });

  test('a second one takes no further styles', () => {
    const again = applyChanges(bytes, [{ kind: 'addSheet', sheet: { ...SHEET, name: '又一张' } }]);
    expect(partText(again, 'xl/styles.xml')).toBe(partText(bytes, 'xl/styles.xml'));
  });

  test('old styles keep their numbers', () => {
    const before = /<cellXfs[^>]*>(.*)<\/cellXfs>/s.exec(partText(build(), 'xl/styles.xml'))![1]!;
    expect(partText(bytes, 'xl/styles.xml')).toContain(before);
    expect(partText(bytes, 'xl/styles.xml')).toMatch(/<cellXfs count="13">/);
  });

  test('a workbook without styles gets some', () => {
    const bare = build({ parts: {} });
    const parts = partsOf(bare);
    delete parts['xl/styles.xml'];
    const text = (path: string) => new TextDecoder().decode(parts[path]);
    const rels = text('xl/_rels/workbook.xml.rels').replace(/<Relationship Id="rIdStyles"[^>]*>/, '');
    const without = build({ parts: { 'xl/_rels/workbook.xml.rels': rels } });
    const made = applyChanges(without, [ADD]);
    expect(readWorkbook(made, null).sheets[1]!.formats.size).toBe(2);
  });
});

describe('a new sheet is refused', () => {
  test.each([
    [{ name: '表' }, '同名'],
    [{ name: 'a/b' }, '不能有'],
    [{ name: 'x'.repeat(32) }, '31'],
    [{ name: '' }, '31'],
    [{ cells: [{ row: 0, column: 0, value: Infinity, style: 'decimal' }] }, '不是数'],
    [{ lists: [{ area: { top: 0, left: 0, bottom: 0, right: 0 }, values: ['a,b'] }] }, '逗号'],
    [{ lists: [{ area: { top: 0, left: 0, bottom: 0, right: 0 }, values: ['很'.repeat(256)] }] }, '255'],
  ] as const)('%j', (change, reason) => {
    const work = () =>
      applyChanges(build(), [{ kind: 'addSheet', sheet: { ...SHEET, ...change } }], '测试.xlsx');
    expectRefusal(work, 'unsupported', reason);
  });

  test('in a workbook whose structure is locked', () => {
    const locked = build({ workbookTail: '<workbookProtection lockStructure="1"/>' });
    expectRefusal(() => applyChanges(locked, [ADD]), 'protected');
  });
});

describe('a sheet that goes', () => {
  test('takes its part, its names and its references along', () => {
    const bytes = build(
      {
        names: [
          { name: '_xlnm.Print_Area', ref: '一!$A$1', localSheet: 0 },
          { name: '_xlnm.Print_Area', ref: '二!$A$1', localSheet: 1 },
          { name: '_xlnm.Print_Titles', ref: '三!$1:$1', localSheet: 2 },
          { name: 'N', ref: '二!$A$1+三!$A$1' },
        ],
      },
      [
        { name: '一', cells: { A1: { formula: '二!A1+三!A1', value: 1 } } },
        { name: '二', cells: {} },
        { name: '三', cells: {} },
      ],
    );
    const gone = applyChanges(bytes, [{ kind: 'deleteSheet', sheet: '二' }]);
    expect(readWorkbook(gone, null).sheets.map((sheet) => sheet.name)).toEqual(['一', '三']);
    expect(Object.keys(partsOf(gone))).not.toContain('xl/worksheets/sheet2.xml');
    expect(partText(gone, 'xl/worksheets/sheet1.xml')).toContain('<f>#REF!+三!A1</f>');
    const names = [...partText(gone, 'xl/workbook.xml').matchAll(/<definedName ([^>]*)>([^<]*)</g)].map(
      (m) => [m[1], m[2]],
    );
    expect(names).toEqual([
      ['name="_xlnm.Print_Area" localSheetId="0"', '一!$A$1'],
      ['name="_xlnm.Print_Titles" localSheetId="1"', '三!$1:$1'],
      ['name="N"', '#REF!+三!$A$1'],
    ]);
  });

  test('the last visible one stays', () => {
    const bytes = build({}, [
      { name: '一', cells: {} },
      { name: '二', cells: {}, hidden: true },
    ]);
    expectRefusal(
      () => applyChanges(bytes, [{ kind: 'deleteSheet', sheet: '一' }], '测试.xlsx'),
      'unsupported',
    );
  });

  test('adding and deleting a sheet leaves the workbook part as it was', () => {
    const back = applyChanges(applyChanges(build(), [ADD]), [{ kind: 'deleteSheet', sheet: SHEET.name }]);
    expect(partText(back, 'xl/workbook.xml')).toBe(partText(build(), 'xl/workbook.xml'));
  });
});

describe('the memory', () => {
  const XML = '<m xmlns="urn:service-score:memory:1">甲 &amp; 乙</m>';

  test('adds nothing but its own parts and their entries', () => {
    const bytes = applyChanges(build(), [{ kind: 'setMemory', xml: XML }]);
    const before = partsOf(build());
    const after = partsOf(bytes);
    const changed = Object.keys(after).filter(
      (path) => Buffer.compare(after[path]!, before[path] ?? new Uint8Array()) !== 0,
    );
    expect(changed.sort()).toEqual([
      '[Content_Types].xml',
      'customXml/_rels/item1.xml.rels',
      'customXml/item1.xml',
      'customXml/itemProps1.xml',
      'xl/_rels/workbook.xml.rels',
    ]);
    const forgotten = applyChanges(bytes, [{ kind: 'setMemory', xml: null }]);
    expect(partsOf(forgotten)).toEqual(before);
  });

  test('leaves the custom parts of others alone and takes a free number', () => {
    const other = build({
      parts: { 'customXml/item1.xml': '<other xmlns="urn:x"/>' },
      relations: '<Relationship Id="rIdO" Type="http://x/customXml" Target="../customXml/item1.xml"/>',
    });
    const bytes = applyChanges(other, [{ kind: 'setMemory', xml: XML }]);
    expect(partText(bytes, 'customXml/item1.xml')).toContain('urn:x');
    expect(partText(bytes, 'customXml/item2.xml')).toContain('甲');
    expect(readWorkbook(bytes, null).memory).toBe(XML);
  });

  test('of another namespace is refused', () => {
    expectRefusal(
      () => applyChanges(build(), [{ kind: 'setMemory', xml: '<m xmlns="urn:x"/>' }]),
      'unsupported',
    );
  });
});

test('a strict workbook gets strict parts', () => {
  const strict = (text: string): string =>
    text
      .replaceAll(
        'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
        'http://purl.oclc.org/ooxml/spreadsheetml/main',
      )
      .replaceAll(
        'http://schemas.openxmlformats.org/officeDocument/2006/',
        'http://purl.oclc.org/ooxml/officeDocument/',
      );
  const parts = partsOf(build());
  const texts = Object.entries(parts).map(
    ([path, bytes]) => [path, strict(new TextDecoder().decode(bytes))] as const,
  );
  const bytes = applyChanges(build({ parts: Object.fromEntries(texts) }), [ADD]);
  for (const path of ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/worksheets/sheet2.xml']) {
    expect(partText(bytes, path)).not.toMatch(
      /schemas\.openxmlformats\.org\/(?:spreadsheetml|officeDocument)/,
    );
  }
  expect(readWorkbook(bytes, null).sheets).toHaveLength(2);
});
