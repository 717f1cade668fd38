import { existsSync, writeFileSync } from 'node:fs';
import { commandLine } from '../../../tests/fixtures/commandLine';
import { newWorkbook } from '../../hosts/file';
import type { NewCell } from '../../workbook/host';

jest.setTimeout(120_000);

const { at, call } = commandLine('draw');

function list(name: string, headers: readonly string[], rows: readonly (readonly string[])[]): void {
  const cells = [headers, ...rows].flatMap((row, at) =>
    row.map((value, column): NewCell => ({ row: at, column, value, style: at === 0 ? 'header' : 'text' })),
  );
  const sheet = {
    name: '清单',
    cells,
    merges: [],
    columnWidths: [],
    headerRows: 1,
    landscape: false,
    lists: [],
  };
  writeFileSync(at(name), newWorkbook([sheet]));
}

beforeAll(() => {
  const rows = Array.from({ length: 203 }, (_, at) => [
    String(640102100000 + at),
    `店${at}`,
    '东片',
    '城东营销部',
    '李明',
    '食杂店',
  ]);
  list('清单.xlsx', ['许可证号', '客户名称', '片区', '部(所)', '客户经理', '业态'], rows);
  list('没有片区.xlsx', ['许可证号', '客户名称'], [['640102100000', '店']]);
});

it('draws, writes the seed down, repeats with it, and spares those of last time', async () => {
  const first = await call('draw', '清单.xlsx', '--out', '一.xlsx');
  expect(first).toMatchObject({ status: 0, error: '' });
  expect(first.out).toContain('抽中 11 户');
  const seed = /种子 ([0-9a-f]{16})/.exec(first.out)![1]!;
  const again = await call('draw', '清单.xlsx', '--out', '二.xlsx', '--seed', seed, '--json', '-');
  const once = await call(
    'draw',
    '清单.xlsx',
    '--out',
    '三.xlsx',
    '--seed',
    seed,
    '--by',
    '业态',
    '--json',
    '-',
  );
  const drawnOf = (text: string): string[] =>
    (JSON.parse(text) as { drawn: { key: string }[] }).drawn.map(({ key }) => key);
  expect(drawnOf(once.out)).toEqual(drawnOf(again.out));
  const next = await call(
    'draw',
    '清单.xlsx',
    '--out',
    '四.xlsx',
    '--seed',
    seed,
    '--without',
    '一.xlsx',
    '--json',
    '-',
  );
  expect(drawnOf(next.out).some((key) => drawnOf(again.out).includes(key))).toBe(false);
  expect(await call('draw-check', '一.xlsx')).toMatchObject({
    status: 1,
    out: expect.stringContaining('抽中没有走访'),
  });
  expect((await call('check', '一.xlsx', '--period', '2008H1')).out).toContain('未计分 1 人次');
});

it.each([
  [['draw', '清单.xlsx', '--out', 'x.xlsx', '--share', '5'], '--share 要写'],
  [['draw', '清单.xlsx', '--out', 'x.xlsx', '--by', '城乡'], '没有“城乡”一列'],
  [['draw', '清单.xlsx', '--out', 'x.xlsx', '--by', '颜色'], '“颜色”不认识'],
  [['draw', '清单.xlsx', '--out', 'x.xlsx', '--without', '清单.xlsx'], '没有抽样记录'],
  [['draw', '清单.xlsx', '--out', 'x.xlsx', '--detail', 'cards'], '--detail 要写'],
])('%j', async (words, sentence) => {
  const { status, error } = await call(...words);
  expect(status).toBe(2);
  expect(error).toContain(sentence);
});

it('a list without areas: a sentence, no file', async () => {
  const { status, out } = await call('draw', '没有片区.xlsx', '--out', 'x.xlsx');
  expect(status).toBe(1);
  expect(out).toContain('没有“片区”一列');
  expect(existsSync(at('x.xlsx'))).toBe(false);
});

it('says what the list leaves open: no licence, nothing to divide by, nobody at all', async () => {
  const headers = ['许可证号', '客户名称', '片区', '业态'];
  list('缺项.xlsx', headers, [
    ['640102100000', '一店', '东片', '食杂店'],
    ['', '二店', '东片', ''],
  ]);
  const { status, out } = await call('draw', '缺项.xlsx', '--out', '缺.xlsx', '--by', '业态');
  expect(status).toBe(0);
  expect(out).toContain('[提醒] 清单!B3:有 1 户没有写许可证号');
  expect(out).toContain('[提醒] 清单!B3:有 1 户没有写业态,分层时单独算一层');
  list('空.xlsx', headers, []);
  const none = await call('draw', '空.xlsx', '--out', 'x.xlsx');
  expect(none).toMatchObject({ status: 1, out: expect.stringContaining('[错误] 清单:第 1 行是表头') });
  expect(none.out).not.toContain('种子');
});
