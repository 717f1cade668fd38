import { openInExcel } from '../../emulator/bridge/install';
import { openFile } from '../../emulator';
import { createExcelHost } from '../../src/hosts/excel';
import { hostContract } from './hostContract';

hostContract('the Excel host', async (bytes) => {
  const { workbook, save } = openFile(bytes, '测试.xlsx');
  openInExcel(workbook);
  return { host: createExcelHost(), save: async () => save() };
});
