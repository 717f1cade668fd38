import type { UndoChange } from '../../../src/workbook/host';
import { NOTE_HEAD } from '../../../src/workbook/marks';
import { partsOf, partText } from '../archive';
import { buildWorkbook } from '../buildWorkbook';
import { BOOK, withOwnNote } from '../contractBook';
import { type HostUnderTest, type MakeHost, type Open } from './underTest';

/** Fills on cells that have a fault. */
export function markContract(open: Open): void {
  test('marks cells over their own formats, and takes all marks away without a trace', async () => {
    const { host, save } = await open();
    const sheetXml = async (): Promise<string> => partText(await save(), 'xl/worksheets/sheet1.xml');
    await host.write([{ kind: 'unmark' }]);
    const before = await sheetXml();
    const snapshot = await host.read();
    const marked = [
      { row: 2, column: 1, severity: 'error' as const },
      { row: 3, column: 2, severity: 'warning' as const },
      { row: 6, column: 0, severity: 'error' as const },
    ];
    await host.write([{ kind: 'unmark' }, { kind: 'mark', sheet: '汇总 表', cells: marked }]);
    const after = await sheetXml();
    expect(after.match(/<conditionalFormatting /g)).toHaveLength(2);
    expect(after).toMatch(/sqref="B3 A7"/);
    expect(after.slice(0, after.indexOf('</sheetData>'))).toBe(
      before.slice(0, before.indexOf('</sheetData>')),
    );
    expect(await host.read()).toEqual(snapshot);
    await host.write([{ kind: 'unmark' }]);
    expect(await sheetXml()).toBe(before);
  });
}

/** Notes beside those fills. */
export function noteContract(make: MakeHost): void {
  /** All parts but the styles, which keep a fill once used, and the workbook's, which is told to compute. */
  const texts = async ({ save }: HostUnderTest): Promise<Record<string, string>> => {
    const parts = Object.entries(partsOf(await save())).filter(
      ([path]) => path !== 'xl/styles.xml' && path !== 'xl/workbook.xml',
    );
    return Object.fromEntries(parts.map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]));
  };
  const cell = (row: number, column: number, text: string) => ({
    row,
    column,
    severity: 'error' as const,
    note: `${NOTE_HEAD}\n${text}`,
  });
  const mark = (cells: readonly ReturnType<typeof cell>[]): UndoChange[] => [
    { kind: 'unmark' },
    { kind: 'mark', sheet: '汇总 表', cells },
  ];

  test('writes a note beside the fill, and takes it away with everything that it needed', async () => {
    const made = await make(buildWorkbook(BOOK));
    await made.host.write([{ kind: 'unmark' }]);
    const before = await texts(made);
    await made.host.write(mark([cell(2, 1, '旧的'), cell(3, 2, '得分 <90 & "乙"')]));
    await made.host.write(mark([cell(2, 1, '新的'), cell(3, 2, '得分 <90 & "乙"')]));
    const marked = await texts(made);
    const notes = marked['xl/comments1.xml']!;
    expect(notes.match(/<comment ref="\w+"/g)).toEqual(['<comment ref="B3"', '<comment ref="C4"']);
    expect(notes).toContain(`${NOTE_HEAD}\n得分 &lt;90 &amp; &quot;乙&quot;</t>`);
    expect([notes.includes('新的'), notes.includes('旧的')]).toEqual([true, false]);
    expect(marked['xl/drawings/vmlDrawing1.vml']!.match(/<v:shape /g)).toHaveLength(2);
    expect(marked['xl/worksheets/sheet1.xml']).toMatch(/<legacyDrawing [^>]*r:id="rId\d"\/><\/worksheet>$/);
    await made.host.write([{ kind: 'unmark' }]);
    expect(await texts(made)).toEqual(before);
  });

  test.each([
    ['note', '王五'],
    ['comment with answers', 'tc={4B7A1E60-0001-4C5D-9E8F-000000000001}'],
  ])('leaves a cell its own %s, and both stay as they were', async (_what, author) => {
    const made = await make(buildWorkbook(withOwnNote(author)));
    await made.host.write([{ kind: 'unmark' }]);
    const before = await texts(made);
    await made.host.write(mark([cell(2, 0, '不写'), cell(2, 1, '要写')]));
    const notes = (await texts(made))['xl/comments1.xml']!;
    expect(notes.match(/<comment ref="\w+" authorId="\d"/g)).toEqual([
      '<comment ref="A3" authorId="0"',
      '<comment ref="B3" authorId="1"',
    ]);
    expect(notes.includes('不写')).toBe(false);
    await made.host.write([{ kind: 'unmark' }]);
    expect(await texts(made)).toEqual(before);
  });

  test('notes move along with their rows', async () => {
    const made = await make(buildWorkbook(BOOK));
    await made.host.write(mark([cell(3, 1, '跟着走')]));
    await made.host.write([{ kind: 'insertRows', sheet: '汇总 表', row: 2, count: 2, formatOf: 1 }]);
    expect((await texts(made))['xl/comments1.xml']).toContain('<comment ref="B6"');
    await made.host.write([{ kind: 'unmark' }]);
    expect(Object.keys(await texts(made)).filter((path) => /comments|vml/.test(path))).toEqual([]);
  });
}
