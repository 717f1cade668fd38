/**
 * @jest-environment jsdom
 */
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { type OpenPane, openPane, press } from '../../tests/pane/opening';
import { sample, scheme } from '../../tests/pane/samples';
import { sample as workbook } from '../../tests/fixtures/workbooks';
import { evaluate } from '../app/evaluate';
import type { Evaluation } from '../app/evaluation';
import { makeIssue } from '../model';

const open = (evaluation?: Evaluation): Promise<OpenPane> => openPane({ evaluation });

const status = () => screen.getByRole('status').textContent;

afterEach(cleanup);

test('a person opens with bars, explanation and a way back that keeps the search', async () => {
  const { services } = await open();
  fireEvent.change(screen.getByRole('searchbox', { name: '搜索姓名' }), { target: { value: '雪梅' } });
  await press('何雪梅');
  expect(await screen.findByRole('heading', { name: '何雪梅' })).toBeTruthy();
  expect(screen.getByText('18.42')).toBeTruthy();
  await press('展开：standard 18.42 / 20');
  await press('展开：抽查 9 户的平均：(19 + 18 + 17 + …) ÷ 9');
  await act(async () => {
    fireEvent.click(screen.getAllByRole('button', { name: '跳转到 明细测评表-客户经理!I7' })[0]!);
  });
  expect(services.calls).toContain('select 明细测评表-客户经理 6 8');
  await press('返回');
  expect(screen.getByRole<HTMLInputElement>('searchbox', { name: '搜索姓名' }).value).toBe('雪梅');
});

test('what each sheet was taken for is shown', async () => {
  await open();
  fireEvent.click(screen.getByRole('tab', { name: '读表' }));
  expect(await screen.findByRole('heading', { name: '这张表我是这样读的' })).toBeTruthy();
  expect(screen.getAllByText('未使用').length).toBeGreaterThan(0);
});

test('what a sheet and its columns are is chosen, and can be forgotten', async () => {
  const reading = {
    ...sample.readings[1]!,
    answer: { sheet: sample.readings[1]!.sheet, mark: 'one' as const },
  };
  const readings = [sample.readings[0]!, reading, ...sample.readings.slice(2)];
  const { services } = await open({ ...sample, readings });
  fireEvent.click(screen.getByRole('tab', { name: '读表' }));
  await screen.findByRole('heading', { name: '这张表我是这样读的' });
  const frame = document.querySelector<HTMLDetailsElement>(`[data-sheet="${reading.sheet}"]`)!;
  act(() => {
    frame.open = true;
    fireEvent(frame, new Event('toggle'));
  });
  const inside = within(frame);
  expect(inside.getAllByText('二').length).toBeGreaterThan(0);
  const choose = async (name: string | RegExp, value: string) => {
    await act(async () => {
      fireEvent.change(inside.getByRole('combobox', { name }), { target: { value } });
    });
    return JSON.parse(
      services.calls
        .filter((call) => call.startsWith('answer'))
        .at(-1)!
        .slice(7),
    ) as unknown;
  };
  const sheet = reading.sheet;
  expect(await choose('这张表是', '')).toEqual({ sheet, mark: 'one', columns: [], definition: null });
  expect(await choose('√ 的意思', 'nothing')).toEqual({ sheet, mark: 'nothing' });
  expect(await choose('扣分列里写的是', 'count')).toEqual({ sheet, mark: 'one', deductions: 'count' });
  expect(await choose(/^C“.*”读作$/, 'CM-S03')).toEqual({
    sheet,
    mark: 'one',
    columns: [{ header: reading.columns[2]!.header, occurrence: 0, among: 1, field: 'CM-S03' }],
  });
  expect(services.calls.at(-1)).toBe('check {}');
  expect(status()).toContain('已记住这个选择并重算');
  await press(`忘记对“${sheet}”的选择`);
  expect(services.calls).toContain(`forget ${sheet}`);
});

test('an issue about a header leads to its question', async () => {
  const { sheet } = sample.readings[1]!;
  const cell = { sheet, row: 2, column: 4 };
  const issue = makeIssue('header-ambiguous', { cell, message: '两列都像是“许可证号”' });
  await open({ ...sample, issues: [issue] });
  await press('到读表中选定');
  await screen.findByRole('heading', { name: '这张表我是这样读的' });
  await waitFor(() => expect(document.activeElement?.getAttribute('data-question')).toBe('column-4'));
});

