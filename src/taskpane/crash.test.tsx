/**
 * @jest-environment jsdom
 */
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { openPane, press } from '../../tests/pane/opening';
import { createFakeServices, type FakePane } from '../../tests/pane/fake';
import { sample } from '../../tests/pane/samples';

const COPY = '复制故障报告（不含个人信息）';
let quiet: jest.SpyInstance;

/** The pane with a person open whose explanation cannot be shown. */
async function crashed(): Promise<FakePane> {
  const services = createFakeServices(sample);
  services.explain = () => {
    throw new Error('许少华 has no step\n    at 许少华 (明细测评表!I7)');
  };
  await openPane({ services });
  fireEvent.click(screen.getByRole('button', { name: '许少华' }));
  await screen.findByRole('heading', { name: '这一部分无法显示' });
  return services;
}

function setClipboard(clipboard: { writeText(text: string): Promise<void> } | undefined): void {
  Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
}

beforeEach(() => {
  quiet = jest.spyOn(console, 'error').mockImplementation(() => undefined);
});

afterEach(() => {
  cleanup();
  quiet.mockRestore();
  setClipboard(undefined);
  Reflect.deleteProperty(document, 'execCommand');
});

test('a view that crashes leaves the others working', async () => {
  const { calls } = await crashed();
  await press('填写汇总表');
  expect(calls).toContain('fill {}');
  for (const [tab, title] of [
    ['总览', '总览'],
    ['读表', '这张表我是这样读的'],
    ['更多', '更多功能'],
  ] as const) {
    fireEvent.click(screen.getByRole('tab', { name: tab }));
    expect(await screen.findByRole('heading', { name: title })).toBeTruthy();
  }
  fireEvent.click(screen.getByRole('tab', { name: '结果' }));
  expect(screen.getByRole('button', { name: '许少华' })).toBeTruthy();
});

test('it is tried again when asked to', async () => {
  const services = await crashed();
  services.explain = createFakeServices(sample).explain;
  await press('重试');
  expect(await screen.findByRole('heading', { name: '得分说明' })).toBeTruthy();
});

test('the button copies a report that holds no name', async () => {
  const copied: string[] = [];
  setClipboard({ writeText: async (text) => void copied.push(text) });
  await crashed();
  await press(COPY);
  expect(copied).toEqual([expect.stringMatching(/^version: 9\.8\.7\nview: person\n.*\n.*\nerror: Error$/)]);
  expect(screen.getByRole('button', { name: '已复制' })).toBeTruthy();
});

test.each([
  ['there is no clipboard', undefined],
  ['the clipboard is denied', { writeText: () => Promise.reject(new Error('denied')) }],
])('where %s, what is selected is copied', async (_, clipboard) => {
  setClipboard(clipboard);
  const copied: string[] = [];
  Object.assign(document, {
    execCommand: () => copied.push((document.activeElement as HTMLTextAreaElement).value) > 0,
  });
  await crashed();
  screen.getByRole('button', { name: COPY }).focus();
  await press(COPY);
  expect(copied).toEqual([expect.stringContaining('error: Error')]);
  const button = await screen.findByRole('button', { name: '已复制' });
  expect(document.activeElement).toBe(button);
});

test('where nothing can be copied, the report is shown to be copied by hand', async () => {
  await crashed();
  await press(COPY);
  const shown = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: COPY });
  expect(shown.value).toContain('view: person');
});
