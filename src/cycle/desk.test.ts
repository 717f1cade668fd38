import { sampleBytes } from '../../tests/fixtures/scoreBooks';
import { newWorkbook, readWorkbook, TableBook, unzipFiles, zipFiles } from '../hosts/file/bytes';
import { yinchuan2008 } from '../schemes';
import { createCycleDesk } from './desk';

jest.setTimeout(120_000);

const desk = createCycleDesk(
  { readWorkbook, newWorkbook, longTables: () => new TableBook(), zip: zipFiles, unzip: unzipFiles },
  yinchuan2008(),
);
const chosen = (name: string) => ({ name: `${name}.xlsx`, bytes: sampleBytes(name) });
const watch = () => ({ signal: new AbortController().signal, onProgress: () => undefined });

it('collects chosen files; one that cannot be read is named and the rest goes on', async () => {
  const files = [chosen('worked-examples'), { name: '坏.xlsx', bytes: new Uint8Array([1]) }];
  const { bytes, text, isClean } = await desk.collect(files, null, watch());
  expect(isClean).toBe(false);
  expect(text).toContain('“坏.xlsx”不是 Excel 工作簿');
  expect(readWorkbook(bytes!, 'x.xlsx').sheets[0]!.name).toBe('汇集报告');
});

it('stops where it is cancelled', async () => {
  const controller = new AbortController();
  controller.abort();
  const call = desk.collect([chosen('worked-examples')], null, { ...watch(), signal: controller.signal });
  await expect(call).rejects.toThrow();
});

it('archives, verifies and compares', async () => {
  const made = await desk.archive(chosen('worked-examples'), new Date(Date.UTC(2008, 6, 5)));
  const archive = { name: 'a.zip', bytes: made.bytes! };
  expect(await desk.verify(archive)).toMatchObject({ isClean: true, bytes: null });
  const compared = await desk.compare(archive, archive);
  expect(compared.text).toContain('持平');
  expect(compared.isClean).toBe(true);
});
