import { withRows } from '../../src/app/live/edit';
import { parseCellName, type CellValue } from '../../src/model';
import { HostError, OutdatedBasis, type UndoChange, type WorkbookHost } from '../../src/workbook/host';
import { NOTE_HEAD } from '../../src/workbook/marks';
import { cellKey, valueAt, type SheetSnapshot, type Snapshot } from '../../src/workbook/snapshot';
import { readWorkbook } from '../../src/hosts/file/bytes';
import { definedNamesOf, partsOf, partText } from './archive';
import { buildWorkbook } from './buildWorkbook';
import { BOOK, MEMORY, NEW_SHEET, withOwnNote } from './contractBook';

/** A host over the given .xlsx bytes, and a way to get the workbook as it is then, as .xlsx bytes. */
export interface HostUnderTest {
  readonly host: WorkbookHost;
  readonly save: () => Promise<Uint8Array>;
}

/** Makes a host over a fresh workbook. */
export type MakeHost = (bytes: Uint8Array) => Promise<HostUnderTest>;

function sheetOf(snapshot: Snapshot, name: string): SheetSnapshot {
  const sheet = snapshot.sheets.find((tab) => tab.name === name);
  if (!sheet) throw new Error(`sheet ${name} is missing`);
  return sheet;
}

function at(sheet: SheetSnapshot, name: string): CellValue {
  const { row, column } = parseCellName(name)!;
  return valueAt(sheet, row, column);
}

function keyOf(name: string): number {
  const { row, column } = parseCellName(name)!;
  return cellKey(row, column);
}

/** Cell → value, for `setCells`. */
function cells(values: Readonly<Record<string, CellValue>>) {
  return Object.entries(values).map(([name, value]) => ({ ...parseCellName(name)!, value }));
}

/** What each host of a workbook has to do. `make` gets a fresh workbook for each test. */
export function hostContract(title: string, make: MakeHost): void {
  describe(`${title} as a workbook host`, () => {
    const open = (): Promise<HostUnderTest> => make(buildWorkbook(BOOK));
    readingContract(open);
    writingContract(open);
    movingContract(open);
    returnContract(open);
    formatContract(open);
    markContract(open);
    noteContract(make);
    sheetContract(open);
    memoryContract(open);
    failureContract(open);
  });
}

type Open = () => Promise<HostUnderTest>;

function readingContract(open: Open): void {
  test('reads values, formats, formulas and merges of all sheets, hidden ones too', async () => {
    const { host } = await open();
    const snapshot = await host.read();
    expect(snapshot.sheets.map((sheet) => [sheet.name, sheet.visible])).toEqual([
      ['汇总 表', true],
      ['明细', true],
      ['隐藏', false],
    ]);
    const summary = sheetOf(snapshot, '汇总 表');
    expect([at(summary, 'A1'), at(summary, 'B1'), at(summary, 'B3'), at(summary, 'C3')]).toEqual([
      '汇总',
      '',
      80,
      0.95,
    ]);
    expect(summary.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 3 }]);
    expect(summary.formats.get(keyOf('C3'))).toBe('0.00%');
    expect(summary.formats.get(keyOf('C4'))).toBe('yyyy-mm-dd');
    expect(summary.formats.get(keyOf('D4'))).toContain('年');
    expect(summary.formats.has(keyOf('B3'))).toBe(false);
    expect(summary.formulas.get(keyOf('B5'))).toBe('=SUM(B3:B4)');
    expect(summary.formulas.has(keyOf('B4'))).toBe(false);
    expect(at(summary, 'C4')).toBe(39500);
  });

  errorContract(open);
  progressContract(open);
}

function errorContract(open: Open): void {
  test('tells an error from a text that looks like one, and keeps blanks in texts', async () => {
    const { host } = await open();
    const sheet = sheetOf(await host.read(), '明细');
    expect([at(sheet, 'A1'), at(sheet, 'B1'), at(sheet, 'C1'), at(sheet, 'D9')]).toEqual([
      true,
      '#N/A',
      '#N/A',
      '  两头有空格 ',
    ]);
    expect([...sheet.errors]).toEqual([keyOf('B1')]);
  });
}

