/**
 * @jest-environment jsdom
 */
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { openPane, press } from '../../tests/pane/opening';
import { sampleEvaluation } from '../../tests/pane/sampleEvaluation';
import { sample } from '../../tests/pane/samples';
import { plainStanding } from '../app/scheme/standing';
import type { TableOutcome } from '../app/tables/outcome';
import { makeIssue } from '../model';
import { schemeById, tableSchemeById } from '../schemes';
import type { PaneStore } from './state/paneState';

let store: PaneStore;

async function open(evaluation = sample) {
  const { services, store: own } = await openPane({ evaluation });
  store = own;
  if (evaluation !== sample) return services;
  act(() => store.getState().show({ name: 'schemes' }));
  await screen.findByRole('heading', { name: '其他办法' });
  return services;
}

afterEach(cleanup);

test('the schemes that the workbook has stand first; each can be used or begun', async () => {
  const services = await open();
  const items = within(screen.getByRole('list', { name: '办法' })).getAllByRole('listitem');
  expect(items.map((item) => item.textContent)).toEqual([
    expect.stringContaining('工作簿里有它的表'),
    expect.stringContaining('正在使用'),
    expect.stringContaining('月度评分'),
  ]);
  await press('按它计分 月度评分');
  expect(services.calls).toContain('use month');
  expect(screen.getByText('已按选定的办法重新计分，工作簿会记住。')).toBeTruthy();
  expect(screen.getAllByRole('status')).toHaveLength(1);
  await press('新建模板 月度评分');
  expect(services.calls).toContain('template month');
  expect(screen.getByText('已加入 2 张表。')).toBeTruthy();
});

test('what could not be done is said with what to do, also where nobody knows the reason', async () => {
  const services = await open();
  const { use } = services.schemes;
  const failing = (error: Error) => Object.assign(services.schemes, { use: () => Promise.reject(error) });
  failing(Object.assign(new Error('工作表受保护,请撤销保护。'), { name: 'HostError' }));
  await press('按它计分 月度评分');
  expect(screen.getByText('没有完成：工作表受保护，请撤销保护。')).toBeTruthy();
  failing(new TypeError('许少华'));
  await press('按它计分 月度评分');
  expect(screen.getByText('没有完成：出现意外情况。请重试；仍不行请关闭并重新打开任务窗格。')).toBeTruthy();
  Object.assign(services.schemes, { use });
  await press('按它计分 月度评分');
  expect(screen.getByText('已按选定的办法重新计分，工作簿会记住。')).toBeTruthy();
});

const cell = { sheet: '日报', row: 3, column: 2 };
const daily: TableOutcome = {
  scheme: tableSchemeById('inspection-daily')!,
  standing: plainStanding(tableSchemeById('inspection-daily')!),
  snapshot: sample.snapshot,
  period: null,
  issues: [makeIssue('code-unknown', { cell, message: '没有类别“服务”。' })],
  tables: [
    {
      names: { name: '统计', title: '件数统计' },
      headers: ['部门', '件数'],
      rows: [
        ['客房部', 3],
        ['餐饮部', '未确定'],
      ],
      keys: 1,
    },
  ],
  data: {},
  known: 3,
  unknown: 1,
};

test('a workbook of a table says so at the top, and leads to its results instead of a summary', async () => {
  const bare = makeIssue('sheet-missing', { message: '没有识别到测评表。' });
  const services = await open({ ...sample, readings: [], issues: [bare] });
  services.tableOutcome = daily;
  const head = within(screen.getByRole('banner'));
  expect(head.getByText('识别到“质检日报”的表')).toBeTruthy();
  expect(screen.queryByText('没有识别到测评表')).toBeNull();
  for (const name of ['填写汇总表', '提交前校验']) expect(head.queryByRole('button', { name })).toBeNull();
  expect(screen.queryByRole('combobox', { name: '考核半年' })).toBeNull();
  expect(head.getByRole('status').textContent).toBe('点“看结果”查看结果和表里的问题。');
  await act(async () => void fireEvent.click(head.getByRole('button', { name: '看结果' })));
  expect(await screen.findByText('得出结果 3 行，未得出 1 行。')).toBeTruthy();
  expect(screen.getAllByRole('status')).toHaveLength(1);
  expect(services.calls).toContain('look daily');
});