test('the whole: rules that cost most and scores by post, as pictures with tables behind', async () => {
  await open(evaluate(workbook('worked-examples'), scheme));
  fireEvent.click(screen.getByRole('tab', { name: '总览' }));
  const dearest = await screen.findByRole('img', { name: /^扣分最多的条款：\S+ \S+ 扣 / });
  expect(dearest.querySelectorAll('svg').length).toBeLessThanOrEqual(10);
  const table = screen.getByRole('table', { name: '扣分最多的条款', hidden: true });
  expect(table.querySelectorAll('tbody tr')).toHaveLength(dearest.querySelectorAll('svg').length);
  const scores = screen.getByRole('img', { name: /^得分分布：.*客户经理：/ });
  expect(scores.textContent).toContain('送货员');
  const figures = screen.getAllByRole('figure').map((each) => each.getAttribute('aria-label'));
  expect(figures).toEqual(['扣分最多的条款', '得分分布']);
});

test('who has two posts is one person: among those found, of their department, and below the line', async () => {
  await open(evaluate(workbook('worked-examples'), scheme));
  expect(screen.getByText('识别到 9 张表、11 人')).toBeTruthy();
  fireEvent.click(screen.getByRole('tab', { name: '总览' }));
  expect(await screen.findByText('1 人 · 1 人未达标 · 负责人扣 4 分')).toBeTruthy();
  await press('示例三所');
  expect(await screen.findByText('部(所)第 2 名，共 3 个 · 1 人 · 1 人低于达标线')).toBeTruthy();
  expect(screen.getByText('负责人扣 4 分 · 个人扣分 1 人，合计 8 分')).toBeTruthy();
});

test('a department: from the whole to its page, and on to a person', async () => {
  await open(evaluate(workbook('worked-examples'), scheme));
  fireEvent.click(screen.getByRole('tab', { name: '总览' }));
  fireEvent.click(await screen.findByRole('button', { name: '示例二所' }));
  expect(await screen.findByRole('heading', { name: '示例二所' })).toBeTruthy();
  const people = within(screen.getByRole('table', { name: '本部(所)人员' }));
  expect(people.getAllByRole('row')).toHaveLength(7);
  expect(screen.getByRole('heading', { name: '第十九条扣分' })).toBeTruthy();
  expect(screen.getByRole('img', { name: /^扣分最多的条款：/ })).toBeTruthy();
  await press('郑凯');
  expect(await screen.findByRole('heading', { name: '郑凯' })).toBeTruthy();
});

test('a person: the three rules that cost most, with their cells', async () => {
  const { services } = await open(evaluate(workbook('worked-examples'), scheme));
  await press('李明');
  const list = within(await screen.findByRole('list', { name: '扣分最多的条款' }));
  expect(list.getAllByRole('listitem')).toHaveLength(3);
  await act(async () => {
    fireEvent.click(list.getAllByRole('button')[0]!);
  });
  expect(services.calls.at(-1)).toMatch(/^select /);
});

test('a snapshot is saved, without names unless they are wanted', async () => {
  const { services } = await open();
  const saved: string[] = [];
  Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined });
  const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    saved.push(this.download);
  });
  fireEvent.click(screen.getByRole('tab', { name: '更多' }));
  fireEvent.click(await screen.findByRole('button', { name: '保存快照' }));
  await screen.findByRole('heading', { name: '保存快照' });
  await press('下载快照');
  expect(services.calls.at(-1)).toBe('snapshot without names');
  fireEvent.click(screen.getByRole('checkbox', { name: '替换姓名、客户和许可证号' }));
  await press('下载快照');
  expect(services.calls.at(-1)).toBe('snapshot with names');
  expect(saved).toEqual(['快照-无姓名.json', '快照.json']);
  services.namesStay = true;
  fireEvent.click(screen.getByRole('checkbox', { name: '替换姓名、客户和许可证号' }));
  await press('下载快照');
  expect(saved).toHaveLength(2);
  expect(screen.getByRole('alert').textContent).toContain('没有保存');
  click.mockRestore();
});
