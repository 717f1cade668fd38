/**
 * @jest-environment jsdom
 */
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { type OpenPane, openPane, press } from '../../tests/pane/opening';
import { scheme } from '../../tests/pane/samples';
import { sample as workbook } from '../../tests/fixtures/workbooks';
import { evaluate } from '../app/evaluate';
import type { Evaluation } from '../app/evaluation';

const open = (evaluation?: Evaluation): Promise<OpenPane> => openPane({ evaluation });

const status = () => screen.getByRole('status').textContent;

afterEach(cleanup);

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
  services.previewRulings = () => ({
    persons: [
      { ...effect, post: one!.id },
      { ...effect, post: other!.id },
    ],
    departments: ['示例三所'],
  });
  fireEvent.click(screen.getByRole('tab', { name: '口径' }));
  fireEvent.change(await screen.findByRole('textbox', { name: '达标线' }), { target: { value: '84.8' } });
  expect(screen.getByText('1 人的结果会改变')).toBeTruthy();
  expect(screen.getByText('1 个部(所)的平均得分、名次、是否达标或负责人扣分会改变：示例三所')).toBeTruthy();
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

test('a ruling that moves departments alone says so, and names some of many', async () => {
  const { services } = await open();
  const departments = ['一所', '二所', '三所', '四所', '五所', '六所', '七所'];
  services.previewRulings = () => ({ persons: [], departments });
  fireEvent.click(screen.getByRole('tab', { name: '口径' }));
  fireEvent.change(await screen.findByRole('textbox', { name: '达标线' }), { target: { value: '84' } });
  const box = screen.getByRole('group', { name: '改动的影响' });
  expect(box.textContent).toContain('这个改动不影响任何人的得分、考核扣分和是否达标。');
  expect(box.textContent).toContain(
    '7 个部(所)的平均得分、名次、是否达标或负责人扣分会改变：一所、二所、三所、四所、五所等',
  );
});
