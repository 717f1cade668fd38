/**
 * @jest-environment jsdom
 */
import { cleanup, screen, within } from '@testing-library/react';
import { openPane, press } from '../../tests/pane/opening';
import { sampleSeal } from '../../tests/pane/fakeSubmission';
import { sample } from '../../tests/pane/samples';
import type { Evaluation } from '../app/evaluation';

const clean: Evaluation = { ...sample, issues: [], counts: { error: 0, warning: 0, info: 0 } };

async function check(evaluation: Evaluation = sample) {
  const { services } = await openPane({ evaluation });
  await press('提交前校验');
  await screen.findByRole('group', { name: '校验之后' });
  return services;
}

const status = () => screen.getByRole('status').textContent;
const offers = () => within(screen.getByRole('list', { name: '修正清单' })).queryAllByRole('listitem');

afterEach(cleanup);

test('a check that broke down keeps the workbook from being ready, and from being sealed', async () => {
  const reason = '检查没有完成。';
  await check({ ...clean, notRun: [{ check: '抽查户数', reason, failed: true }] });
  expect(screen.getByRole('heading', { name: '有待确认事项：1 项检查没有完成' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: '封存' })).toBeNull();
});

test('repairs are shown with before and after, made one by one or all at once, and undone', async () => {
  const services = await check();
  expect(services.calls.some((call) => call.startsWith('fix'))).toBe(false);
  await press('可直接修正 2 处');
  await screen.findByRole('list', { name: '修正清单' });
  expect(offers().map((item) => within(item).getByTitle('原来').textContent)).toEqual([' 2', '-1']);
  expect(offers().map((item) => within(item).getByTitle('改为').textContent)).toEqual(['2', '1']);
  await press('修正 明细测评表-客户经理!G5');
  expect(status()).toContain('已修正 1 处。');
  expect(offers()).toHaveLength(1);
  await press(/^全部修正/);
  expect(services.calls.filter((call) => call.startsWith('fix'))).toEqual(['fix 1', 'fix 1']);
  expect(screen.getByText('没有可以直接修正的单元格。')).toBeTruthy();
  await press('撤销本次修正');
  expect(services.calls).toContain('undo');
  expect(status()).toContain('已撤销本次修正');
  expect(screen.queryByRole('button', { name: /撤销/ })).toBeNull();
});

test('marks are set and removed, the report is written', async () => {
  const services = await check();
  await press('标记问题单元格');
  expect(status()).toContain('已标记 5 个单元格。');
  await press('清除标记');
  expect(status()).toContain('已清除全部标记');
  await press('生成校验结果表');
  expect(status()).toContain('已生成“校验结果”，5 条。');
  expect(services.calls.slice(-3)).toEqual(['mark', 'removeMarks', 'report']);
});

test('a seal is offered only without errors, and shows its code', async () => {
  await check();
  expect(screen.queryByRole('button', { name: '封存' })).toBeNull();
  cleanup();
  await check(clean);
  await press('封存');
  expect(await screen.findByText('0123456789abcdef')).toBeTruthy();
  expect(status()).toContain('已生成提交凭证。');
});

test('a refused seal says why', async () => {
  const services = await check(clean);
  services.handIn.refusal = '没有人可以计分,不能生成提交凭证。';
  await press('封存');
  expect(status()).toContain('没有人可以计分，不能生成提交凭证。');
});

test('verifying says intact, what changed with a jump, or that there is no seal', async () => {
  const services = await check(clean);
  await press('核对凭证');
  expect(await screen.findByRole('heading', { name: '没有提交凭证' })).toBeTruthy();
  services.handIn.seen = { kind: 'intact', seal: sampleSeal };
  await press('重新核对');
  expect(status()).toBe('与封存时一致。');
  const message = '“投诉登记”第 4 至 53 行之间的内容变了。';
  const change = { what: 'rows', sheet: '投诉登记', from: 3, to: 52, message } as const;
  services.handIn.seen = { kind: 'changed', seal: sampleSeal, changes: [change] };
  await press('重新核对');
  expect(screen.getByText(message)).toBeTruthy();
  await press('跳转到 投诉登记!A4');
  expect(services.calls).toContain('select 投诉登记 3 0');
});
