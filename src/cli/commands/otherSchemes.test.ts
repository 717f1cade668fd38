import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CellValue } from '../../model';
import type { Result } from '../../app/result';
import { createFileHost } from '../../hosts/file';
import { run } from '../run';

const folder = mkdtempSync(path.join(tmpdir(), 'service-score-'));
const at = (name: string): string => path.join(folder, name);

afterAll(() => rmSync(folder, { recursive: true }));

async function call(...words: string[]) {
  let [out, error] = ['', ''];
  const io = {
    folder,
    out: (text: string) => void (out += text),
    error: (text: string) => void (error += text),
  };
  return { status: await run(words, io), out, error };
}

/** Types rows below the header of a sheet of a workbook, by the exact or partial text of each column's header. */
async function type(from: string, to: string, tab: string, columns: string[], rows: CellValue[][]) {
  const host = createFileHost({ input: at(from), output: at(to) });
  const { sheets } = await host.read();
  const sheet = sheets.find(({ name }) => name === tab)!;
  const top = sheet.values.findIndex((cells) => cells.some((value) => String(value).includes(columns[0]!)));
  const places = columns.map((column) => {
    const lines = [sheet.values[top + 1] ?? [], sheet.values[top]!];
    return Math.max(...lines.map((cells) => cells.findIndex((value) => String(value).includes(column))));
  });
  const blank = sheet.values.findIndex((cells, row) => row > top && cells.every((value) => value === ''));
  const first = blank < 0 ? sheet.values.length : blank;
  const cells = rows.flatMap((row, index) =>
    row.map((value, column) => ({ row: sheet.top + first + index, column: places[column]!, value })),
  );
  await host.write([{ kind: 'setCells', sheet: tab, cells }]);
}

const DETAIL = '物业服务项目评分明细表';

test('a month: template, filled in, checked, summary filled, explained, sealed', async () => {
  expect(await call('template', 'mall.xlsx', '--scheme', 'mall-property')).toMatchObject({ status: 0 });
  const columns = ['商场', '物业公司', '检查日期', '清洁卫生', '环境绿化'];
  const rows = [
    ['一店', '安居', '2024-6-3', 4, ''],
    ['一店', '安居', '2024-6-17', 4, 1],
    ['二店', '佳洁', '2024-6-3', 12, 10],
  ];
  await type('mall.xlsx', 'june.xlsx', DETAIL, columns, rows);
  const checked = await call('check', 'june.xlsx', '--json', '-');
  const result = JSON.parse(checked.out) as Result;
  expect([checked.status, checked.error, result.scheme.id]).toEqual([0, '', 'mall-property']);
  expect(result).toMatchObject({
    period: '2024-06',
    reportBy: '2024-07-10',
    persons: [
      { name: '安居', households: 2, score: 95.5, grade: '优良', rank: 1, qualified: true, deduction: null },
      { name: '佳洁', households: 1, score: 80, grade: '合格', rank: 2 },
    ],
    departments: [
      { name: '一店', score: 95.5, grade: '优良' },
      { name: '二店', score: 80, grade: '合格' },
    ],
  });
  expect((await call('check', 'june.xlsx')).out).toContain('应于 2024-07-10 前通报');
  expect((await call('fill', 'june.xlsx', '--out', 'filled.xlsx')).status).toBe(0);
  const { sheets } = await createFileHost({ input: at('filled.xlsx') }).read();
  const summary = sheets.find(({ name }) => name === '物业服务项目评分汇总表')!;
  expect(summary.values.find((cells) => cells.includes('安居'))).toEqual(
    expect.arrayContaining(['一店', '安居', 2, 95.5, '优良', 1]),
  );
  const again = JSON.parse((await call('check', 'filled.xlsx', '--json', '-')).out) as Result;
  expect(again.issues.filter(({ code }) => code === 'summary-stale')).toEqual([]);
  const explained = await call('explain', 'june.xlsx', '--person', '佳洁');
  expect([explained.status, explained.out]).toEqual([0, expect.stringContaining('等次 合格')]);
  expect((await call('seal', 'filled.xlsx', '--out', 'sealed.xlsx')).status).toBe(0);
  expect((await call('verify', 'sealed.xlsx')).status).toBe(0);
});

test('a period of another length, and a scheme that there is none of, are refused', async () => {
  const period = await call('check', 'june.xlsx', '--period', '2024H1');
  expect([period.status, period.error]).toEqual([2, expect.stringContaining('2008-06(月份)')]);
  const scheme = await call('check', 'june.xlsx', '--scheme', 'mall');
  expect([scheme.status, scheme.error]).toEqual([2, expect.stringContaining('mall-property')]);
  expect(
    JSON.parse((await call('check', 'june.xlsx', '--period', '2024-05', '--json', '-')).out),
  ).toMatchObject({
    period: '2024-05',
    persons: [{ status: 'unscored' }, { status: 'unscored' }],
  });
});

