import { openInExcel } from '../../../emulator/bridge/install';
import { WorkbookModel } from '../../../emulator/model';
import { MEMORY_NAMESPACE } from '../../workbook/host';
import { createExcelHost } from './excel-host';

const settings = (text: string): string => `<m xmlns="${MEMORY_NAMESPACE}">${text}</m>`;

/** A workbook with these parts of settings. */
function remembering(...texts: string[]): WorkbookModel {
  const workbook = new WorkbookModel();
  workbook.store(workbook.addSheet('明细'), 0, 0, 1);
  workbook.customXmlParts = texts.map((text, index) => ({
    id: `{${index}}`,
    namespaceUri: MEMORY_NAMESPACE,
    xml: settings(text),
  }));
  return workbook;
}

test('two parts of settings that differ are refused: nobody can tell which of them holds', async () => {
  openInExcel(remembering('一', '二'));
  await expect(createExcelHost().read()).rejects.toMatchObject({
    name: 'HostError',
    message: expect.stringContaining('保存了两份设置,内容不同'),
  });
});

test('also where the second one has come since the last read', async () => {
  const workbook = remembering('一');
  openInExcel(workbook);
  const host = createExcelHost();
  expect((await host.read()).memory).toBe(settings('一'));
  workbook.customXmlParts = [...workbook.customXmlParts, ...remembering('一', '二').customXmlParts.slice(1)];
  await expect(host.read()).rejects.toMatchObject({ code: 'damaged' });
});

test('two that say the same are one', async () => {
  openInExcel(remembering('一', '一'));
  expect((await createExcelHost().read()).memory).toBe(settings('一'));
});
