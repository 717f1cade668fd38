/**
 * @jest-environment jsdom
 */
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { type OpenPane, openPane } from '../../tests/pane/opening';
import type { FakePane } from '../../tests/pane/fake';
import { sample } from '../../tests/pane/samples';
import type { CellEdit } from '../app/live/follower';
import type { Evaluation } from '../app/evaluation';
import { followEdits } from './state/following';
import { createLocalPreferences } from './state/preferences';

const EDIT: CellEdit = { sheet: '明细测评表-客户经理', area: { top: 6, left: 8, bottom: 6, right: 8 } };
const counts = { error: 9, warning: 2, info: 0 };
let stop: (() => Promise<void>) | null = null;

async function open(live = true): Promise<OpenPane> {
  const preferences = { previewBeforeFill: false, live };
  const { services, store } = await openPane({ preferences });
  stop = await followEdits(store, services);
  return { services, store };
}

/** The workbook is edited, and gives this evaluation from now on. */
async function edit({ services }: { services: FakePane }, next: Evaluation, ...edits: CellEdit[]) {
  services.evaluation = next;
  await act(async () => {
    edits.forEach((each) => services.edit(each));
    await jest.advanceTimersByTimeAsync(1_000);
  });
}

const follows = ({ services }: { services: FakePane }) =>
  services.calls.filter((call) => call.startsWith('follow'));
const status = () => screen.getByRole('status').textContent;

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(async () => {
  await stop?.();
  cleanup();
  jest.useRealTimers();
});

test('edits in quick succession are one refresh, and the focus stays', async () => {
  const pane = await open();
  const search = screen.getByRole('searchbox', { name: '搜索姓名' });
  search.focus();
  await edit(pane, { ...sample, counts }, EDIT, EDIT, EDIT);
  expect(follows(pane)).toEqual([`follow ${JSON.stringify([EDIT, EDIT, EDIT])}`]);
  expect(status()).toContain('9 个错误');
  expect(pane.store.getState().following).toBe('rows');
  expect(document.activeElement).toBe(search);
  expect(pane.services.calls.filter((call) => call.startsWith('check'))).toHaveLength(1);
});

test('a full read is said to be one', async () => {
  const pane = await open();
  await edit(pane, { ...sample, counts }, { sheet: null, area: null });
  jest.useRealTimers();
  expect(await screen.findByText(/已重读整本工作簿/)).toBeTruthy();
});

test('what this product did itself is taken in without a word', async () => {
  const pane = await open();
  pane.services.holdNext();
  await edit(pane, { ...sample, counts }, { sheet: null, area: null, own: true });
  expect(pane.store.getState().following).toBeNull();
  await act(async () => {
    pane.services.hold!.release();
    await jest.advanceTimersByTimeAsync(1_000);
  });
  expect(status()).toContain('9 个错误');
  expect(pane.store.getState().following).toBeNull();
  act(() => pane.store.getState().prefer({ live: false }));
  await edit(pane, { ...sample }, { sheet: null, area: null, own: true });
  expect(pane.store.getState().following).toBeNull();
});

test('turned off, nothing is read, and the pane says that something waits; turned on, it is taken in', async () => {
  const pane = await open(false);
  await edit(pane, { ...sample, counts }, EDIT);
  expect(follows(pane)).toHaveLength(0);
  expect(status()).toContain('3 个错误');
  expect(pane.store.getState().following).toBe('waiting');
  await act(async () => {
    pane.store.getState().prefer({ live: true });
    await jest.advanceTimersByTimeAsync(1_000);
  });
  expect(status()).toContain('9 个错误');
});

test('work comes first; what was typed meanwhile is taken in afterwards', async () => {
  const pane = await open();
  pane.services.holdNext();
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name: '填写汇总表' }));
  });
  await edit(pane, { ...sample }, EDIT);
  expect(follows(pane)).toHaveLength(0);
  await act(async () => {
    pane.services.hold!.release();
    await jest.advanceTimersByTimeAsync(0);
  });
  await edit(pane, { ...sample, counts });
  expect(follows(pane)).toHaveLength(1);
  expect(status()).toContain('9 个错误');
});