test('nothing of the default scheme is said of such a workbook, not even after 提交前校验 in the ribbon', async () => {
  const bare = makeIssue('sheet-missing', { message: '没有识别到测评表。' });
  await open({ ...sample, readings: [], issues: [bare] });
  const isAlone = async () => {
    expect(await screen.findByRole('heading', { name: '从这里开始' })).toBeTruthy();
    expect(screen.queryByText('没有识别到测评表。')).toBeNull();
    expect(screen.queryByText(/个错误/)).toBeNull();
    expect(screen.getAllByRole('heading', { level: 2 }).map((each) => each.textContent)).toEqual([
      '从这里开始',
    ]);
  };
  await isAlone();
  await act(() => store.getState().check());
  expect(store.getState().verdict).toBe(true);
  await isAlone();
});

test.each([
  ['month', '考核月份', '2008-06', '2008 年 6 月'],
  ['quarter', '考核季度', '2008Q3', '2008 年第 3 季度'],
] as const)('a regulation by the %s names its periods so', async (period, label, id, name) => {
  await open({ ...sample, scheme: { ...sample.scheme, period }, period: id });
  const chooser = screen.getByRole('combobox', { name: label });
  expect(within(chooser).getByRole('option', { name: `自动（${name}）` })).toBeTruthy();
  expect(within(chooser).getByRole<HTMLOptionElement>('option', { name }).value).toBe(id);
});

test('a table shows its results, and what is wrong in it leads to its cell; the results are written', async () => {
  const services = await open();
  services.tableOutcome = daily;
  await press('看结果 质检日报');
  expect(await screen.findByText('得出结果 3 行，未得出 1 行。')).toBeTruthy();
  const cells = within(screen.getByRole('table', { name: '件数统计' })).getAllByRole('cell');
  expect(cells.map(({ textContent }) => textContent)).toEqual(['客房部', '3', '餐饮部', '未确定']);
  expect(screen.getByText('没有类别“服务”。')).toBeTruthy();
  await press(/日报!C4/);
  expect(services.calls).toContainEqual(expect.stringContaining('日报'));
  await press('写出结果表');
  expect(services.calls).toContain('fill daily');
  expect(screen.getByText('已写出统计。')).toBeTruthy();
});

test('the rules of a table are written as a sheet; what its changes move stands there before they are taken over', async () => {
  const services = await open();
  services.tableOutcome = daily;
  services.pendingTableRules = {
    version: '2',
    changes: ['line 达标线 的参数取值:85 → 84'],
    effects: ['财务部的是否达标:未达标 → 达标'],
  };
  await press('看结果 质检日报');
  const box = await screen.findByRole('region', { name: '评分标准表有 1 处改动等待采用' });
  expect(within(box).getByText('财务部的是否达标:未达标 → 达标')).toBeTruthy();
  fireEvent.change(screen.getByLabelText('修订人'), { target: { value: '王主任' } });
  await press('采用');
  expect(services.calls).toContain('take over daily 2 by 王主任');
  expect(screen.queryByRole('region', { name: '评分标准表有 1 处改动等待采用' })).toBeNull();
  await press('写成评分标准表');
  expect(services.calls).toContain('write rules of daily');
});

test('rules with a mistake are said to be so, and there is nothing to write', async () => {
  const services = await open();
  const invalid = { ...daily.standing, isInvalid: true, sheet: '评分标准' };
  services.tableOutcome = { ...daily, standing: invalid, tables: [], known: 0, unknown: 0 };
  await press('看结果 质检日报');
  expect((await screen.findByRole('alert')).textContent).toContain('改正前不计算');
  await press('写出结果表');
  expect(services.calls).not.toContain('fill daily');
  await press('去评分标准表');
  expect(services.calls).toContainEqual(expect.stringContaining('评分标准'));
});

test('a regulation with grades shows them beside the score, in the list and on the person’s own page', async () => {
  const person = {
    department: '一店',
    role: '商场物业',
    households: 2,
    sections: {},
    status: 'scored',
    missing: [],
    rawMaximum: 100,
    deduction: null,
  };
  const persons = [
    { ...person, name: '安居', rawTotal: 95.5, score: 95.5, rank: 1, qualified: true },
    { ...person, name: '佳洁', rawTotal: 69.99, score: 69.99, rank: 2, qualified: false },
  ];
  const result = { period: '2024-06', persons, departments: [] };
  await open(sampleEvaluation(schemeById('mall-property')!, result));
  const rows = screen.getAllByRole('row').slice(1);
  expect(rows.map((row) => within(row).getAllByRole('cell').at(-1)!.textContent)).toEqual([
    '优良达标',
    '不合格未达标',
  ]);
  await press('安居');
  expect(await screen.findByText('优良 · 达标')).toBeTruthy();
});
