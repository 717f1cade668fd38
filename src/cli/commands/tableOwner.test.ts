import { existsSync } from 'node:fs';
import { commandLine } from '../../../tests/fixtures/commandLine';
import { memoryChange } from '../../app/fill';
import { memoryOf } from '../../app/remembered';
import { rulesOf, withScheme } from '../../app/scheme/rules';
import { tableTemplate } from '../../app/tables/sheets';
import { createFileHost } from '../../hosts/file';
import { tableSchemeById } from '../../schemes';

const { at, call } = commandLine('table-owner');
const daily = tableSchemeById('daily-service')!;

/** A copy of a workbook with the sheet of 日常服务, one department in it. */
async function withDaily(input: string, output: string): Promise<void> {
  const host = createFileHost({ input, output });
  await host.read();
  const [sheet] = tableTemplate(daily);
  const row = new Map<string, string | number>([
    ['考核月份', '2024-06'],
    ['部门', '品质部'],
    ['分管领导', '张总'],
    ['考核得分', 92],
  ]);
  const headers = sheet!.cells.filter((cell) => cell.row === 1);
  const typed = headers.map(({ column, value }) => [`2 ${column}`, row.get(String(value)) ?? ''] as const);
  const values = new Map<string, string | number>(typed);
  const cells = sheet!.cells.map((cell) => ({
    ...cell,
    value: values.get(`${cell.row} ${cell.column}`) ?? cell.value,
  }));
  await host.write([{ kind: 'addSheet', sheet: { ...sheet!, cells } }]);
}

test('results of a table are not written into a workbook of another regulation, which would forget its own', async () => {
  await withDaily(`${__dirname}/../../../tests/samples/worked-examples.xlsx`, at('both.xlsx'));
  const before = await call('check', 'both.xlsx', '--json', '-');
  const refused = await call('fill', 'both.xlsx', '--out', 'out.xlsx', '--scheme', 'daily-service');
  expect(refused).toMatchObject({ status: 2, out: '' });
  expect(refused.error).toContain('会换掉它记住的办法');
  expect(refused.error).toContain('请把“部门月度考核”放在另一个工作簿里再写出');
  expect(existsSync(at('out.xlsx'))).toBe(false);
  // To look at them takes nothing from anybody.
  const looked = await call('check', 'both.xlsx', '--scheme', 'daily-service');
  expect([looked.status, looked.out]).toEqual([0, expect.stringContaining('品质部\t张总\t92')]);
  expect(await call('check', 'both.xlsx', '--json', '-')).toEqual(before);
});

test('of two tables either may be written, until one has rules of its owner', async () => {
  await call('template', 'survey.xlsx', '--scheme', 'opinion-survey');
  await withDaily(at('survey.xlsx'), at('two.xlsx'));
  const fill = (input: string) =>
    call('fill', input, '--out', `${input}-out.xlsx`, '--scheme', 'daily-service');
  expect(await fill('two.xlsx')).toMatchObject({
    status: 0,
    out: expect.stringContaining('已新建“月度考核结果”'),
  });

  const host = createFileHost({ input: at('two.xlsx'), output: at('ruled.xlsx') });
  const memory = memoryOf(await host.read());
  const survey = tableSchemeById('opinion-survey')!;
  await host.write(memoryChange(memory, withScheme(memory, survey.id, rulesOf(survey))));
  expect(await fill('ruled.xlsx')).toMatchObject({
    status: 2,
    error: expect.stringContaining(`这个工作簿用的是“${survey.title}”`),
  });
});
