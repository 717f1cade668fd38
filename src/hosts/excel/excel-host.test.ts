import { openInExcel } from '../../../emulator/bridge/install';
import { HostFault } from '../../../emulator/executor';
import { city, failure, NEW_SHEET, set } from '../../../tests/fixtures/excelCity';
import { MEMORY_NAMESPACE, type HostError, type UndoChange } from '../../workbook/host';
import { createExcelHost } from './excel-host';
import { logHostFailure } from './host-log';

jest.mock('./host-log', () => ({ logHostFailure: jest.fn() }));

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
