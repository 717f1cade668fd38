import { readFileSync, writeFileSync } from 'node:fs';
import { commandLine } from '../../../tests/fixtures/commandLine';
import { sampleBytes } from '../../../tests/fixtures/scoreBooks';
import type { Result } from '../../app/result';
import { createFileHost, writeNewWorkbook } from '../../hosts/file';
import { yinchuan2008 } from '../../schemes';

beforeAll(() => writeFileSync(at('in.xlsx'), sampleBytes('worked-examples')));

const { at, call } = commandLine('scheme');

/** Changes cells of the sheet of rules, each found by the first cell of its row. */
async function change(from: string, to: string, cells: Readonly<Record<string, [number, string | number]>>) {
  const host = createFileHost({ input: at(from), output: at(to) });
  const { sheets } = await host.read();
  const sheet = sheets.find(({ name }) => name === '评分标准')!;
  const changed = Object.entries(cells).map(([key, [column, value]]) => ({
    row: sheet.values.findIndex((line) => line[0] === key) + sheet.top,
    column,
    value,
  }));
  await host.write([{ kind: 'setCells', sheet: sheet.name, cells: changed }]);
}

async function result(file: string): Promise<Result> {
  return JSON.parse((await call('check', file, '--json', '-')).out) as Result;
}

test('a scheme file comes back as the scheme it was written from', async () => {
  expect(await call('scheme', 'export', 'rules.json')).toMatchObject({ status: 0, error: '' });
  expect(JSON.parse(readFileSync(at('rules.json'), 'utf8'))).toEqual(
    JSON.parse(JSON.stringify(yinchuan2008())),
  );
  expect(await call('scheme', 'check', 'rules.json')).toMatchObject({ status: 0 });
  expect((await call('scheme', 'export', 'rules.xlsx')).status).toBe(0);
  expect((await call('scheme', 'diff', 'rules.xlsx', 'rules.json')).out).toBe('两份评分标准相同。\n');
  expect((await call('scheme', 'diff', 'yinchuan-2008', 'rules.json')).out).toBe('两份评分标准相同。\n');
});

test('rules changed on the sheet are scored under, named, and remembered by what is filled', async () => {
  expect((await call('scheme', 'export', 'own.xlsx', '--in', 'in.xlsx')).status).toBe(0);
  expect((await result('own.xlsx')).persons).toEqual((await result('in.xlsx')).persons);
  await change('own.xlsx', 'changed.xlsx', { 'CM-S04': [10, 3], 现行版本: [1, 'A/1'] });
  const diff = await call('scheme', 'diff', 'own.xlsx', 'changed.xlsx');
  expect(diff.out).toBe('现行版本:A/0 → A/1\nCM-S04 卷烟库存 的每次扣分/权重:2 → 3\n');

  const text = (await call('check', 'changed.xlsx')).out;
  expect(text).toContain('工作表“评分标准”:评分标准,版本 A/1');
  expect(text).toContain('CM-S04 卷烟库存 的每次扣分/权重:2 → 3');
  const changed = await result('changed.xlsx');
  expect(changed.scheme).toEqual({ id: 'yinchuan-2008', version: 'A/1' });

  expect((await call('fill', 'changed.xlsx', '--out', 'filled.xlsx')).error).toBe('');
  const { memory } = await createFileHost({ input: at('filled.xlsx') }).read();
  expect(memory).toContain('A/1');
  expect((await result('filled.xlsx')).persons).toEqual(changed.persons);
});

test('a mistake is named with its cell, and nobody is scored', async () => {
  await change('own.xlsx', 'wrong.xlsx', { 'CM-S04': [10, '两分'] });
  const checked = await call('scheme', 'check', 'wrong.xlsx');
  expect(checked.status).toBe(1);
  expect(checked.out).toMatch(/\[错误\] K\d+ 评分标准有误:应为分值\(数字\),实际是 "两分"。/);
  const { persons } = await result('wrong.xlsx');
  expect(persons.map(({ score }) => score)).toEqual(persons.map(() => null));
  expect((await call('scheme', 'diff', 'own.xlsx', 'wrong.xlsx')).status).toBe(1);
});

test.each([
  [['scheme'], '“scheme”后面要写做什么:scheme export、scheme check、scheme diff'],
  [['scheme', 'print'], '“scheme”后面要写做什么'],
  [['scheme', 'export'], '缺少文件名'],
  [['scheme', 'export', 'x.json', '--scheme', 'none'], '没有方案“none”'],
  [['scheme', 'check', 'none.json'], '读不了'],
  [['scheme', 'export', 'two.xlsx', '--in', 'own.xlsx'], '已经有评分标准表“评分标准”'],
])('%j is a wrong call', async (words, sentence) => {
  const { status, error } = await call(...words);
  expect([status, error]).toEqual([2, expect.stringContaining(sentence)]);
});

