/**
 * @jest-environment jsdom
 */
import { act, cleanup, configure, fireEvent, render, screen, within } from '@testing-library/react';
import { createFakePreferences, createFakeServices } from '../../tests/pane/fake';
import { sample } from '../../tests/pane/samples';
import { plainStanding } from '../app/scheme/standing';
import type { TableOutcome } from '../app/tables/outcome';
import { makeIssue } from '../model';
import { tableSchemeById } from '../schemes';
import { App } from './App';
import { PaneProvider } from './state/context';
import { createPaneStore } from './state/store';

// Views are loaded when they are asked for, which takes its time on a busy machine.
configure({ asyncUtilTimeout: 20_000 });
jest.setTimeout(60_000);

async function press(name: string) {
  const button = await screen.findByRole('button', { name });
  await act(async () => {
    fireEvent.click(button);
  });
}

async function open() {
  const services = createFakeServices(sample);
  const store = createPaneStore(services, createFakePreferences());
  render(
    <PaneProvider
      store={store}
      services={services}
      surroundings={{ language: 'zh-CN', theme: 'light', version: '9.8.7', tooOld: false }}
    >
      <App />
    </PaneProvider>,
  );
  await act(() => store.getState().open());
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
  await press('新建模板 月度评分');
  expect(services.calls).toContain('template month');
  expect(screen.getByText('已加入 2 张表。')).toBeTruthy();
});

test('a table is computed, and what is wrong in it leads to its cell', async () => {
  const services = await open();
  const cell = { sheet: '日报', row: 3, column: 2 };
  const outcome: TableOutcome = {
    scheme: tableSchemeById('inspection-daily')!,
    standing: plainStanding(tableSchemeById('inspection-daily')!),
    snapshot: sample.snapshot,
    period: null,
    issues: [makeIssue('code-unknown', { cell, message: '没有类别“服务”。' })],
    tables: [],
    data: {},
    known: 3,
    unknown: 1,
  };
  services.tableOutcome = outcome;
  await press('写出结果表 质检日报');
  expect(services.calls).toContain('fill daily');
  expect(screen.getByText('已写出统计。得出结果 3 行，未得出 1 行。')).toBeTruthy();
  await press('没有类别“服务”。');
  expect(services.calls).toContainEqual(expect.stringContaining('日报'));
});
