import { sampleBytes } from '../../tests/fixtures/scoreBooks';
import { newWorkbook, readMemory, readWorkbook, TableBook, unzipFiles, zipFiles } from '../hosts/file/bytes';
import { evaluateWorkbook } from '../app/scheme/evaluateWorkbook';
import { memoryOfScheme } from '../app/remembered';
import { withScheme } from '../app/scheme/rules';
import { schemeById, yinchuan2008 } from '../schemes';
import { EMPTY_MEMORY, writeMemory } from '../workbook/memory';
import { makeArchive } from './archive/make';
import { createCycleDesk } from './desk';

jest.setTimeout(120_000);

const files = {
  readWorkbook,
  readMemory,
  newWorkbook,
  longTables: () => new TableBook(),
  zip: zipFiles,
  unzip: unzipFiles,
};
const desk = createCycleDesk(files, yinchuan2008);
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
  expect(compared.text).toContain('两份归档是同一期(2008年上半年),结果也完全相同');
  expect(compared.isClean).toBe(true);
});

it('an archive says which workbook it is of', async () => {
  const made = await desk.archive(chosen('worked-examples'), new Date(Date.UTC(2008, 6, 5)));
  const { text } = await desk.verify({ name: 'a.zip', bytes: made.bytes! });
  expect(text).toMatch(
    /^“a\.zip”是工作簿“worked-examples\.xlsx”的归档\(2008年上半年,归档于 2008-07-05\)。\n与归档时一致/,
  );
});

it('a file that is no archive is named, with what to choose', async () => {
  const made = await desk.archive(chosen('worked-examples'), new Date());
  const [archive, other] = [{ name: 'a.zip', bytes: made.bytes! }, chosen('cards')];
  const told = '“cards.xlsx”不是“归档并保存”做的归档,或者已经损坏。请选择做归档时保存的那个 .zip 文件。';
  await expect(desk.verify(other)).rejects.toMatchObject({ name: 'HostError', message: told });
  await expect(desk.compare(archive, other)).rejects.toMatchObject({ name: 'HostError', message: told });
});

it('a ruling that two archives differ in is said in words', async () => {
  const { bytes, name } = chosen('worked-examples');
  const snapshot = readWorkbook(bytes, name);
  const archives = await Promise.all(
    ['normalized', 'raw'].map(async (totalBasis) => {
      const { files: parts } = await makeArchive(
        { name, bytes, snapshot },
        yinchuan2008(),
        { rulings: { totalBasis } },
        new Date(),
      );
      return { name: `${totalBasis}.zip`, bytes: zipFiles(parts) };
    }),
  );
  const { text } = await desk.compare(archives[0]!, archives[1]!);
  expect(text).toContain(
    '注意:两期的口径不同,总得分怎样折算为百分制(totalBasis):实得分合计÷应得分合计×100 → 直接用原始合计。',
  );
});

it('a workbook with nobody in it is not archived', async () => {
  const bytes = newWorkbook([
    { name: '清单', cells: [], merges: [], columnWidths: [], headerRows: 0, landscape: false, lists: [] },
  ]);
  const { bytes: none, text } = await desk.archive({ name: '清单.xlsx', bytes }, new Date());
  expect(none).toBeNull();
  expect(text).toMatch(/^“清单\.xlsx”里没有可以计分的人,没有归档。.+请核对选的是不是这个半年的工作簿。$/);
});

it('slips of a workbook with errors are made, and not called clean', async () => {
  const evaluated = (name: string) => {
    const { bytes } = chosen(name);
    return evaluateWorkbook(readWorkbook(bytes, `${name}.xlsx`), yinchuan2008());
  };
  const faulty = await desk.slips(evaluated('list-with-defects'));
  expect([faulty.bytes !== null, faulty.isClean]).toEqual([true, false]);
  expect((await desk.slips(evaluated('worked-examples'))).isClean).toBe(true);
});

it('collects nothing where a sheet cannot hold all rows', async () => {
  const small = createCycleDesk({ ...files, longTables: () => new TableBook(6) }, yinchuan2008);
  const call = small.collect([chosen('worked-examples')], null, watch());
  await expect(call).rejects.toThrow(
    /超过了一张工作表能放的 6 行,没有写出工作簿。请按部门或地区分几次汇集。/,
  );
});

describe('a regulation of another kind', () => {
  const mall = createCycleDesk(files, () => schemeById('mall-property')!);
  const blank = {
    name: '空表',
    cells: [],
    merges: [],
    columnWidths: [],
    headerRows: 0,
    landscape: false,
    lists: [],
  };
  const book = (id: string) => ({ name: `${id}.xlsx`, bytes: newWorkbook([blank], memoryOfScheme(id)) });

  it('draws nothing where the regulation says nothing of drawing', async () => {
    const wish = { seed: '一', detail: 'list' as const, strata: [], last: null };
    const { bytes, text } = await mall.draw(book('mall-property'), wish);
    expect([bytes, text]).toEqual([null, '《物业公司服务质量评分管理办法》没有规定抽样,不能按它抽样。']);
  });

  it('does not collect a file of another regulation', async () => {
    const memory = writeMemory(withScheme(EMPTY_MEMORY, 'yinchuan-2008', null));
    const other = { name: '别的.xlsx', bytes: newWorkbook([blank], memory) };
    const { text } = await desk.collect([book('mall-property'), other], null, watch());
    expect(text).toContain('别的.xlsx:这个文件记住的办法是“yinchuan-2008”,这次按“mall-property”');
  });

  it('does not archive what scores nobody', async () => {
    await expect(desk.archive(book('daily-service'), new Date(0))).rejects.toThrow(
      '不给人计分,没有规定这一步',
    );
  });
});

it('a cut archive is spoken of in Chinese alone', async () => {
  const made = await desk.archive(chosen('worked-examples'), new Date(0));
  const call = desk.verify({ name: '半年.zip', bytes: made.bytes!.slice(0, 5000) });
  await expect(call).rejects.toThrow(/^“半年.zip”已经损坏,或者不是 .zip 归档文件。请用原来的归档文件再试。$/);
});
