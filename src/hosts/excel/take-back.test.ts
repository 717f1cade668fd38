import { openInExcel } from '../../../emulator/bridge/install';
import { HostFault, type ActionInfo } from '../../../emulator/executor';
import { city, contents, failure, NEW_SHEET, set } from '../../../tests/fixtures/excelCity';
import { MEMORY_NAMESPACE, type UndoChange } from '../../workbook/host';
import { createExcelHost } from './excel-host';

jest.mock('./host-log', () => ({ logHostFailure: jest.fn() }));

describe('a write that fails halfway', () => {
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
