import { openInExcel } from '../../../emulator/bridge/install';
import { HostFault } from '../../../emulator/executor';
import { WorkbookModel } from '../../../emulator/model';
import type { NewCell, NewSheet } from '../../workbook/host';
import { createExcelHost } from './excel-host';
import { addCells } from './new-sheet';

jest.mock('./host-log', () => ({ logHostFailure: jest.fn() }));

const ROWS = 7_500;
const COLUMNS = 15;

/** A summary of thousands of persons: too much for one request. */
function large(): NewSheet {
  const cells = Array.from({ length: ROWS * COLUMNS }, (_, index): NewCell => {
    const [row, column] = [Math.floor(index / COLUMNS), index % COLUMNS];
    return column < 3
      ? { row, column, value: `=第${row}人`, style: 'text' }
      : { row, column, value: row + column / 100, style: 'decimal' };
  });
  const widths = Array.from({ length: COLUMNS }, () => 10);
  return {
    name: '汇总表',
    cells,
    merges: [],
    columnWidths: widths,
    headerRows: 1,
    landscape: true,
    lists: [],
  };
}

function open() {
  const workbook = new WorkbookModel('全省.xlsx');
  workbook.store(workbook.addSheet('明细'), 0, 0, '姓名');
  return { workbook, endpoint: openInExcel(workbook) };
}

test('a new sheet of 112,500 cells is written in several requests, every cell of it', async () => {
  const { workbook, endpoint } = open();
  await createExcelHost().write([
    { kind: 'setMemory', xml: '<memory xmlns="urn:service-score:memory:1"/>' },
    { kind: 'addSheet', sheet: large() },
  ]);
  expect(endpoint.requests).toBeGreaterThan(2);
  const { sheets, memory } = await createExcelHost().read();
  const made = sheets.find(({ name }) => name === '汇总表')!;
  expect(memory).toContain('memory');
  expect(made.values).toHaveLength(ROWS);
  expect(made.values[ROWS - 1]!.slice(0, 4)).toEqual(['=第7499人', '=第7499人', '=第7499人', 7499.03]);
  const stored = workbook.sheets.find(({ name }) => name === '汇总表')!;
  expect([0, 3].map((column) => stored.cell(ROWS - 1, column).numberFormat)).toEqual(['@', '0.00']);
  expect(made.formulas.size).toBe(0);
});

test('where a later request fails nothing of the sheet stays', async () => {
  const { workbook, endpoint } = open();
  endpoint.fail({ request: 3, host: HostFault.GeneralException });
  await expect(createExcelHost().write([{ kind: 'addSheet', sheet: large() }])).rejects.toThrow();
  expect(workbook.sheets.map(({ name }) => name)).toEqual(['明细']);
});

test('what a request holds is put together in slices, between which the page has its turn', async () => {
  open();
  const { cells } = large();
  const slices = await Excel.run(async (context) => {
    const work = addCells(context.workbook.worksheets.add('汇总表'), cells.slice(0, 20_000));
    let count = 0;
    while (work.next().done !== true) count += 1;
    await context.sync();
    return count;
  });
  expect(slices).toBeGreaterThanOrEqual(10);
});
