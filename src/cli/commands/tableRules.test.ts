import { readFileSync } from 'node:fs';
import { commandLine } from '../../../tests/fixtures/commandLine';
import { createFileHost } from '../../hosts/file';
import type { CellValue } from '../../model';
import { schemeIds, tableSchemeIds } from '../../schemes';

const { at, call } = commandLine('table-rules');
const ALL = [...schemeIds, ...tableSchemeIds];

/** Changes cells of a sheet of a workbook; each row is found by its first cell. */
async function change(
  from: string,
  to: string,
  tab: string,
  cells: Readonly<Record<string, readonly [column: number, value: CellValue]>>,
) {
  const host = createFileHost({ input: at(from), output: at(to) });
  const sheet = (await host.read()).sheets.find(({ name }) => name === tab)!;
  const changed = Object.entries(cells).map(([key, [column, value]]) => ({
    row: sheet.values.findIndex((line) => line[0] === key) + sheet.top,
    column,
    value,
  }));
  await host.write([{ kind: 'setCells', sheet: tab, cells: changed }]);
}

test.each(ALL)('%s is written as a sheet and as a file, and both say the same', async (id) => {
  const option = ['--scheme', id];
  expect(await call('scheme', 'export', `${id}.xlsx`, ...option)).toMatchObject({ status: 0, error: '' });
  expect(await call('scheme', 'export', `${id}.json`, ...option)).toMatchObject({ status: 0, error: '' });
  const checked = await call('scheme', 'check', `${id}.xlsx`);
  expect([checked.status, checked.out]).toEqual([0, expect.stringContaining(`没有错误:${id} 版本`)]);
  expect((await call('scheme', 'diff', `${id}.xlsx`, `${id}.json`)).out).toBe('两份评分标准相同。\n');
  expect((await call('scheme', 'diff', id, `${id}.xlsx`)).out).toBe('两份评分标准相同。\n');
  expect((JSON.parse(readFileSync(at(`${id}.json`), 'utf8')) as { id: string }).id).toBe(id);
});

test('a workbook of departments: its rules written, changed, previewed, filled, and a mistake refused', async () => {
  const host = createFileHost({ input: at('blank.xlsx'), output: at('month.xlsx') });
  expect((await call('template', 'blank.xlsx', '--scheme', 'daily-service')).status).toBe(0);
  const rows: CellValue[][] = [
    ['2024-06', '品质部', '张总', 92],
    ['2024-06', '财务部', '李总', 84.5],
  ];
  const cells = rows.flatMap((row, index) => row.map((value, column) => ({ row: 2 + index, column, value })));
  await host.write([{ kind: 'setCells', sheet: (await host.read()).sheets[0]!.name, cells }]);
  // The workbook remembers its scheme, so that none needs to be named.
  expect((await call('scheme', 'export', 'ruled.xlsx', '--in', 'month.xlsx')).status).toBe(0);
  const again = await call('scheme', 'export', 'twice.xlsx', '--in', 'ruled.xlsx');
  expect([again.status, again.error]).toEqual([2, expect.stringContaining('已经有评分标准表“评分标准”')]);
  const still = await call('scheme', 'preview', 'ruled.xlsx');
  expect([still.status, still.out]).toEqual([0, '评分标准没有等待采用的改动。\n']);

  await change('ruled.xlsx', 'lower.xlsx', '评分标准', { line: [2, 84], 现行版本: [1, '2'] });
  const preview = await call('scheme', 'preview', 'lower.xlsx');
  expect([preview.status, preview.out]).toEqual([
    0,
    [
      '现行版本:1 → 2',
      'line 达标线 的参数取值:85 → 84',
      '财务部的是否达标:未达标 → 达标',
      '月度考核结果-分管领导 李总的是否达标:未达标 → 达标',
      '2 行结果变化。\n',
    ].join('\n'),
  ]);
  const checked = await call('check', 'lower.xlsx');
  expect(checked.out).toContain('财务部\t李总\t84.5\t2\t达标');
  expect(checked.out).toContain('按本单位的评分标准(版本 2)计分');
  expect((await call('scheme', 'check', 'lower.xlsx')).status).toBe(0);
  expect((await call('fill', 'lower.xlsx', '--out', 'filled.xlsx')).status).toBe(0);
  const { memory } = await createFileHost({ input: at('filled.xlsx') }).read();
  expect(memory).toContain('"line":84');
  expect((await call('check', 'filled.xlsx')).out).toContain('(daily-service,版本 2)');

  await change('ruled.xlsx', 'wrong.xlsx', '评分标准', { line: [2, 101] });
  for (const words of [
    ['scheme', 'check', 'wrong.xlsx'],
    ['scheme', 'preview', 'wrong.xlsx'],
    ['check', 'wrong.xlsx'],
  ]) {
    const { status, out } = await call(...words);
    expect([status, out]).toEqual([
      1,
      expect.stringMatching(/\[错误\] C\d+ 评分标准有误:达标分 101 超过满分/),
    ]);
  }
  const filled = await call('fill', 'wrong.xlsx', '--out', 'none.xlsx');
  expect([filled.status, filled.out]).toEqual([1, expect.stringContaining('没有写出“none.xlsx”')]);
});
