/**
 * @jest-environment jsdom
 */
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { type OpenPane, openPane, press } from '../../tests/pane/opening';
import { sampleEvaluation } from '../../tests/pane/sampleEvaluation';
import { sample, scheme } from '../../tests/pane/samples';
import { sample as workbook } from '../../tests/fixtures/workbooks';
import type { Evaluation } from '../app/evaluation';
import { makeIssue } from '../model';

const open = (evaluation?: Evaluation, language?: string): Promise<OpenPane> =>
  openPane({ evaluation, language });

const button = (name: string) => screen.getByRole('button', { name });
const status = () => screen.getByRole('status').textContent;
const person = (name: string) => screen.getAllByRole('row').find((row) => row.dataset['person'] === name)!;

afterEach(cleanup);

test('the first view says what was recognised, how many errors there are and which version it is', async () => {
  await open();
  expect(screen.getByText('识别到 5 张表、11 人')).toBeTruthy();
  expect(status()).toBe('已读取。3 个错误，2 个提醒。');
  expect(button('填写汇总表')).toBeTruthy();
  expect(button('提交前校验')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '撤销本次填写' })).toBeNull();
  expect(screen.getByText(/版本 9\.8\.7/)).toBeTruthy();
});

test('each person has a row with the score as in the result', async () => {
  const [first] = sample.scores.persons;
  const unscored = { ...first!, score: null, rank: null, qualified: null, status: 'unscored' as const };
  const departments = sample.scores.departments;
  await open({ ...sample, scores: { persons: [unscored, ...sample.scores.persons.slice(1)], departments } });
  expect(screen.getAllByRole('row').filter((row) => row.dataset['person'])).toHaveLength(12);
  expect(within(person('何雪梅')).getByText('95.35')).toBeTruthy();
  expect(within(person('朱秀兰')).getByText('99.8')).toBeTruthy();
  expect(within(person('吕超')).getByText('未计分')).toBeTruthy();
  expect(status()).toContain('1 人次未计分');
});

test('persons are searched, filtered by post and sorted with the unscored last', async () => {
  await open();
  fireEvent.change(screen.getByRole('searchbox', { name: '搜索姓名' }), { target: { value: '雪梅' } });
  await waitFor(() =>
    expect(screen.getAllByRole('row').filter((row) => row.dataset['person'])).toHaveLength(1),
  );
  fireEvent.change(screen.getByRole('searchbox', { name: '搜索姓名' }), { target: { value: '' } });
  await press('得分');
  const scores = () =>
    screen
      .getAllByRole('row')
      .slice(1)
      .map((row) => within(row).getAllByRole('cell')[1]!.textContent);
  await waitFor(() => expect(Number(scores()[0])).toBeGreaterThanOrEqual(Number(scores()[11])));
  fireEvent.change(screen.getByRole('combobox', { name: '岗位' }), {
    target: { value: scheme.posts[1]!.id },
  });
  await waitFor(() => expect(scores().length).toBeLessThan(12));
});

test('each issue is an item with its code, and its button goes to the cell', async () => {
  const { services } = await open();
  const items = within(screen.getByRole('list', { name: '问题' })).getAllByRole('listitem');
  expect(items).toHaveLength(7);
  expect(items[0]!.dataset['code']).toBe('not-a-number');
  await press('跳转到 明细测评表-客户经理!I7');
  expect(services.calls).toContain('select 明细测评表-客户经理 6 8');
});

test('a cell that is gone is said, not swallowed', async () => {
  const { services } = await open();
  const gone = Object.assign(new Error('“明细测评表-客户经理”已被删除，请重新校验。'), { name: 'HostError' });
  services.select = () => Promise.reject(gone);
  await press('跳转到 明细测评表-客户经理!I7');
  expect(status()).toContain('已被删除');
});

test('the verdict says what stands in the way and what was not looked at', async () => {
  await open();
  await press('提交前校验');
  expect(screen.getByRole('heading', { name: '有 3 个错误，改正后再提交' })).toBeTruthy();
  expect(screen.getByText('人员名册没有“片区零售客户数”一列')).toBeTruthy();
  expect(status()).toContain('校验完成');
});

test('a clean workbook may go, and open questions are named', async () => {
  await open({ ...sample, issues: [], counts: { error: 0, warning: 0, info: 0 } });
  await press('提交前校验');
  expect(screen.getByRole('heading', { name: '可以提交' })).toBeTruthy();
  expect(screen.getByText('没有发现问题')).toBeTruthy();
});

test('the half-year is chosen and remembered in the workbook', async () => {
  const { services } = await open();
  await act(async () => {
    fireEvent.change(screen.getByRole('combobox', { name: '考核半年' }), { target: { value: '2008H2' } });
  });
  expect(services.calls.slice(-2)).toEqual(['setPeriod 2008H2', 'check {"period":"2008H2"}']);
});

test('a workbook without scoring sheets offers the template', async () => {
  const issue = makeIssue('sheet-missing', { message: '没有认出明细表' });
  const { services } = await open({ ...sample, issues: [issue] });
  expect(await screen.findByRole('heading', { name: '从这里开始' })).toBeTruthy();
  await press('新建模板');
  expect(services.calls.slice(-2)).toEqual(['addTemplate', 'check {}']);
  expect(status()).toContain('已新建模板，加了 17 张表');
});

test('the example is offered where nothing stands in the workbook, and nowhere else', async () => {
  const issue = makeIssue('sheet-missing', { message: '没有认出明细表' });
  const { services } = await open({ ...sample, issues: [issue] });
  fireEvent.click(await screen.findByRole('button', { name: '打开示例' }));
  await waitFor(() => expect(services.calls.slice(-2)).toEqual(['addExample', 'check {}']));
  expect(status()).toContain('已写入示例（10 张表');
  cleanup();
  const [sheet] = workbook('worked-examples').sheets;
  await open({ ...sample, issues: [issue], snapshot: { ...sample.snapshot, sheets: [sheet!] } });
  expect(await screen.findByRole('button', { name: '新建模板' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: '打开示例' })).toBeNull();
});

test('an empty workbook and the English words', async () => {
  const empty = sampleEvaluation(scheme, { period: '2008H1', persons: [], departments: [] });
  await open({ ...empty, period: null, readings: [] }, 'en-US');
  expect(screen.getByText('No scoring sheet was recognised')).toBeTruthy();
  expect(screen.getByText('Nobody to show yet')).toBeTruthy();
  expect(button('Fill summary')).toBeTruthy();
});
