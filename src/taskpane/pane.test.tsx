/**
 * @jest-environment jsdom
 */
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { type OpenPane, openPane, press } from '../../tests/pane/opening';
import { createFakeServices } from '../../tests/pane/fake';
import { sampleEvaluation } from '../../tests/pane/sampleEvaluation';
import { sample, scheme } from '../../tests/pane/samples';
import { sample as workbook } from '../../tests/fixtures/workbooks';
import { evaluate } from '../app/evaluate';
import type { Evaluation } from '../app/evaluation';
import { makeIssue } from '../model';
import type { Preferences } from './state/services';

const open = (evaluation?: Evaluation, language?: string, preferences?: Preferences): Promise<OpenPane> =>
  openPane({ evaluation, language, preferences });

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

test('one press fills; then the fill can be undone', async () => {
  const { services } = await open();
  await press('填写汇总表');
  expect(services.calls).toContain('fill {}');
  expect(status()).toBe('已填写“客户服务质量测评汇总表”，12 人次。3 个错误，2 个提醒。');
  await press('撤销本次填写');
  expect(services.calls).toContain('undo');
  expect(status()).toContain('已撤销本次填写');
  expect(screen.queryByRole('button', { name: '撤销本次填写' })).toBeNull();
});

test('a long fill shows how far it is and can be cancelled', async () => {
  const { services } = await open();
  services.holdNext();
  await press('填写汇总表');
  expect(screen.getByRole('progressbar', { name: '正在填写汇总表' })).toBeTruthy();
  expect(screen.getByText('42%')).toBeTruthy();
  expect(status()).toBe('正在填写汇总表');
  await press('提交前校验');
  expect(services.calls.filter((call) => call.startsWith('check'))).toHaveLength(1);
  await press('取消');
  expect(status()).toContain('已取消，未写入任何内容');
  expect(screen.queryByRole('progressbar')).toBeNull();
});

test('a host that refuses is quoted; an unexpected fault is not', async () => {
  const { services } = await open();
  services.failWith = Object.assign(new Error('汇总表受保护，请先撤销工作表保护。'), { name: 'HostError' });
  await press('填写汇总表');
  expect(status()).toBe('没有完成：汇总表受保护，请先撤销工作表保护。');
  services.failWith = new TypeError('张三 is not a function');
  await press('填写汇总表');
  expect(status()).not.toContain('张三');
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

test('a preview is asked for once, or wanted always', async () => {
  const { services, store } = await open();
  await press('先预览');
  expect(await screen.findByRole('heading', { name: '将要写入的内容' })).toBeTruthy();
  expect(services.calls.some((call) => call.startsWith('fill'))).toBe(false);
  fireEvent.click(screen.getByRole('checkbox', { name: '每次填写前都先预览' }));
  expect(store.getState().preferences.previewBeforeFill).toBe(true);
  await press('确认填写');
  expect(services.calls).toContain('fill {}');
  await press('填写汇总表');
  expect(await screen.findByRole('heading', { name: '将要写入的内容' })).toBeTruthy();
});

test('a preview says whose each change is, and what the cell holds', async () => {
  const [first, second] = sample.scores.persons;
  await open();
  await press('先预览');
  const table = await screen.findByRole('table', { name: '将要写入的内容' });
  const said = within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.firstElementChild!.textContent);
  const whole = ({ assessee: { name, department, post } }: NonNullable<typeof first>) =>
    [name, department, scheme.posts.find(({ id }) => id === post)!.name].join(' · ');
  expect(said.slice(0, 4)).toEqual([whole(first!), 'K4 折算百分制', whole(second!), 'K5 折算百分制']);
});

test('a preview over several summaries names the sheet of every cell that is not in the first', async () => {
  const services = createFakeServices(sample);
  const { plan } = services;
  services.plan = async (...asked) => {
    const planned = await plan(...asked);
    const cells = planned.plan.cells.map((each, at) =>
      at === 0 ? each : { ...each, cell: { ...each.cell, sheet: '汇总表-乙所' } },
    );
    return { ...planned, plan: { ...planned.plan, cells } };
  };
  await openPane({ services });
  await press('先预览');
  const table = await screen.findByRole('table', { name: '将要写入的内容' });
  const links = within(table).getAllByRole('button');
  expect(links.slice(0, 2).map((link) => link.textContent)).toEqual(['K4', '汇总表-乙所!K5']);
});

test('formulas are listed before they are overwritten', async () => {
  const { services } = await open();
  await press('填写汇总表');
  await press('1 个公式没有改动');
  expect(await screen.findByText('=SUM(F5:I5)')).toBeTruthy();
  expect(services.calls.at(-1)).toBe('fill {}');
  await press('用结果替换这 1 个公式');
  expect(services.calls.at(-1)).toBe('fill {"overwriteFormulas":true}');
});

test('a ruling shows whose score it moves before it is applied', async () => {
  const { services } = await open();
  fireEvent.click(screen.getByRole('tab', { name: '口径' }));
  const definition = scheme.rulings.find((each) => each.values)!;
  const other = definition.values![1]!;
  const group = await screen.findByRole('radiogroup', { name: definition.title });
  fireEvent.click(within(group).getByRole('radio', { name: other.title }));
  expect(screen.getByText('3 人的结果会改变')).toBeTruthy();
  expect(screen.getByRole('region', { name: '改动的影响' }).tabIndex).toBe(0);
  expect(services.calls.some((call) => call.startsWith('setRulings'))).toBe(false);
  screen.getByRole('button', { name: '按此口径重算' }).focus();
  await press('按此口径重算');
  expect(document.activeElement?.textContent).toContain(definition.title);
  expect(services.calls).toContain(`setRulings {"${definition.key}":${JSON.stringify(other.value)}}`);
  expect(status()).toContain('口径已更新');
});

test('a number that is no answer can be neither seen through nor applied, and one that is let go of leaves the field', async () => {
  await open();
  fireEvent.click(screen.getByRole('tab', { name: '口径' }));
  const field = await screen.findByRole('textbox', { name: '达标线' });
  const type = (value: string) => fireEvent.change(field, { target: { value } });
  type('90');
  expect(screen.getByRole('group', { name: '改动的影响' })).toBeTruthy();
  type('900');
  expect(screen.getByText('请填 0 到 100 之间的数。')).toBeTruthy();
  expect(screen.queryByRole('group', { name: '改动的影响' })).toBeNull();
  type('90');
  const discard = screen.getByRole('button', { name: '不改' });
  discard.focus();
  await press('不改');
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: '达标线' }).value).toBe('85');
  expect(document.activeElement?.textContent).toContain('达标线');
});

