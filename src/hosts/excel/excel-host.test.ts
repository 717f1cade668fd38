import { openInExcel } from '../../../emulator/bridge/install';
import { HostFault, type ActionInfo } from '../../../emulator/executor';
import { WorkbookModel, type SheetModel } from '../../../emulator/model';
import { MEMORY_NAMESPACE, type HostError, type NewSheet, type UndoChange } from '../../workbook/host';
import { NOTE_HEAD } from '../../workbook/marks';
import { cellKey, valueAt, type SheetSnapshot, type Snapshot } from '../../workbook/snapshot';
import { createExcelHost } from './excel-host';
import { logHostFailure } from './host-log';

jest.mock('./host-log', () => ({ logHostFailure: jest.fn() }));

function put(workbook: WorkbookModel, sheet: SheetModel, rows: (string | number)[][], top = 0): void {
  rows.forEach((row, y) => row.forEach((value, x) => workbook.store(sheet, top + y, x, value)));
}

function loaded(workbook: WorkbookModel): WorkbookModel {
  for (const sheet of workbook.sheets) workbook.original.set(sheet, sheet.name);
  return workbook;
}

/** A summary of three rows with a total below, and a detail sheet of so many rows. */
function city(rows = 10): { workbook: WorkbookModel; summary: SheetModel; detail: SheetModel } {
  const workbook = new WorkbookModel('全市.xlsx');
  const detail = workbook.addSheet('明细');
  put(workbook, detail, [Array.from({ length: 20 }, (_, column) => `项目${column}`)]);
  const lines = Array.from({ length: rows }, (_, row) => [
    `第${row}户`,
    `64010200${row}号`,
    ...Array.from({ length: 18 }, (_x, column) => (row + column) % 3),
  ]);
  put(workbook, detail, lines, 1);
  const summary = workbook.addSheet('汇总');
  put(workbook, summary, [
    ['姓名', '得分', '说明'],
    ['张三', 80, '甲'],
    ['李四', 90, '乙'],
  ]);
  workbook.enter(summary, 3, 0, '合计');
  workbook.enter(summary, 3, 1, '=SUM(B2:B3)');
  workbook.recalculate();
  return { workbook: loaded(workbook), summary, detail };
}

function sheetOf(snapshot: Snapshot, name: string): SheetSnapshot {
  return snapshot.sheets.find((sheet) => sheet.name === name)!;
}

function contents(sheet: SheetModel): unknown[] {
  const found: unknown[] = [];
  sheet.each(sheet.whole, (cell, row, column) => {
    if (cell.value !== '' || cell.formula !== null) found.push([row, column, cell.formula ?? cell.value]);
  });
  return found;
}

async function failure(promise: Promise<unknown>): Promise<HostError> {
  return promise.then(
    () => Promise.reject(new Error('should have failed')),
    (error: unknown) => error as HostError,
  );
}

const set = (cells: [number, number, string | number][], sheet = '汇总'): UndoChange => ({
  kind: 'setCells',
  sheet,
  cells: cells.map(([row, column, value]) => ({ row, column, value })),
});

const NEW_SHEET: NewSheet = {
  name: '新表',
  cells: [
    { row: 0, column: 0, value: '标题', style: 'title' },
    { row: 1, column: 0, value: '姓名', style: 'header' },
    { row: 1, column: 1, value: '得分', style: 'header' },
    { row: 2, column: 0, value: '=1+1', style: 'text' },
    { row: 2, column: 1, value: 68.33, style: 'decimal' },
  ],
  merges: [{ top: 0, left: 0, bottom: 0, right: 1 }],
  columnWidths: [12, 10],
  headerRows: 2,
  landscape: true,
  lists: [{ area: { top: 2, left: 2, bottom: 9, right: 2 }, values: ['是', '否'] }],
};

