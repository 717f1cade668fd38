/**
 * @jest-environment jsdom
 */
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { openPane, press } from '../../tests/pane/opening';
import { createFakeServices } from '../../tests/pane/fake';
import { sample } from '../../tests/pane/samples';
import type { Evaluation } from '../app/evaluation';
import type { PendingRules } from '../app/scheme/rulesDesk';

const pending: PendingRules = {
  version: 'A/0',
  changes: ['CM-S04 卷烟库存 的每次扣分/权重：2 → 3'],
  effects: [
    {
      person: '李明',
      department: '示例一所',
      post: sample.scheme.posts[0]!.id,
      score: { from: 68.33, to: 67.5 },
      deduction: { from: 16, to: 17 },
      qualified: { from: false, to: false },
    },
  ],
};

async function open(evaluation: Evaluation, waiting: PendingRules | null) {
  const services = createFakeServices(evaluation);
  services.pendingRules = waiting;
  const { store } = await openPane({ services });
  act(() => store.getState().show({ name: 'rules' }));
  await screen.findByRole('heading', { name: '评分标准' });
  return services;
}

const standingOn = (change: Partial<Evaluation['standing']>): Evaluation => ({
  ...sample,
  standing: { ...sample.standing, ...change },
});

afterEach(cleanup);

test('whose score would move stands there before the rules are taken over, with who and which version', async () => {
  const services = await open(standingOn({ sheet: '评分标准' }), pending);
  const box = screen.getByRole('region', { name: '评分标准表有 1 处改动等待采用' });
  expect(within(box).getByText(pending.changes[0]!)).toBeTruthy();
  const cells = within(box)
    .getAllByRole('cell')
    .map((cell) => cell.textContent);
  expect(cells).toEqual(['李明 客户经理', '68.33', '67.5']);
  await press('采用');
  expect(services.calls).not.toContainEqual(expect.stringContaining('take over'));
  fireEvent.change(screen.getByLabelText('修订人'), { target: { value: '王主任' } });
  fireEvent.change(screen.getByLabelText('采用后的版本'), { target: { value: 'A/1' } });
  await press('采用');
  expect(services.calls).toContain('take over A/1 by 王主任');
  expect(screen.getByRole('status').textContent).toContain('评分标准已采用并重算。');
  expect(screen.getByText('评分标准表没有等待采用的改动。')).toBeTruthy();
});

test('the rules can be written as a sheet', async () => {
  const services = await open(sample, null);
  await press('写成评分标准表');
  expect(services.calls).toContain('write rules');
});

test('rules that were taken over can be given up, and mistakes are spoken of', async () => {
  const services = await open(standingOn({ source: 'workbook', sheet: '评分标准', isInvalid: true }), null);
  expect(screen.getByRole('alert').textContent).toContain('改正前不计分');
  await press('恢复程序自带的标准');
  expect(services.calls).toContain('give rules up');
});
