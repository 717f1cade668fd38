import { partsOf, partText, replaceIn } from '../../../../tests/contract/archive';
import { buildWorkbook, type BuiltSheet, type BuiltWorkbook } from '../../../../tests/contract/buildWorkbook';
import { withOwnNote } from '../../../../tests/contract/contractBook';
import type { UndoChange } from '../../../workbook/host';
import { NOTE_HEAD } from '../../../workbook/marks';
import { applyChanges } from './applyChanges';

function marking(...names: readonly [row: number, column: number][]): UndoChange {
  const cells = names.map(([row, column]) => ({
    row,
    column,
    severity: 'error' as const,
    note: `${NOTE_HEAD}\n不是数`,
  }));
  return { kind: 'mark', sheet: '表', cells };
}

const UNMARK: UndoChange = { kind: 'unmark' };

function book(sheet: Partial<BuiltSheet>, more: Partial<BuiltWorkbook> = {}): Uint8Array {
  return buildWorkbook({ sheets: [{ name: '表', cells: { A1: 1 }, ...sheet }], ...more });
}

test('the drawing of notes is named in front of tables and extensions, behind rules with extensions of their own', () => {
  const rule =
    '<conditionalFormatting sqref="A1"><cfRule type="dataBar" priority="1"><extLst><ext uri="{甲}"/></extLst></cfRule>' +
    '</conditionalFormatting>';
  const tail = `${rule}<pageMargins left="1"/><tableParts count="0"/><extLst><ext uri="{乙}"/></extLst>`;
  const before = book({ tail });
  const marked = applyChanges(before, [marking([0, 0])]);
  const xml = partText(marked, 'xl/worksheets/sheet1.xml');
  expect(xml).toMatch(/<pageMargins left="1"\/><legacyDrawing [^>]*\/><tableParts count="0"\/><extLst>/);
  const bare = applyChanges(marked, [UNMARK]);
  expect(partText(bare, 'xl/worksheets/sheet1.xml')).toBe(partText(before, 'xl/worksheets/sheet1.xml'));
  expect(Object.keys(partsOf(bare)).sort()).toEqual(Object.keys(partsOf(before)).sort());
});

test('each sheet gets parts of its own', () => {
  const two = buildWorkbook({
    sheets: [
      { name: '表', cells: { A1: 1 } },
      { name: '别表', cells: { A1: 1 } },
    ],
  });
  const other = { ...marking([1, 1]), sheet: '别表' } as UndoChange;
  const marked = applyChanges(two, [marking([0, 0]), other]);
  expect(partText(marked, 'xl/comments1.xml')).toContain('ref="A1"');
  expect(partText(marked, 'xl/comments2.xml')).toContain('ref="B2"');
  expect(partText(marked, 'xl/worksheets/_rels/sheet2.xml.rels')).toContain('/xl/drawings/vmlDrawing2.vml');
});

test('other shapes of the drawing stay, and numbers of shapes are not used twice', () => {
  const own = withOwnNote('王五');
  const [first] = own.sheets;
  const before = buildWorkbook({ ...own, sheets: [{ ...first!, name: '表' }] });
  const marked = applyChanges(before, [marking([0, 1], [1, 1])]);
  const shapes = [...partText(marked, 'xl/drawings/vmlDrawing1.vml').matchAll(/<v:shape [^>]*id="(\w+)"/g)];
  expect(shapes.map(([, id]) => id)).toEqual(['_x0000_s1025', '_x0000_s1026', '_x0000_s1027']);
  const bare = partsOf(applyChanges(marked, [UNMARK]));
  for (const path of ['xl/drawings/vmlDrawing1.vml', 'xl/comments1.xml', '[Content_Types].xml']) {
    expect(bare[path]).toEqual(partsOf(before)[path]);
  }
});

test('a protected sheet keeps its notes, and the user is told', () => {
  const marked = applyChanges(book({}), [marking([0, 0])]);
  const notes = partText(marked, 'xl/comments1.xml');
  const tail = '<sheetProtection sheet="1"/><legacyDrawing r:id="rId1"/>';
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments';
  const relations = `<Relationship Id="rId2" Type="${type}" Target="../comments1.xml"/>`;
  const locked = book({ tail, relations }, { parts: { 'xl/comments1.xml': notes } });
  expect(() => applyChanges(locked, [UNMARK])).toThrow('受保护');
});

test('a note is known again after another program has cut its text into pieces by font', () => {
  const marked = applyChanges(book({}), [marking([0, 0])]);
  const cut = replaceIn(marked, 'xl/comments1.xml', '(', '</t></r><r><rPr><sz val="11"/></rPr><t>(');
  expect(
    Object.keys(partsOf(applyChanges(cut, [UNMARK]))).filter((path) => /comments|vml/.test(path)),
  ).toEqual([]);
});