test('a workbook without such a sheet has nothing to check', async () => {
  const { status, out } = await call('scheme', 'check', 'in.xlsx');
  expect([status, out]).toEqual([1, expect.stringContaining('“in.xlsx”里没有评分标准表')]);
});

describe('a classification', () => {
  const rows: [string, string, string, number, number, string, string][] = [
    ['甲店', '城镇', '食杂店', 100, 10000, 'CZ1', '李明'],
    ['乙店', '城镇', '食杂店', 80, 9000, 'CZ1', '李明'],
    ['丙店', '乡村', '食杂店', 60, 5000, 'XZ2', '李明'],
  ];

  test('from its template to its results, and a workbook remembers it', async () => {
    const option = ['--scheme', 'retail-customer-class'];
    expect((await call('template', 'class.xlsx', ...option)).status).toBe(0);
    const { sheets } = await createFileHost({ input: at('class.xlsx') }).read();
    const values = sheets[0]!.values.map((line, row) =>
      line.map((value, column) => ({ row, column, value, style: 'text' as const })),
    );
    await writeNewWorkbook(at('forgetful.xlsx'), [
      {
        name: '客户',
        cells: values.flat(),
        merges: [],
        columnWidths: [],
        headerRows: 0,
        landscape: false,
        lists: [],
      },
    ]);
    const host = createFileHost({ input: at('forgetful.xlsx'), output: at('customers.xlsx') });
    const [sheet] = (await host.read()).sheets;
    const header = sheet!.values[1]!;
    const fields = ['客户名称', '市场类型', '经营业态', '购进量', '购进额', '登记分类', '客户经理'];
    const cells = rows.flatMap((row, index) =>
      row.map((value, at) => ({ row: 2 + index, column: header.indexOf(fields[at]!), value })),
    );
    await host.write([{ kind: 'setCells', sheet: sheet!.name, cells }]);

    const plain = await call('check', 'customers.xlsx');
    expect([plain.status, plain.error]).toEqual([
      1,
      expect.stringContaining('请加 --scheme retail-customer-class'),
    ]);

    const checked = await call('check', 'customers.xlsx', ...option, '--json', '-');
    const data = JSON.parse(checked.out) as { customers: { code: string }[]; differing: unknown[] };
    expect(data.customers.map(({ code }) => code)).toEqual(['CZ1', 'CZ2', 'XZ3']);
    expect(data.differing).toEqual([
      { department: '', owner: '李明', customers: 3, compared: 3, differing: 2 },
    ]);

    const filled = await call('fill', 'customers.xlsx', '--out', 'classes.xlsx', ...option);
    expect(filled.out).toContain('已新建“客户分类结果”、“业态不符统计”,写出“classes.xlsx”。');
    const again = await call('check', 'classes.xlsx');
    expect([again.status, again.out]).toEqual([0, expect.stringContaining('得出结果 3 行,未得出 0 行。')]);
  });

  test('an unknown scheme is a wrong call', async () => {
    const { status, error } = await call('check', 'in.xlsx', '--scheme', 'none');
    expect([status, error]).toEqual([2, expect.stringContaining('retail-customer-class')]);
  });
});

test('preview says whose score the changed sheet moves, and nothing where nobody has changed it', async () => {
  const still = await call('scheme', 'preview', 'own.xlsx');
  expect([still.status, still.out]).toEqual([0, '评分标准没有等待采用的改动。\n']);
  const moved = await call('scheme', 'preview', 'changed.xlsx', '--json', '-');
  const preview = JSON.parse(moved.out) as {
    version: string;
    changes: string[];
    effects: { person: string; score: { from: number; to: number } }[];
  };
  const [before, after] = [await result('in.xlsx'), await result('changed.xlsx')];
  const expected = before.persons.flatMap(({ name, score }, index) => {
    const to = after.persons[index]!.score;
    return score === to ? [] : [[name, score, to]];
  });
  expect(expected.length).toBeGreaterThan(0);
  expect(preview.version).toBe('A/1');
  expect(preview.changes).toContain('CM-S04 卷烟库存 的每次扣分/权重:2 → 3');
  expect(preview.effects.map(({ person, score }) => [person, score.from, score.to])).toEqual(expected);
  const text = (await call('scheme', 'preview', 'changed.xlsx')).out;
  for (const [name, from, to] of expected) expect(text).toContain(`${name}:得分 ${from} → ${to ?? '未计分'}`);
  expect(text).toContain(`${expected.length} 人次的得分变化。`);
  const wrong = await call('scheme', 'preview', 'wrong.xlsx');
  expect([wrong.status, wrong.out]).toEqual([1, expect.stringMatching(/\[错误\] K\d+ 评分标准有误/)]);
});
