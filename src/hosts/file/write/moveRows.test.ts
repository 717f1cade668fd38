import { partText } from '../../../../tests/contract/archive';
import { buildWorkbook, type BuiltSheet, type BuiltWorkbook } from '../../../../tests/contract/buildWorkbook';
import { expectRefusal } from '../../../../tests/contract/refusal';
import type { UndoChange } from '../../../workbook/host';
import { readWorkbook } from '../read/readWorkbook';
import { applyChanges } from './applyChanges';

const SHEET = 'xl/worksheets/sheet1.xml';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
/** Two rows come in above row 5. */
const INSERT: UndoChange = { kind: 'insertRows', sheet: '表', row: 4, count: 2, formatOf: 3 };
const DELETE: UndoChange = { kind: 'deleteRows', sheet: '表', row: 4, count: 2 };

function build(
  sheet: Partial<BuiltSheet>,
  book: Partial<BuiltWorkbook> = {},
  others: BuiltSheet[] = [],
): Uint8Array {
  return buildWorkbook({ sheets: [{ name: '表', cells: {}, ...sheet }, ...others], ...book });
}

function sheetAfter(sheet: Partial<BuiltSheet>, change: UndoChange = INSERT): string {
  return partText(applyChanges(build(sheet), [change], '测试.xlsx'), SHEET);
}