test('the work around the score goes by the scheme of the workbook, or says that it provides for none', async () => {
  const archived = await call('archive', 'june.xlsx', '--out', 'june.zip');
  expect([archived.status, archived.out]).toEqual([0, expect.stringContaining('已计分 2 人次')]);
  const verified = await call('archive', 'verify', 'june.zip');
  expect([verified.status, verified.out]).toEqual([0, expect.stringContaining('与归档时一致')]);
  const compared = await call('compare', 'june.zip', 'june.zip');
  expect(compared.out).toContain('注意:两份归档是同一期(2024年6月),结果也完全相同,这不是两期的对比。');
  expect(compared.out).not.toContain('yinchuan');

  const { sheets } = await createFileHost({ input: at('june.xlsx') }).read();
  const { values } = sheets.find(({ name }) => name === DETAIL)!;
  const row = values.findIndex((cells) => cells.includes('佳洁'));
  const column = values[row]!.indexOf(12);
  const cell = `${DETAIL}!${String.fromCharCode(65 + column)}${row + 1}`;
  const words = ['--cell', cell, '--value', '2', '--by', '王主任', '--reason', '记错'];
  const corrected = await call('correct', 'june.xlsx', ...words, '--out', 'right.xlsx');
  expect([corrected.status, corrected.out]).toEqual([0, expect.stringContaining('二店 佳洁:80 分')]);

  expect((await call('bulletin', 'june.xlsx', '--out', 'bulletin.xlsx')).status).toBe(0);
  expect((await call('slips', 'june.xlsx', '--out', 'slips.xlsx')).status).toBe(0);
  const drawn = await call('draw', 'june.xlsx', '--scheme', 'mall-property', '--out', 'drawn.xlsx');
  expect([drawn.status, drawn.error]).toEqual([2, expect.stringContaining('没有规定抽样')]);
  const checked = await call('draw-check', 'june.xlsx');
  expect([checked.status, checked.error]).toEqual([2, expect.stringContaining('没有抽样记录')]);
});

test('the months of several malls are collected into one workbook of their scheme', async () => {
  const { mkdirSync, copyFileSync } = await import('node:fs');
  mkdirSync(at('malls'));
  copyFileSync(at('june.xlsx'), at('malls/a.xlsx'));
  await type(
    'mall.xlsx',
    'malls/b.xlsx',
    DETAIL,
    ['商场', '物业公司', '检查日期', '清洁卫生'],
    [['三店', '好邻', '2024-6-5', 3]],
  );
  const collected = await call('collect', 'malls', '--out', 'whole.xlsx');
  expect([collected.status, collected.error]).toEqual([0, '']);
  const whole = JSON.parse((await call('check', 'whole.xlsx', '--json', '-')).out) as Result;
  expect(whole.scheme.id).toBe('mall-property');
  expect(whole.persons.map(({ name, score }) => [name, score])).toEqual([
    ['安居', 95.5],
    ['佳洁', 80],
    ['好邻', 97],
  ]);
});

test.each(['check', 'fill'])(
  '%s of a regulation without rulings refuses --set and does not pass over it',
  async (command) => {
    await call('template', 'daily.xlsx', '--scheme', 'daily-service');
    const out = command === 'fill' ? ['--out', 'daily-filled.xlsx'] : [];
    const words = [
      command,
      'daily.xlsx',
      '--scheme',
      'daily-service',
      '--set',
      'percentStep=started',
      ...out,
    ];
    const { status, error } = await call(...words);
    expect(status).toBe(2);
    expect(error).toContain('没有可以用 --set 改的地方');
  },
);

test('check DIR looks at each workbook by the regulation that it remembers, unless one is named', async () => {
  const { mkdirSync, copyFileSync } = await import('node:fs');
  mkdirSync(at('mixed'));
  copyFileSync(at('june.xlsx'), at('mixed/a.xlsx'));
  await call('template', 'mixed/b.xlsx', '--scheme', 'daily-service');
  const each = await call('check', 'mixed');
  const [, mall, daily] = each.out.split('\n');
  expect(mall).toMatch(/^a\.xlsx\t按《物业公司服务质量评分管理办法》:.*\t0\t\d+\t2\/2\t2024-06\t没有$/);
  expect(daily).toMatch(/^b\.xlsx\t没有校验:这个文件记住的办法是“daily-service”(.*)/);
  expect(each.out).toContain('读不了 0 个,别的办法的 1 个没有校验');
  expect(each.status).toBe(1);
  // A period or ruling of the call is meant for the regulation of the call.
  const halfYear = await call('check', 'mixed', '--period', '2008H1');
  expect(halfYear.out.split('\n')[1]).toMatch(/^a\.xlsx\t没有校验:.*请单独校验/);
  const named = await call('check', 'mixed', '--scheme', 'mall-property', '--period', '2024-06');
  expect(named.out.split('\n')[1]).toMatch(/\t0\t\d+\t2\/2\t2024-06\t没有$/);
});
