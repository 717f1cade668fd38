import { openInExcel } from '../../emulator/bridge/install';
import { openFile } from '../../emulator';
import { createExcelHost } from '../../src/hosts/excel';
import { hostContract } from './hostContract';

hostContract('the Excel host', async (bytes) => {
  const { workbook, save } = openFile(bytes, '测试.xlsx');
  openInExcel(workbook, { sets: { ExcelApi: '1.18', CustomXmlParts: '1.1', DelayForCellEdit: '1.1' } });
  return { host: createExcelHost(), save: async () => save() };
});