describe('reading', () => {
  test('gives values, formulas, formats, merges, errors and what is remembered', async () => {
    const { workbook, summary } = city();
    summary.patch(1, 1, { numberFormat: '0.00%' });
    summary.patch(2, 1, { numberFormat: '0.00' });
    summary.merges = [{ top: 1, left: 2, bottom: 2, right: 2 }];
    workbook.enter(summary, 5, 0, '#N/A');
    workbook.store(summary, 5, 1, '#N/A');
    workbook.store(summary, 5, 2, '=不是公式');
    workbook.addSheet('空表').visibility = 'Hidden';
    const xml = `<memory xmlns="${MEMORY_NAMESPACE}"/>`;
    workbook.setXmlPart(workbook.newId(), `<?xml version="1.0"?>${xml}`);
    workbook.date1904 = true;
    openInExcel(workbook);
    const snapshot = await createExcelHost().read();
    const sheet = sheetOf(snapshot, '汇总');
    expect([snapshot.name, snapshot.memory, snapshot.date1904]).toEqual(['全市.xlsx', xml, true]);
    expect(snapshot.sheets.map((one) => [one.name, one.visible])).toEqual([
      ['明细', true],
      ['汇总', true],
      ['空表', false],
    ]);
    expect([valueAt(sheet, 1, 0), valueAt(sheet, 3, 1), valueAt(sheet, 5, 2)]).toEqual([
      '张三',
      170,
      '=不是公式',
    ]);
    expect([...sheet.formulas]).toEqual([[cellKey(3, 1), '=SUM(B2:B3)']]);
    expect([...sheet.formats]).toEqual([[cellKey(1, 1), '0.00%']]);
    expect(sheet.merges).toEqual([{ top: 1, left: 2, bottom: 2, right: 2 }]);
    expect([...sheet.errors]).toEqual([cellKey(5, 0)]);
    expect(sheetOf(snapshot, '空表').values).toEqual([]);
  });

  test('a used range that does not begin at A1 keeps its place', async () => {
    const workbook = new WorkbookModel();
    workbook.store(workbook.addSheet('表'), 4, 2, '甲');
    openInExcel(workbook);
    const [sheet] = (await createExcelHost().read()).sheets;
    expect([sheet!.top, sheet!.left, sheet!.values]).toEqual([4, 2, [['甲']]]);
  });

  test('asks for number formats of the wanted sheets alone', async () => {
    const { workbook, summary } = city();
    summary.patch(1, 1, { numberFormat: '0.00%' });
    const endpoint = openInExcel(workbook);
    const snapshot = await createExcelHost().read({ wantsDetail: (sheet) => sheet.name === '明细' });
    expect(sheetOf(snapshot, '汇总').formats.size).toBe(0);
    expect(sheetOf(snapshot, '汇总').formulas.size).toBe(1);
    expect(endpoint.requests).toBe(3);
  });

  test('has Excel compute first where it computes only when asked', async () => {
    const { workbook } = city();
    workbook.calculationMode = 'Manual';
    const endpoint = openInExcel(workbook);
    const calculated = jest.spyOn(workbook, 'recalculate');
    await createExcelHost().read();
    expect(calculated).toHaveBeenCalled();
    expect(endpoint.requests).toBe(3);
  });

  test('does without merged areas where Excel is older than ExcelApi 1.13', async () => {
    const { workbook, summary } = city();
    summary.merges = [{ top: 1, left: 2, bottom: 2, right: 2 }];
    openInExcel(workbook, { sets: { ExcelApi: '1.9' } });
    expect(sheetOf(await createExcelHost().read(), '汇总').merges).toEqual([]);
  });

  test('reads in blocks and halves them where a response would be too large', async () => {
    const { workbook } = city(400);
    openInExcel(workbook);
    const whole = await createExcelHost().read();
    const endpoint = openInExcel(workbook, { limits: { payload: 20_000, cells: 5_000_000 } });
    const shares: number[] = [];
    const pieces = await createExcelHost().read({ onProgress: (share) => shares.push(share) });
    expect(pieces).toEqual(whole);
    expect(endpoint.requests).toBeGreaterThan(10);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  test('takes nulls for a block that is too large', async () => {
    const { workbook } = city(400);
    openInExcel(workbook);
    const whole = await createExcelHost().read();
    openInExcel(workbook, { limits: { payload: 5_000_000, cells: 3_000 } });
    expect(await createExcelHost().read()).toEqual(whole);
  });

  test('can be cancelled between round trips', async () => {
    const { workbook } = city();
    const endpoint = openInExcel(workbook);
    const control = new AbortController();
    const error = await failure(
      createExcelHost().read({
        signal: control.signal,
        onProgress: (share) => share > 0 && control.abort(),
      }),
    );
    expect([error.code, endpoint.requests]).toEqual(['cancelled', 1]);
  });
});

describe('writing', () => {
  test('a whole fill takes at most eight round trips on 1,200 rows', async () => {
    const { workbook, summary } = city(1200);
    const endpoint = openInExcel(workbook);
    const host = createExcelHost();
    await host.read({ wantsDetail: (sheet) => sheet.name !== '明细' });
    const rows = Array.from({ length: 125 }, (_, row) => row + 3);
    await host.write([
      { kind: 'insertRows', sheet: '汇总', row: 3, count: 125, formatOf: 2 },
      set(
        rows.flatMap((row): [number, number, string | number][] => [
          [row, 0, `第${row}人`],
          [row, 1, row],
        ]),
      ),
      { kind: 'setMemory', xml: `<m xmlns="${MEMORY_NAMESPACE}"/>` },
    ]);
    expect(endpoint.requests).toBe(5);
    expect(summary.cell(128, 1).formula).toBe('=SUM(B2:B3)');
    expect(summary.value(127, 0)).toBe('第127人');
  });

  test('text stays text, also where it looks like a formula, a number or a date', async () => {
    const { workbook, summary } = city();
    summary.patch(2, 0, { numberFormat: '@' });
    openInExcel(workbook);
    const texts = ['=1+1', '=x', '640102000000', '2008-6-30', '95%', 'TRUE', '#N/A', '张三', "'a"];
    await createExcelHost().write([
      set(texts.map((text, index) => [10 + index, 0, text])),
      set([
        [1, 1, 12.5],
        [1, 2, ''],
        [2, 0, '=2+2'],
      ]),
    ]);
    expect(
      texts.map((_, index) => summary.cell(10 + index, 0)).map((cell) => [cell.value, cell.formula]),
    ).toEqual(texts.map((text) => [text, null]));
    expect([summary.value(1, 1), summary.value(1, 2), summary.value(2, 0)]).toEqual([12.5, '', '=2+2']);
    expect(summary.cell(10, 0).numberFormat).toBe('General');
  });

  test('a protected sheet: nothing is written, the sheet is named', async () => {
    const { workbook, summary, detail } = city();
    summary.isProtected = true;
    const before = contents(detail);
    openInExcel(workbook);
    const error = await failure(
      createExcelHost().write([set([[1, 0, '王五']], '明细'), set([[1, 0, '王五']])]),
    );
    expect([error.name, error.code]).toEqual(['HostError', 'protected']);
    expect(error.message).toContain('“汇总”');
    expect(contents(detail)).toEqual(before);
  });

  test('a sheet that is gone is named and nothing is written', async () => {
    const { workbook, summary } = city();
    openInExcel(workbook);
    const before = contents(summary);
    const error = await failure(
      createExcelHost().write([set([[1, 0, '王五']]), set([[1, 0, '王五']], '旧表')]),
    );
    expect([error.code, error.message]).toEqual(['sheet-gone', expect.stringContaining('“旧表”')]);
    expect(contents(summary)).toEqual(before);
  });

  test('new rows take formats, and everything below moves', async () => {
    const { workbook, summary } = city();
    summary.patchFormat(1, 0, { bold: true });
    openInExcel(workbook);
    await createExcelHost().write([{ kind: 'insertRows', sheet: '汇总', row: 3, count: 2, formatOf: 1 }]);
    expect([summary.cell(4, 0).format.bold, summary.value(5, 0)]).toEqual([true, '合计']);
    expect(workbook.journal.changes.at(-1)).toEqual({
      kind: 'insertRows',
      sheet: '汇总',
      row: 3,
      count: 2,
      formatOf: 1,
    });
  });

  test('makes a sheet ready to print', async () => {
    const { workbook } = city();
    openInExcel(workbook);
    await createExcelHost().write([{ kind: 'addSheet', sheet: NEW_SHEET }]);
    const sheet = workbook.sheet('新表')!;
    expect([sheet.value(0, 0), sheet.value(2, 0), sheet.cell(2, 0).formula]).toEqual(['标题', '=1+1', null]);
    expect(sheet.cell(2, 1).numberFormat).toBe('0.00');
    expect(sheet.cell(1, 0).format).toMatchObject({ bold: true, fill: '#DCE6F1' });
    expect(sheet.merges).toEqual(NEW_SHEET.merges);
    expect([sheet.page.orientation, sheet.page.paperSize, sheet.frozen?.bottom]).toEqual([
      'Landscape',
      'A4',
      1,
    ]);
    expect(sheet.page.titleRows).toMatchObject({ top: 0, bottom: 1 });
    expect(sheet.validations[0]!.rule).toEqual({ list: { inCellDropDown: true, source: '是,否' } });
  });

  test('remembers, changes and forgets', async () => {
    const { workbook } = city();
    openInExcel(workbook);
    const host = createExcelHost();
    for (const xml of [
      `<m xmlns="${MEMORY_NAMESPACE}">1</m>`,
      `<m xmlns="${MEMORY_NAMESPACE}">2</m>`,
      null,
    ]) {
      await host.write([{ kind: 'setMemory', xml }]);
      expect((await host.read()).memory).toBe(xml);
    }
    expect(workbook.customXmlParts).toEqual([]);
  });

  test('takes out rows and sheets and puts formulas back', async () => {
    const { workbook, summary } = city();
    openInExcel(workbook);
    await createExcelHost().write([
      { kind: 'deleteRows', sheet: '汇总', row: 1, count: 1 },
      { kind: 'setFormulas', sheet: '汇总', cells: [{ row: 1, column: 2, formula: '=B2' }] },
      { kind: 'deleteSheet', sheet: '明细' },
    ]);
    expect(summary.cell(2, 1).formula).toBe('=SUM(B2:B2)');
    expect(summary.cell(1, 2)).toMatchObject({ formula: '=B2', value: 90 });
    expect(workbook.sheets.map((sheet) => sheet.name)).toEqual(['汇总']);
  });

  test.each([
    ['in the cells', (action: ActionInfo) => action.ActionType === 4 && action.Name === 'Values', 2],
    ['in a new sheet', (action: ActionInfo) => action.Name === 'FreezeRows', 1],
    ['at inserting rows', (action: ActionInfo) => action.Name === 'CopyFrom', 1],
    ['at the memory', (action: ActionInfo) => action.Name === 'SetXml', 1],
  ] as const)('a write that fails %s is taken back', async (_where, matches, nth) => {
    const { workbook, summary } = city();
    workbook.store(summary, 1, 2, '=文本');
    workbook.store(summary, 2, 2, '007');
    const xml = `<m xmlns="${MEMORY_NAMESPACE}">1</m>`;
    workbook.setXmlPart(workbook.newId(), xml);
    const endpoint = openInExcel(workbook);
    const before = contents(summary);
    let seen = 0;
    endpoint.fail({
      request: 2,
      code: 'GeneralException',
      action: (action) => matches(action) && ++seen === nth,
    });
    const error = await failure(
      createExcelHost().write([
        { kind: 'setMemory', xml: `<m xmlns="${MEMORY_NAMESPACE}">2</m>` },
        { kind: 'insertRows', sheet: '汇总', row: 3, count: 2, formatOf: 2 },
        set([
          [1, 0, '王五'],
          [1, 1, 1],
          [1, 2, 'x'],
          [2, 2, 'y'],
          [3, 0, '新'],
          [5, 1, 7],
        ]),
        { kind: 'addSheet', sheet: NEW_SHEET },
      ]),
    );
    expect([error.code, endpoint.requests]).toEqual(['unknown', 4]);
    expect(error.detail).not.toMatchObject({ partial: true });
    expect(contents(summary)).toEqual(before);
    expect(workbook.sheets.map((sheet) => sheet.name)).toEqual(['明细', '汇总']);
    expect(workbook.customXmlParts.map((part) => part.xml)).toEqual([xml]);
  });

  describe('what takes something away for good', () => {
    const shorten: UndoChange[] = [
      { kind: 'deleteRows', sheet: '汇总', row: 1, count: 1 },
      set([[1, 0, '王五']]),
    ];
    const breaking = (request: number) => ({
      request,
      code: 'GeneralException' as const,
      action: (action: { Name: string }) => action.Name === 'Values',
    });

    test('is carried through where rows are gone and the rest fails', async () => {
      const { workbook, summary } = city();
      openInExcel(workbook).fail(breaking(2));
      await createExcelHost().write(shorten);
      expect([1, 2].map((row) => summary.cell(row, 0).value)).toEqual(['王五', '合计']);
    });

    test('says so where that fails, too', async () => {
      const { workbook } = city();
      const endpoint = openInExcel(workbook);
      endpoint.fail(breaking(2));
      endpoint.fail(breaking(3));
      const error = await failure(createExcelHost().write(shorten));
      expect(error.detail).toMatchObject({ partial: true });
      expect(error.message).toContain('版本历史');
    });

    test('deletes its own rows where somebody inserts one above in that very moment', async () => {
      const { workbook, summary } = city();
      const kept = summary.cell(2, 0).value;
      openInExcel(workbook).meanwhile(2, () => workbook.shift(summary, { axis: 'row', at: 1, count: 1 }));
      await createExcelHost().write([{ kind: 'deleteRows', sheet: '汇总', row: 1, count: 1 }]);
      expect([summary.cell(1, 0).value, summary.cell(2, 0).value]).toEqual(['', kept]);
    });

    test('leaves a sheet out of sight that cannot be deleted, and the next write deletes it', async () => {
      const { workbook } = city();
      const endpoint = openInExcel(workbook);
      for (const request of [3, 4]) endpoint.fail({ request, host: HostFault.ActivityLimitReached });
      const host = createExcelHost();
      await host.write([{ kind: 'deleteSheet', sheet: '汇总' }]);
      expect(workbook.sheets.map(({ visibility }) => visibility)).toEqual(['Visible', 'VeryHidden']);
      expect((await host.read()).sheets.map(({ name }) => name)).toEqual(['明细']);
      await host.write([{ kind: 'setCells', sheet: '明细', cells: [{ row: 9, column: 0, value: 'x' }] }]);
      expect(workbook.sheets.map(({ name }) => name)).toEqual(['明细']);
    });
  });
});

describe('a write that rests on a read', () => {
  const fill: UndoChange[] = [
    { kind: 'insertRows', sheet: '汇总', row: 3, count: 1, formatOf: 2 },
    set([
      [1, 1, 81],
      [3, 0, '王五'],
    ]),
    { kind: 'setMemory', xml: `<m xmlns="${MEMORY_NAMESPACE}">1</m>` },
  ];
  type Other = (city: ReturnType<typeof setUp>) => void;
  const others: readonly (readonly [string, string, Other])[] = [
    ['edits a figure', '“明细”(C4)', ({ workbook, detail }) => workbook.store(detail, 3, 2, 99)],
    ['edits the summary', '“汇总”(C3)', ({ workbook, summary }) => workbook.store(summary, 2, 2, '丙')],
    ['puts a formula', '“汇总”(B2)', ({ workbook, summary }) => workbook.enter(summary, 1, 1, '=40+40')],
    [
      'inserts a row',
      '“汇总”',
      ({ workbook, summary }) => workbook.shift(summary, { axis: 'row', at: 1, count: 1 }),
    ],
    ['renames the details', '“明细”', ({ workbook, detail }) => workbook.renameSheet(detail, '六月')],
    ['deletes the details', '“明细”', ({ workbook, detail }) => workbook.deleteSheet(detail)],
    ['adds a sheet', '“新”', ({ workbook }) => void workbook.addSheet('新')],
    [
      'changes what is remembered',
      '保存的设置',
      ({ workbook }) => workbook.setXmlPart(workbook.newId(), `<m xmlns="${MEMORY_NAMESPACE}">2</m>`),
    ],
  ];

  function setUp() {
    const made = city();
    return { ...made, endpoint: openInExcel(made.workbook), host: createExcelHost() };
  }

  test.each(others)('is not begun where somebody %s', async (_what, where, act) => {
    const made = setUp();
    const basis = await made.host.read();
    act(made);
    const before = [contents(made.summary), made.workbook.customXmlParts];
    const error = await failure(made.host.write(fill, { basis }));
    expect([error.code, error.message]).toEqual(['changed', expect.stringContaining(where)]);
    expect(error.message).toMatch(/读取以后被改动过.*请重新校验/);
    expect([contents(made.summary), made.workbook.customXmlParts]).toEqual(before);
  });

  test('is taken back where somebody inserts a row in the very moment', async () => {
    const { host, endpoint, workbook, summary } = setUp();
    const basis = await host.read();
    endpoint.meanwhile(2, () => workbook.shift(summary, { axis: 'row', at: 1, count: 1 }));
    const error = await failure(host.write(fill, { basis }));
    expect([error.code, endpoint.requests]).toEqual(['changed', 7]);
    expect([summary.value(2, 0), summary.value(2, 1), summary.value(4, 0)]).toEqual(['张三', 80, '合计']);
    expect(workbook.customXmlParts).toEqual([]);
  });

  test('is taken back where somebody makes the workbook remember something in the very moment', async () => {
    const { host, endpoint, workbook, summary } = setUp();
    const basis = await host.read();
    const before = contents(summary);
    const theirs = `<m xmlns="${MEMORY_NAMESPACE}">2</m>`;
    endpoint.meanwhile(2, () => workbook.setXmlPart(workbook.newId(), theirs));
    const error = await failure(host.write(fill, { basis }));
    expect([error.code, error.detail]).toEqual(['changed', null]);
    expect(contents(summary)).toEqual(before);
    expect(workbook.customXmlParts.map(({ xml }) => xml)).toEqual([theirs]);
  });

  test('does not mind what a formula shows by itself', async () => {
    const { host, workbook, detail } = setUp();
    workbook.enter(detail, 20, 0, '=NOW()');
    const basis = await host.read();
    detail.patch(20, 0, { value: 39_500.75 });
    await host.write(fill, { basis });
    expect((await host.read()).memory).toContain('>1<');
  });
});

describe('notes beside marks', () => {
  const marks: UndoChange[] = [
    { kind: 'unmark' },
    {
      kind: 'mark',
      sheet: '汇总',
      cells: [{ row: 1, column: 1, severity: 'error', note: `${NOTE_HEAD}\n甲` }],
    },
  ];

  test('are left out where Excel is older than ExcelApi 1.18', async () => {
    const { workbook, summary } = city();
    openInExcel(workbook);
    await createExcelHost().write(marks);
    expect([summary.conditions.length, summary.notes.length]).toEqual([1, 0]);
  });

  test('are left out where office.js is older than Excel', async () => {
    const { workbook, summary } = city();
    openInExcel(workbook, { sets: { ExcelApi: '1.18' } });
    Reflect.deleteProperty(Excel.Worksheet.prototype, 'notes');
    await createExcelHost().write(marks);
    expect([summary.conditions.length, summary.notes.length]).toEqual([1, 0]);
  });

  test('do not take the fills along where they fail, and are written the next time', async () => {
    const { workbook, summary } = city();
    const endpoint = openInExcel(workbook, { sets: { ExcelApi: '1.18' } });
    const host = createExcelHost();
    endpoint.fail({ request: 4, host: HostFault.ActivityLimitReached });
    const error = await failure(host.write(marks));
    expect([error.code, summary.conditions.length, summary.notes.length]).toEqual(['session-lost', 1, 0]);
    expect(error.message).toContain('批注');
    await host.write(marks);
    expect([summary.conditions.length, summary.notes.length]).toEqual([1, 1]);
    await host.write([{ kind: 'unmark' }]);
    expect([summary.conditions.length, summary.notes.length]).toEqual([0, 0]);
  });

  test('500 of them take no more round trips than one', async () => {
    const trips = async (count: number): Promise<number> => {
      const { workbook } = city();
      const endpoint = openInExcel(workbook, { sets: { ExcelApi: '1.18' } });
      const note = `${NOTE_HEAD}\n甲`;
      const cells = Array.from({ length: count }, (_, row) => ({
        row,
        column: 1,
        severity: 'error' as const,
        note,
      }));
      const before = endpoint.requests;
      await createExcelHost().write([{ kind: 'mark', sheet: '汇总', cells }]);
      return endpoint.requests - before;
    };
    expect(await trips(500)).toBe(await trips(1));
  });
});

describe('an answer that got lost', () => {
  test.each([
    ['cells', [set([[1, 1, 81]])]],
    ['remembering', [{ kind: 'setMemory', xml: `<m xmlns="${MEMORY_NAMESPACE}">1</m>` }]],
    ['a new sheet', [{ kind: 'addSheet', sheet: NEW_SHEET }]],
    ['marks', [{ kind: 'mark', sheet: '汇总', cells: [{ row: 1, column: 1, severity: 'error' }] }]],
  ] as [string, UndoChange[]][])('is no failure where Excel has written %s', async (_what, changes) => {
    for (const done of [true, false]) {
      const { workbook } = city();
      const endpoint = openInExcel(workbook);
      const host = createExcelHost();
      const basis = await host.read();
      const look = changes[0]!.kind === 'mark' ? 2 : 1;
      endpoint.fail({ request: look + 1, host: HostFault.InvalidOrTimedOutSession, done });
      const outcome = await host.write(changes, { basis }).then(
        () => 'written',
        ({ code }: HostError) => code,
      );
      expect(outcome).toBe(done ? 'written' : 'session-lost');
    }
  });

  test('is told where nobody can say what became of it', async () => {
    const { workbook } = city();
    const endpoint = openInExcel(workbook);
    endpoint.fail({ request: 2, host: HostFault.InvalidOrTimedOutSession, done: true });
    endpoint.fail({ request: 3, host: HostFault.InvalidOrTimedOutSession });
    const error = await failure(createExcelHost().write([set([[1, 1, 81]])]));
    expect([error.code, error.detail]).toEqual(['session-lost', expect.objectContaining({ unsure: true })]);
    expect(error.message).toContain('不能确定');
  });
});

describe('trouble', () => {
  test.each([
    [HostFault.InvalidOrTimedOutSession, 'session-lost'],
    [HostFault.ActivityLimitReached, 'session-lost'],
    [HostFault.RequestPayloadSizeLimitExceeded, 'payload-too-large'],
    [HostFault.AccessDenied, 'protected'],
    [HostFault.InvalidOperationInCellEditMode, 'cell-editing'],
    [HostFault.GeneralException, 'unknown'],
  ] as const)('fault %s is %s', async (host, code) => {
    const { workbook } = city();
    openInExcel(workbook).fail({ request: 1, host });
    const error = await failure(createExcelHost().read());
    expect([error.name, error.code]).toEqual(['HostError', code]);
    expect(error.message).toMatch(/请/);
    expect(logHostFailure).toHaveBeenLastCalledWith(error.detail);
  });

  test('waits until the user has left the cell', async () => {
    const { workbook } = city();
    const endpoint = openInExcel(workbook);
    endpoint.startCellEdit();
    const reading = createExcelHost().read();
    setTimeout(() => endpoint.endCellEdit(), 20);
    expect((await reading).sheets).toHaveLength(2);
  });
});

test('selects a cell and hears of changes', async () => {
  const { workbook, summary } = city();
  openInExcel(workbook);
  const host = createExcelHost();
  const edits: unknown[] = [];
  const stop = await host.watch((edit) => edits.push(edit));
  workbook.enter(summary, 1, 1, 85);
  workbook.touched(summary, { top: 1, left: 1, bottom: 1, right: 1 });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(edits).toEqual([{ sheet: '汇总', area: { top: 1, left: 1, bottom: 1, right: 1 } }]);
  await stop();
  workbook.touched(summary, { top: 1, left: 1, bottom: 1, right: 1 });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(edits).toHaveLength(1);
  await host.select({ sheet: '汇总', row: 4, column: 2 });
  expect([workbook.active?.name, workbook.selection]).toEqual([
    '汇总',
    { top: 4, left: 2, bottom: 4, right: 2 },
  ]);
});

test('does not jump to a sheet that is hidden or gone', async () => {
  const { workbook, summary } = city();
  summary.visibility = 'Hidden';
  openInExcel(workbook);
  const host = createExcelHost();
  expect((await failure(host.select({ sheet: '汇总', row: 0, column: 0 }))).code).toBe('unsupported');
  expect((await failure(host.select({ sheet: '没有', row: 0, column: 0 }))).code).toBe('sheet-gone');
});

describe('a read that is cancelled', () => {
  it('is given up at once, whatever Excel has still to answer; the next one reads everything', async () => {
    const { workbook } = city();
    const endpoint = openInExcel(workbook);
    const host = createExcelHost();
    const whole = await host.read();
    const { requests } = endpoint;
    const given = new AbortController();
    const read = host.read({ signal: given.signal });
    given.abort();
    expect((await failure(read)).code).toBe('cancelled');
    expect(endpoint.requests).toBe(requests);
    expect(await host.read()).toEqual(whole);
  });
});
