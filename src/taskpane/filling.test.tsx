/**
 * @jest-environment jsdom
 */
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { type OpenPane, openPane, press } from '../../tests/pane/opening';
import { createFakeServices } from '../../tests/pane/fake';
import { sample, scheme } from '../../tests/pane/samples';
import type { Evaluation } from '../app/evaluation';

const open = (evaluation?: Evaluation): Promise<OpenPane> => openPane({ evaluation });

const status = () => screen.getByRole('status').textContent;

afterEach(cleanup);

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

test('what was entered since the fill is not undone without asking', async () => {
  const { services } = await open();
  await press('填写汇总表');
  services.changedSince = [{ sheet: '客户服务质量测评汇总表', row: 4, column: 14 }];
  await press('撤销本次填写');
  expect(await screen.findByRole('heading', { name: '填写之后又有改动' })).toBeTruthy();
  expect(services.calls.at(-1)).toBe('undo');
  expect(status()).toBe('没有撤销：填写以后又有 1 个单元格被改动。3 个错误，2 个提醒。');
  await press('仍要撤销');
  expect(services.calls).toContain('undo anyway');
  expect(status()).toContain('已撤销本次填写');
});

test('an undo that is given up leaves no word of the fill that was done before it', async () => {
  const { services } = await open();
  await press('填写汇总表');
  services.changedSince = [{ sheet: '客户服务质量测评汇总表', row: 4, column: 14 }];
  await press('撤销本次填写');
  await press('不撤销');
  expect(status()).toContain('没有撤销');
  expect(screen.getByRole('button', { name: '撤销本次填写' })).toBeTruthy();
});

test('corrections that were changed since are not called a fill', async () => {
  const { services, store } = await open();
  services.undoes = 'fixes';
  await act(() => store.getState().check());
  services.changedSince = [{ sheet: '明细测评表-客户经理', row: 4, column: 8 }];
  await press('撤销本次修正');
  expect(await screen.findByRole('heading', { name: '修正之后又有改动' })).toBeTruthy();
  expect(screen.getByText(/撤销会恢复修正之前的内容/)).toBeTruthy();
  expect(status()).toContain('没有撤销：修正以后又有 1 个单元格被改动。');
});