test('who has two posts is one person of those whom a ruling moves', async () => {
  const { services } = await open();
  const effect = {
    person: '周敏',
    department: '示例三所',
    score: { from: 84.8, to: 84.8 },
    deduction: { from: 0, to: 0 },
    qualified: { from: false, to: true },
  };
  const [one, other] = scheme.posts;
  services.previewRulings = () => [
    { ...effect, post: one!.id },
    { ...effect, post: other!.id },
  ];
  fireEvent.click(screen.getByRole('tab', { name: '口径' }));
  fireEvent.change(await screen.findByRole('textbox', { name: '达标线' }), { target: { value: '84.8' } });
  expect(screen.getByText('1 人的结果会改变')).toBeTruthy();
  const rows = within(screen.getByRole('table', { name: '改动的影响' }))
    .getAllByRole('row')
    .slice(1);
  expect(rows.map(({ textContent }) => textContent)).toEqual([
    `周敏示例三所 · ${one!.name}84.8未达标84.8达标`,
    `周敏示例三所 · ${other!.name}84.8未达标84.8达标`,
  ]);
});

test('an issue about a ruling says the answer in words, and leads to it', async () => {
  await open(evaluate(workbook('worked-examples'), scheme));
  const item = [...document.querySelectorAll<HTMLElement>('li[data-code="needs-confirmation"]')].find(
    (each) => each.textContent.includes('R18'),
  )!;
  expect(item.textContent).toContain('现在：提升服务计 0 分；违规并且出现事故才算');
  fireEvent.click(within(item).getByRole('button', { name: '到口径中查看' }));
  await waitFor(() => expect(document.activeElement?.textContent).toContain('安全事故不得分是指哪一部分'));
  const asked = document.querySelector<HTMLDetailsElement>('details[data-ruling="accidentZeroes"]')!;
  expect([asked.open, document.querySelectorAll('details[data-ruling][open]').length]).toEqual([true, 1]);
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

test('what was entered since the fill is not undone without asking', async () => {
  const { services } = await open();
  await press('填写汇总表');
  services.changedSince = [{ sheet: '客户服务质量测评汇总表', row: 4, column: 14 }];
  await press('撤销本次填写');
  expect(await screen.findByRole('heading', { name: '填写之后又有改动' })).toBeTruthy();
  expect(services.calls.at(-1)).toBe('undo');
  await press('仍要撤销');
  expect(services.calls).toContain('undo anyway');
  expect(status()).toContain('已撤销本次填写');
});