function progressContract(open: Open): void {
  test('reports its progress from 0 to 1', async () => {
    const { host } = await open();
    const shares: number[] = [];
    await host.read({ onProgress: (share) => shares.push(share) });
    expect(shares.at(-1)).toBe(1);
    expect(shares.every((share, index) => share >= 0 && share >= (shares[index - 1] ?? 0))).toBe(true);
  });
}

function writingContract(open: Open): void {
  test('writes values as what they are; a text that begins with = stays text', async () => {
    const { host } = await open();
    const values = {
      B3: 12.5,
      B4: '=1+1',
      C4: true,
      D4: '',
      F9: '甲 & <乙>\n"丙"',
      A7: '+86',
      A2: '640100000001',
    };
    await host.write([{ kind: 'setCells', sheet: '汇总 表', cells: cells(values) }]);
    const sheet = sheetOf(await host.read(), '汇总 表');
    for (const [name, value] of Object.entries(values))
      expect([name, at(sheet, name)]).toEqual([name, value]);
    expect(sheet.formulas.has(keyOf('B4'))).toBe(false);
    expect(at(sheet, 'A3')).toBe('甲');
  });

  test('keeps the format of a cell it writes to', async () => {
    const { host } = await open();
    await host.write([{ kind: 'setCells', sheet: '汇总 表', cells: cells({ C3: 0.5 }) }]);
    expect(sheetOf(await host.read(), '汇总 表').formats.get(keyOf('C3'))).toBe('0.00%');
  });

  test('replaces a formula by a value, and puts a formula back', async () => {
    const { host } = await open();
    await host.write([{ kind: 'setCells', sheet: '汇总 表', cells: cells({ B5: 170 }) }]);
    const replaced = sheetOf(await host.read(), '汇总 表');
    expect([at(replaced, 'B5'), replaced.formulas.has(keyOf('B5'))]).toEqual([170, false]);
    const formula = '=SUM(B3:B4)';
    await host.write([
      { kind: 'setFormulas', sheet: '汇总 表', cells: [{ ...parseCellName('B5')!, formula }] },
    ]);
    expect(sheetOf(await host.read(), '汇总 表').formulas.get(keyOf('B5'))).toBe(formula);
  });
}

const insert = { kind: 'insertRows', sheet: '汇总 表', row: 4, count: 2, formatOf: 3 } as const;

function movingContract(open: Open): void {
  test('inserts rows as Excel does: what refers to moved cells follows', async () => {
    const { host, save } = await open();
    await host.write([insert, { kind: 'setCells', sheet: '汇总 表', cells: cells({ A5: '丙', C5: 39600 }) }]);
    const snapshot = await host.read();
    const summary = sheetOf(snapshot, '汇总 表');
    expect([at(summary, 'A5'), at(summary, 'A6'), at(summary, 'A7'), at(summary, 'A9')]).toEqual([
      '丙',
      '',
      '合计',
      '制表:',
    ]);
    expect(summary.formulas.get(keyOf('B7'))).toBe('=SUM(B3:B4)');
    expect(summary.formulas.get(keyOf('C7'))).toBe('=明细!B2*2');
    expect(summary.formulas.has(keyOf('B5'))).toBe(false);
    expect(summary.formats.get(keyOf('C5'))).toBe('yyyy-mm-dd');
    expect(sheetOf(snapshot, '明细').formulas.get(keyOf('A3'))).toBe("='汇总 表'!B4+$B$2");
    expect(definedNames(await save())).toEqual(["'汇总 表'!$B$3:$B$4", "'汇总 表'!$A$1:$D$9"]);
  });

  test('a range grows by rows inserted inside it, on all sheets and in names', async () => {
    const { host, save } = await open();
    await host.write([{ ...insert, row: 3, formatOf: 2 }]);
    const snapshot = await host.read();
    expect(sheetOf(snapshot, '汇总 表').formulas.get(keyOf('B7'))).toBe('=SUM(B3:B6)');
    expect(sheetOf(snapshot, '明细').formulas.get(keyOf('A3'))).toBe("='汇总 表'!B6+$B$2");
    expect(sheetOf(snapshot, '明细').formulas.get(keyOf('A4'))).toBe("=SUM('汇总 表'!B3:B6)");
    expect(definedNames(await save())).toEqual(["'汇总 表'!$B$3:$B$6", "'汇总 表'!$A$1:$D$9"]);
  });
}