test('a fill is told of edits that were not taken in before it, and of no others', async () => {
  const pane = await open();
  const fillNow = async () => {
    await act(async () => fireEvent.click(screen.getByRole('button', { name: '填写汇总表' })));
    return pane.services.calls.filter((call) => call === 'missed').length;
  };
  await edit(pane, { ...sample, counts }, EDIT);
  expect(await fillNow()).toBe(0);
  act(() => pane.services.edit(EDIT));
  expect(await fillNow()).toBe(1);
  await act(() => jest.advanceTimersByTimeAsync(1_000));
  act(() => pane.store.getState().prefer({ live: false }));
  act(() => pane.services.edit(EDIT));
  expect(await fillNow()).toBe(2);
});

test('work stops a refresh that is under way; its own read covers the edit', async () => {
  const pane = await open();
  pane.services.holdNext();
  await edit(pane, { ...sample, counts }, EDIT);
  expect(pane.store.getState().following).toBe('waiting');
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name: '提交前校验' }));
    await jest.advanceTimersByTimeAsync(0);
    pane.services.hold!.release();
    await jest.advanceTimersByTimeAsync(1_000);
  });
  expect(status()).toContain('校验完成。9 个错误');
});

test('edits whose refresh has failed are not lost: the next one takes them along', async () => {
  const pane = await open();
  pane.services.failWith = Object.assign(new Error('会话已失效'), { name: 'HostError' });
  await edit(pane, { ...sample, counts }, EDIT);
  expect(pane.store.getState().following).toBe('failed');
  expect(status()).toContain('3 个错误');
  pane.services.failWith = null;
  await edit(pane, { ...sample, counts }, EDIT);
  expect(follows(pane).at(-1)).toBe(`follow ${JSON.stringify([EDIT, EDIT])}`);
  expect(pane.store.getState().following).toBe('rows');
});

test('the next edit is prepared for at leisure, and not while the pane works', async () => {
  const pane = await open();
  const { prepared } = pane.services;
  expect(prepared.map(({ evaluation }) => evaluation)).toEqual([sample]);
  const next = { ...sample, counts };
  await edit(pane, next, EDIT);
  expect(prepared.map(({ evaluation }) => evaluation)).toEqual([sample, next]);
  expect(prepared[0]!.signal.aborted).toBe(true);
  pane.services.holdNext();
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name: '提交前校验' }));
    await jest.advanceTimersByTimeAsync(0);
  });
  expect(prepared.map(({ signal }) => signal.aborted)).toEqual([true, true]);
  await act(async () => {
    pane.services.hold!.release();
    await jest.advanceTimersByTimeAsync(1_000);
  });
  expect(prepared.at(-1)!.signal.aborted).toBe(false);
});

test('nothing is prepared for whoever does not want to follow', async () => {
  const pane = await open(false);
  expect(pane.services.prepared).toHaveLength(0);
  act(() => pane.store.getState().prefer({ live: true }));
  expect(pane.services.prepared).toHaveLength(1);
});

test('a preview that is open shows what a fill would write now', async () => {
  const pane = await open();
  await act(() => pane.store.getState().preview());
  const before = pane.store.getState().view;
  await edit(pane, { ...sample, counts }, EDIT);
  const { view } = pane.store.getState();
  expect(view).not.toBe(before);
  expect(view.name === 'preview' && view.planned.evaluation.counts.error).toBe(9);
});

test('the choice is kept, and holds where it was never made', () => {
  const kept = new Map<string, string>([['service-score.preferences', '{"previewBeforeFill":true}']]);
  const storage = () => ({
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
  expect(createLocalPreferences(storage).load()).toEqual({ previewBeforeFill: true, live: true });
  createLocalPreferences(storage).save({ previewBeforeFill: true, live: false });
  expect(createLocalPreferences(storage).load().live).toBe(false);
});
