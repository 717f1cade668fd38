import { WorkbookModel } from '../model';
import { loadExcel } from '../bridge/load-excel';
import { HostEndpoint } from './endpoint';

function start() {
  const workbook = new WorkbookModel('测试.xlsx');
  const sheet = workbook.addSheet('明细');
  [
    ['姓名', '得分'],
    ['张三', 80],
    ['李四', 90],
  ].forEach((line, row) => line.forEach((value, column) => workbook.store(sheet, row, column, value)));
  const endpoint = new HostEndpoint(workbook);
  return { workbook, sheet, endpoint, ...loadExcel(endpoint) };
}

test('reads a used range', async () => {
  const { Excel, endpoint } = start();
  const values = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('明细').getUsedRange(true).load('values,address');
    await context.sync();
    return [range.address, range.values];
  });
  expect(values).toEqual([
    '明细!A1:B3',
    [
      ['姓名', '得分'],
      ['张三', 80],
      ['李四', 90],
    ],
  ]);
  expect(endpoint.requests).toBe(2);
});