function relation(type: string, target: string): string {
  return `<Relationship Id="rId_${type}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
}

describe('rows', () => {
  const rows =
    '<row r="4" ht="20" customHeight="1" hidden="1" s="2" customFormat="1"><c r="A4" s="1" t="inlineStr"><is><t>甲</t></is></c><c r="B4"/><c r="C4" s="3"><f>A4</f><v>1</v></c></row>' +
    '<row r="5"><c r="A5"><v>5</v></c></row><row r="7"><c r="B7"><v>7</v></c></row>';

  test('move down; new ones have heights and formats of another and nothing else', () => {
    const xml = sheetAfter({ rows });
    const made = (row: number) =>
      `<row r="${row}" ht="20" customHeight="1" s="2" customFormat="1"><c r="A${row}" s="1"/><c r="C${row}" s="3"/></row>`;
    expect(xml).toContain(
      `</row>${made(5)}${made(6)}<row r="7"><c r="A7"><v>5</v></c></row><row r="9"><c r="B9"><v>7</v></c></row></sheetData>`,
    );
  });

  test('the pattern row may stand below, or not at all', () => {
    const below = sheetAfter(
      { rows: rows.replace('<c r="A5">', '<c r="A5" s="6">') },
      {
        ...INSERT,
        formatOf: 4,
      },
    );
    expect(below).toContain(
      '<row r="5"><c r="A5" s="6"/></row><row r="6"><c r="A6" s="6"/></row><row r="7">',
    );
    expect(sheetAfter({ rows }, { ...INSERT, formatOf: 90 })).toContain('</row><row r="7">');
  });

  test('go away, those below move up', () => {
    expect(sheetAfter({ rows }, DELETE)).toContain(
      '</row><row r="5"><c r="B5"><v>7</v></c></row></sheetData>',
    );
  });

  test('content does not fall off the end of the sheet', () => {
    const full = '<row r="1048576"><c r="A1048576"><v>1</v></c></row>';
    expectRefusal(() => sheetAfter({ rows: full }), 'unsupported');
    expect(sheetAfter({ rows: '<row r="1048576"><c r="A1048576" s="1"/></row>' })).toContain(
      '<sheetData></sheetData>',
    );
  });

  test('shared formulas are written out and move each by itself', () => {
    const shared =
      '<row r="4"><c r="A4"><f t="shared" ref="A4:A5" si="0">B4+$B$5</f><v>1</v></c></row>' +
      '<row r="5"><c r="A5"><f t="shared" si="0"/><v>2</v></c></row>';
    const bytes = applyChanges(build({ rows: shared }), [INSERT]);
    expect([...readWorkbook(bytes, null).sheets[0]!.formulas.values()]).toEqual(['=B4+$B$7', '=B7+$B$7']);
  });

  test('array formulas move whole, and are not torn', () => {
    const array = (ref: string, at: string) =>
      `<row r="${at.slice(1)}"><c r="${at}"><f t="array" ref="${ref}">B5:B6</f><v>1</v></c></row>`;
    expect(sheetAfter({ rows: array('A5:A6', 'A5') })).toContain('<f t="array" ref="A7:A8">B7:B8</f>');
    expect(sheetAfter({ rows: array('A3:A4', 'A3') })).toContain('<f t="array" ref="A3:A4">B7:B8</f>');
    expectRefusal(() => sheetAfter({ rows: array('A4:A5', 'A4') }), 'unsupported');
  });
});

describe('what lies over the cells moves along', () => {
  test('merges', () => {
    const xml = sheetAfter({ merges: ['A1:D1', 'A4:A5', 'A5:B6', 'C3:C4'] });
    expect(xml).toContain(
      '<mergeCells count="4"><mergeCell ref="A1:D1"/><mergeCell ref="A4:A7"/><mergeCell ref="A7:B8"/><mergeCell ref="C3:C4"/></mergeCells>',
    );
    expect(sheetAfter({ merges: ['A5:B6', 'A4:A5', 'C4:C7'] }, DELETE)).toContain(
      '<mergeCells count="1"><mergeCell ref="C4:C5"/></mergeCells>',
    );
    expect(sheetAfter({ merges: ['A5:B6'] }, DELETE)).not.toContain('mergeCells');
  });

  test('new rows are merged as their pattern row is', () => {
    expect(sheetAfter({ merges: ['B4:C4', 'D3:E4'] })).toContain(
      '<mergeCells count="4"><mergeCell ref="B4:C4"/><mergeCell ref="D3:E4"/><mergeCell ref="B5:C5"/><mergeCell ref="B6:C6"/></mergeCells>',
    );
  });

  test('conditional formats, validations, links, filters, breaks, views', () => {
    const head =
      '<dimension ref="A1:D9"/><sheetViews><sheetView workbookViewId="0" topLeftCell="A3"><pane ySplit="3" topLeftCell="A9" state="frozen"/>' +
      '<selection pane="bottomLeft" activeCell="B6" sqref="B6:C7 D1"/></sheetView></sheetViews>';
    const tail =
      '<autoFilter ref="A3:D9"><sortState ref="A4:D9"><sortCondition ref="B4:B9"/></sortState></autoFilter>' +
      '<conditionalFormatting sqref="A6:A9 C1"><cfRule type="expression" priority="1"><formula>$B6&gt;$B$9</formula></cfRule></conditionalFormatting>' +
      '<dataValidations count="2"><dataValidation type="list" sqref="B4:B8"><formula1>$F$5:$F$8</formula1></dataValidation>' +
      '<dataValidation type="whole" sqref="C5:C6"><formula1>C5</formula1><formula2>9</formula2></dataValidation></dataValidations>' +
      '<hyperlinks><hyperlink ref="A5" location="其他!A5"/></hyperlinks>' +
      '<rowBreaks count="2" manualBreakCount="2"><brk id="3" max="16383" man="1"/><brk id="4" max="16383" man="1"/></rowBreaks>' +
      '<ignoredErrors><ignoredError sqref="B5" numberStoredAsText="1"/></ignoredErrors>';
    const xml = sheetAfter({ head, tail });
    expect(xml).toContain('<dimension ref="A1:D11"/>');
    expect(xml).toContain('topLeftCell="A3"><pane ySplit="3" topLeftCell="A11"');
    expect(xml).toContain('activeCell="B8" sqref="B8:C9 D1"');
    expect(xml).toContain('<autoFilter ref="A3:D11"><sortState ref="A4:D11"><sortCondition ref="B4:B11"/>');
    expect(xml).toContain(
      'sqref="A8:A11 C1"><cfRule type="expression" priority="1"><formula>$B8&gt;$B$11</formula>',
    );
    expect(xml).toContain('sqref="B4:B10"><formula1>$F$7:$F$10</formula1>');
    expect(xml).toContain('sqref="C7:C8"><formula1>C7</formula1><formula2>9</formula2>');
    expect(xml).toContain('<hyperlink ref="A7" location="其他!A5"/>');
    expect(xml).toContain('<brk id="3" max="16383" man="1"/><brk id="6" max="16383" man="1"/>');
    expect(xml).toContain('<ignoredError sqref="B7" numberStoredAsText="1"/>');
    const less = sheetAfter({ head, tail }, DELETE);
    expect(less).toContain(
      '<dataValidations count="1"><dataValidation type="list" sqref="B4:B6"><formula1>$F$5:$F$6</formula1>',
    );
    expect(less).not.toContain('hyperlink');
  });

  test('formats by condition and validations reach over new rows below them', () => {
    const tail =
      '<conditionalFormatting sqref="B1:B4 C1:C3"><cfRule type="expression" priority="1"><formula>B1&gt;1</formula></cfRule></conditionalFormatting>' +
      '<dataValidations count="1"><dataValidation type="list" sqref="D4"><formula1>"a,b"</formula1></dataValidation></dataValidations>';
    const xml = sheetAfter({ tail });
    expect(xml).toContain('sqref="B1:B6 C1:C3"><cfRule type="expression" priority="1"><formula>B1&gt;1<');
    expect(xml).toContain('sqref="D4:D6"');
    expect(sheetAfter({ tail }, { ...INSERT, formatOf: 0 })).toContain('sqref="B1:B6 C1:C3 C5:C6"');
    expect(sheetAfter({ tail }, { ...INSERT, formatOf: 3 })).toContain('sqref="B1:B6 C1:C3"');
  });

  test('conditional formats, validations and sparklines of newer versions', () => {
    const tail =
      '<extLst><ext><x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="dataBar"><x14:cfvo type="formula"><xm:f>$B$6</xm:f></x14:cfvo></x14:cfRule><xm:sqref>A6:A9</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext>' +
      '<ext><x14:dataValidations count="1"><x14:dataValidation type="list"><x14:formula1><xm:f>其他!$A$1:$A$9</xm:f></x14:formula1><xm:sqref>C4:C9</xm:sqref></x14:dataValidation></x14:dataValidations></ext>' +
      '<ext><x14:sparklineGroups><x14:sparklineGroup><x14:sparklines><x14:sparkline><xm:f>表!B5:D5</xm:f><xm:sqref>E5</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>';
    const xml = sheetAfter({ tail });
    expect(xml).toContain('<xm:f>$B$8</xm:f></x14:cfvo></x14:cfRule><xm:sqref>A8:A11</xm:sqref>');
    expect(xml).toContain(
      '<x14:formula1><xm:f>其他!$A$1:$A$9</xm:f></x14:formula1><xm:sqref>C4:C11</xm:sqref>',
    );
    expect(xml).toContain('<xm:f>表!B7:D7</xm:f><xm:sqref>E7</xm:sqref>');
  });
});

describe('what other parts know of the cells', () => {
  const parts = {
    'xl/tables/table1.xml':
      '<table xmlns="m" id="1" ref="A3:C9" totalsRowShown="0"><autoFilter ref="A3:C9"/><tableColumns count="1"><tableColumn id="1" name="A"><calculatedColumnFormula>表!B5+其他!A1</calculatedColumnFormula></tableColumn></tableColumns></table>',
    'xl/drawings/drawing1.xml':
      '<xdr:wsDr xmlns:xdr="d"><xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>2</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>3</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>8</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to></xdr:twoCellAnchor>' +
      '<xdr:oneCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>4</xdr:row><xdr:rowOff>5</xdr:rowOff></xdr:from></xdr:oneCellAnchor>' +
      '<xdr:twoCellAnchor editAs="absolute"><xdr:from><xdr:row>9</xdr:row></xdr:from><xdr:to><xdr:row>10</xdr:row></xdr:to></xdr:twoCellAnchor></xdr:wsDr>',
    'xl/comments1.xml':
      '<comments><commentList><comment ref="B5" authorId="0"><text><t>批注</t></text></comment><comment ref="A1" authorId="0"/></commentList></comments>',
    'xl/drawings/vmlDrawing1.vml':
      '<xml xmlns:v="v" xmlns:x="x"><v:shape id="s1"><x:ClientData ObjectType="Note"><x:Anchor>2, 15, 3, 2, 4, 15, 7, 4</x:Anchor><x:Row>4</x:Row><x:Column>1</x:Column></x:ClientData></v:shape></xml>',
    'xl/charts/chart1.xml': '<c:chart xmlns:c="c"><c:f>表!$B$4:$B$9</c:f><c:f>其他!$B$4:$B$9</c:f></c:chart>',
    'xl/pivotCache/pivotCacheDefinition1.xml':
      '<pivotCacheDefinition><cacheSource type="worksheet"><worksheetSource ref="A3:C9" sheet="表"/></cacheSource></pivotCacheDefinition>',
  };
  const relations =
    relation('table', '../tables/table1.xml') +
    relation('drawing', '../drawings/drawing1.xml') +
    relation('comments', '../comments1.xml') +
    relation('vmlDrawing', '../drawings/vmlDrawing1.vml');
  const other: BuiltSheet = {
    name: '其他',
    cells: { A1: { formula: "表!B5+'表'!$B$6+A5+SUM(表!B1:B9)", value: 1 }, A5: 1 },
    tail: '<dataValidations count="1"><dataValidation type="list" sqref="A5"><formula1>表!$A$5:$A$9</formula1></dataValidation></dataValidations>',
  };
  const names = [
    { name: '_xlnm.Print_Titles', ref: '表!$1:$3', localSheet: 0 },
    { name: '_xlnm.Print_Area', ref: '表!$A$1:$D$9,表!$F$5', localSheet: 0 },
    { name: '_xlnm._FilterDatabase', ref: '表!$A$3:$D$9', localSheet: 0 },
    { name: '自己的', ref: 'OFFSET(表!$A$5,0,0)', localSheet: 1 },
    { name: '别处', ref: '其他!$A$5' },
  ];
  const moved = applyChanges(build({ relations }, { parts, names }, [other]), [INSERT]);

  test('tables', () => {
    const table = partText(moved, 'xl/tables/table1.xml');
    expect(table).toContain('ref="A3:C11" totalsRowShown="0"><autoFilter ref="A3:C11"/>');
    expect(table).toContain('<calculatedColumnFormula>表!B7+其他!A1<');
  });

  test('pictures and charts: grown, moved, fixed', () => {
    const rows = [...partText(moved, 'xl/drawings/drawing1.xml').matchAll(/<xdr:row>(\d+)</g)].map(
      (match) => match[1],
    );
    expect(rows).toEqual(['2', '10', '6', '9', '10']);
    expect(partText(moved, 'xl/charts/chart1.xml')).toContain(
      '<c:f>表!$B$4:$B$11</c:f><c:f>其他!$B$4:$B$9</c:f>',
    );
  });

  test('comments and their boxes', () => {
    expect(partText(moved, 'xl/comments1.xml')).toContain('<comment ref="B7" authorId="0"><text>');
    const boxes = partText(moved, 'xl/drawings/vmlDrawing1.vml');
    expect(boxes).toContain('<x:Row>6</x:Row>');
    expect(boxes).toContain('<x:Anchor>2, 15, 3, 2, 4, 15, 7, 4</x:Anchor>');
  });

  test('pivot tables', () => {
    expect(partText(moved, 'xl/pivotCache/pivotCacheDefinition1.xml')).toContain('ref="A3:C11" sheet="表"');
  });

  test('formulas and validations of other sheets', () => {
    const xml = partText(moved, 'xl/worksheets/sheet2.xml');
    expect(xml).toContain("<f>表!B7+'表'!$B$8+A5+SUM(表!B1:B11)</f>");
    expect(xml).toContain('<formula1>表!$A$7:$A$11</formula1>');
  });

  test('names, print area and print titles', () => {
    const formulas = [...partText(moved, 'xl/workbook.xml').matchAll(/<definedName [^>]*>([^<]*)</g)].map(
      (m) => m[1],
    );
    expect(formulas).toEqual([
      '表!$1:$3',
      '表!$A$1:$D$11,表!$F$7',
      '表!$A$3:$D$11',
      'OFFSET(表!$A$7,0,0)',
      '其他!$A$5',
    ]);
  });

  test('deleting the rows again brings every part back', () => {
    const back = applyChanges(moved, [DELETE]);
    for (const path of Object.keys(parts)) {
      expect([path, partText(back, path)]).toEqual([path, parts[path as keyof typeof parts]]);
    }
  });

  test('the header of a table is not deleted', () => {
    const work = () =>
      applyChanges(build({ relations }, { parts }, [other]), [{ ...DELETE, row: 2 }], '测试.xlsx');
    expectRefusal(work, 'unsupported', '表格');
  });
});

test('a sheet that nobody looks at is not touched, whatever is on it', () => {
  const other: BuiltSheet = {
    name: '其他',
    cells: {},
    rows: '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1&amp;"!"</f><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>1</v></c></row>',
  };
  const bytes = build({}, {}, [other]);
  const moved = applyChanges(bytes, [INSERT]);
  expect(partText(moved, 'xl/worksheets/sheet2.xml')).toBe(partText(bytes, 'xl/worksheets/sheet2.xml'));
});

test('a protected sheet is refused by name', () => {
  expectRefusal(() => sheetAfter({ tail: '<sheetProtection sheet="1"/>' }), 'protected', '“表”');
});