function returnContract(open: Open): void {
  test('merged blocks move along', async () => {
    const { host } = await open();
    await host.write([{ kind: 'insertRows', sheet: '汇总 表', row: 0, count: 1, formatOf: 1 }]);
    expect(sheetOf(await host.read(), '汇总 表').merges).toEqual([{ top: 1, left: 0, bottom: 1, right: 3 }]);
  });

  test('deleting the inserted rows brings back what was', async () => {
    const { host, save } = await open();
    const before = await host.read();
    await host.write([insert]);
    await host.write([{ kind: 'deleteRows', sheet: '汇总 表', row: 4, count: 2 }]);
    const after = await host.read();
    for (const sheet of before.sheets) {
      const now = sheetOf(after, sheet.name);
      expect([...now.formulas]).toEqual([...sheet.formulas]);
      expect(now.merges).toEqual(sheet.merges);
      expect(at(now, 'A7')).toEqual(at(sheet, 'A7'));
    }
    expect(definedNames(await save())).toEqual(["'汇总 表'!$B$3:$B$4", "'汇总 表'!$A$1:$D$7"]);
  });
}

/** The formulas of the names of BOOK as they are in a saved workbook: the range, then the print area. */
function definedNames(bytes: Uint8Array): string[] {
  const probe = definedNamesOf(bytes);
  return [probe.get('Scores') ?? '', probe.get('_xlnm.Print_Area') ?? ''];
}

function formatContract(open: Open): void {
  test('gives cells another number format and leaves value and neighbours as they are', async () => {
    const { host, save } = await open();
    const before = sheetOf(await host.read(), '汇总 表').formats;
    const formats = [{ row: 3, column: 1, format: 'yyyy-mm-dd' }];
    await host.write([{ kind: 'setNumberFormats', sheet: '汇总 表', cells: formats }]);
    for (const after of [await host.read(), readWorkbook(await save(), null)]) {
      const sheet = sheetOf(after, '汇总 表');
      expect([at(sheet, 'B4'), at(sheet, 'C4')]).toEqual([90, 39500]);
      expect(sheet.formats.get(keyOf('B4'))).toBe('yyyy-mm-dd');
      expect(sheet.formats.get(keyOf('C4'))).toBe('yyyy-mm-dd');
      expect(sheet.formats.size).toBe(before.size + 1);
    }
    await host.write([
      { kind: 'setNumberFormats', sheet: '汇总 表', cells: [{ ...formats[0]!, format: 'General' }] },
    ]);
    expect(sheetOf(await host.read(), '汇总 表').formats).toEqual(before);
  });
}

