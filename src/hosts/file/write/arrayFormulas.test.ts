import { partText } from '../../../../tests/contract/archive';
import { buildWorkbook } from '../../../../tests/contract/buildWorkbook';
import { expectRefusal } from '../../../../tests/contract/refusal';
import { parseCellName } from '../../../model';
import { applyChanges } from './applyChanges';

/** The rows of a sheet after these formulas were put into its cells. */
function rowsAfter(rows: string, formulas: Readonly<Record<string, string>>): string {
  const cells = Object.entries(formulas).map(([name, formula]) => ({ ...parseCellName(name)!, formula }));
  const bytes = buildWorkbook({ sheets: [{ name: '表', cells: {}, rows }] });
  const written = applyChanges(bytes, [{ kind: 'setFormulas', sheet: '表', cells }], '测试.xlsx');
  return /<sheetData>(.*)<\/sheetData>/s.exec(partText(written, 'xl/worksheets/sheet1.xml'))![1]!;
}

describe('another formula for an array formula', () => {
  test('is one, too: as a plain formula it would give another figure, or #VALUE!', () => {
    const rows =
      '<row r="4"><c r="A4" s="2"><f t="array" ref="A4" ca="1">SUM(IF(B1:B2&lt;9,C1:C2))</f><v>1</v></c></row>';
    expect(rowsAfter(rows, { A4: '=SUM(IF(B1:B3<9,C1:C3))' })).toBe(
      '<row r="4"><c r="A4" s="2"><f t="array" ref="A4" ca="1">SUM(IF(B1:B3&lt;9,C1:C3))</f></c></row>',
    );
  });

  test('stays dynamic where it is', () => {
    const rows =
      '<row r="1"><c r="A1" t="str" cm="1"><f t="array" ref="A1:A2">SORT(B1:B2)</f><v>x</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>';
    expect(rowsAfter(rows, { A1: '=SORT(B1:B3)' })).toContain(
      '<c r="A1" cm="1"><f t="array" ref="A1:A2">SORT(B1:B3)</f></c>',
    );
    expectRefusal(() => rowsAfter(rows, { A2: '=SORT(B1:B3)' }), 'unsupported', 'A1:A2');
  });

  const BLOCK =
    '<row r="1"><c r="A1"><f t="array" ref="A1:A2">RANK(B1:B2,B1:B2)</f><v>1</v></c></row><row r="2"><c r="A2" s="3"><v>2</v></c></row>';

  test('goes into a block of cells as a whole', () => {
    const formula = '=RANK(B1:B2,B1:B3)';
    expect(rowsAfter(BLOCK, { A1: formula, A2: formula })).toBe(
      '<row r="1"><c r="A1"><f t="array" ref="A1:A2">RANK(B1:B2,B1:B3)</f></c></row><row r="2"><c r="A2" s="3"/></row>',
    );
  });

  test.each([
    ['one cell of a block', { A1: '=B1' }],
    ['different ones for its cells', { A1: '=B1', A2: '=B2' }],
  ])('is refused for %s', (_what, formulas: Record<string, string>) => {
    expectRefusal(() => rowsAfter(BLOCK, formulas), 'unsupported', 'A1:A2');
  });
});

test('values may take the place of a whole block', () => {
  const rows =
    '<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>';
  const cells = [0, 1].map((row) => ({ row, column: 0, value: row + 5 }));
  const bytes = buildWorkbook({ sheets: [{ name: '表', cells: {}, rows }] });
  const written = applyChanges(bytes, [{ kind: 'setCells', sheet: '表', cells }], '测试.xlsx');
  expect(partText(written, 'xl/worksheets/sheet1.xml')).toContain(
    '<row r="1"><c r="A1"><v>5</v></c></row><row r="2"><c r="A2"><v>6</v></c></row>',
  );
});