function markContract(open: Open): void {
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

function noteContract(make: MakeHost): void {
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

function sheetContract(open: Open): void {
  test('adds a sheet behind the others, and takes it away again', async () => {
    const { host } = await open();
    await host.write([{ kind: 'addSheet', sheet: NEW_SHEET }]);
    const snapshot = await host.read();
    expect(snapshot.sheets.map((sheet) => sheet.name)).toEqual(['汇总 表', '明细', '隐藏', '新汇总']);
    const sheet = sheetOf(snapshot, '新汇总');
    expect(at(sheet, 'A1')).toBe('客户服务质量测评汇总表');
    expect(['A4', 'B4', 'C4', 'D4', 'E4'].map((name) => at(sheet, name))).toEqual([
      '=HYPERLINK("x")',
      68.33,
      0.5,
      39500,
      '',
    ]);
    expect(sheet.formulas.size).toBe(0);
    expect(sheet.merges).toEqual(NEW_SHEET.merges);
    expect(sheet.formats.get(keyOf('C4'))).toBe('0.00%');
    expect(sheet.formats.get(keyOf('D4'))).toBe('yyyy-mm-dd');
    await host.write([{ kind: 'deleteSheet', sheet: '新汇总' }]);
    expect((await host.read()).sheets.map((tab) => tab.name)).toEqual(['汇总 表', '明细', '隐藏']);
  });

  test('a new sheet has links to other cells and a table that can be filtered', async () => {
    const { host, save } = await open();
    const cell = { row: 0, column: 0, value: 'B4', style: 'text' as const };
    const link = { sheet: '汇总 表', row: 3, column: 1 };
    const filter = { top: 0, left: 0, bottom: 9, right: 2 };
    await host.write([
      { kind: 'addSheet', sheet: { ...NEW_SHEET, cells: [{ ...cell, link }], merges: [], filter } },
    ]);
    expect(at(sheetOf(await host.read(), '新汇总'), 'A1')).toBe('B4');
    const xml = partText(await save(), 'xl/worksheets/sheet4.xml');
    expect(xml).toContain(`location="'汇总 表'!B4"`);
    expect(xml).toContain('<autoFilter ref="A1:C10"/>');
  });

  test('a sheet just made can be written to in the same call', async () => {
    const { host } = await open();
    await host.write([
      { kind: 'addSheet', sheet: NEW_SHEET },
      { kind: 'setCells', sheet: '新汇总', cells: cells({ B4: 99 }) },
    ]);
    expect(at(sheetOf(await host.read(), '新汇总'), 'B4')).toBe(99);
  });
}

function memoryContract(open: Open): void {
  test('keeps, replaces and forgets what the workbook remembers', async () => {
    const { host, save } = await open();
    expect((await host.read()).memory).toBeNull();
    await host.write([{ kind: 'setMemory', xml: MEMORY }]);
    expect((await host.read()).memory).toBe(MEMORY);
    expect(readWorkbook(await save(), null).memory).toBe(MEMORY);
    const next = MEMORY.replace('乙', '丁');
    await host.write([{ kind: 'setMemory', xml: next }]);
    expect((await host.read()).memory).toBe(next);
    await host.write([{ kind: 'setMemory', xml: null }]);
    expect((await host.read()).memory).toBeNull();
  });
}

function failureContract(open: Open): void {
  test('applies all changes or none', async () => {
    const { host } = await open();
    const before = await host.read();
    const failing = host.write([
      { kind: 'setCells', sheet: '汇总 表', cells: cells({ B3: 1 }) },
      { kind: 'setCells', sheet: '没有这张表', cells: cells({ A1: 1 }) },
    ]);
    await expect(failing).rejects.toMatchObject({ name: 'HostError', code: 'sheet-gone' });
    await expect(failing).rejects.toBeInstanceOf(HostError);
    expect(await host.read()).toEqual(before);
  });

  test('a call that is cancelled changes nothing', async () => {
    const { host } = await open();
    const before = await host.read();
    const signal = AbortSignal.abort();
    const cancelled = { name: 'HostError', code: 'cancelled' };
    await expect(host.read({ signal })).rejects.toMatchObject(cancelled);
    const change = { kind: 'setCells', sheet: '明细', cells: cells({ A1: 1 }) } as const;
    await expect(host.write([change], { signal })).rejects.toMatchObject(cancelled);
    expect(await host.read()).toEqual(before);
  });

  test('what rests on an earlier read is written only where that is what stands there', async () => {
    const { host } = await open();
    const before = await host.read();
    const change = { kind: 'setCells', sheet: '明细', cells: cells({ D4: 7 }) } as const;
    const [row] = sheetOf(before, '明细').values;
    const stale = withRows(before, '明细', [{ row: sheetOf(before, '明细').top, values: [...row!, '多'] }]);
    const failing = host.write([change], { basis: stale, again: {} });
    await expect(failing).rejects.toBeInstanceOf(OutdatedBasis);
    await expect(failing).rejects.toMatchObject({ code: 'changed' });
    expect(await host.read()).toEqual(before);
    // Another object that says the same.
    await host.write([change], { basis: { ...before }, again: {} });
    const now = await host.read();
    expect(at(sheetOf(now, '明细'), 'D4')).toBe(7);
    await expect(host.write([change], { basis: before, again: {} })).rejects.toBeInstanceOf(OutdatedBasis);
    expect(await host.read()).toEqual(now);
  });

  test('selecting a cell is harmless', async () => {
    const { host } = await open();
    await expect(host.select({ sheet: '明细', row: 0, column: 0 })).resolves.toBeUndefined();
  });
}
