/**
 * @jest-environment jsdom
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { act, cleanup, screen } from '@testing-library/react';
import { openPane, press } from '../../tests/pane/opening';

const GUIDE = readFileSync(path.join(__dirname, '../../docs/guide.md'), 'utf8');
const COPY = '复制故障报告（不含个人信息）';
const fetched: string[] = [];
let answers = true;

beforeEach(() => {
  fetched.length = 0;
  answers = true;
  const fetch = async (address: string) => {
    fetched.push(address);
    if (!answers) throw new TypeError('no network');
    return { ok: true, text: async () => GUIDE };
  };
  Object.assign(globalThis, { fetch });
});

afterEach(cleanup);

/** The pane after a check that has failed with this error. */
async function failed(error: Error): Promise<void> {
  const { services } = await openPane();
  services.failWith = error;
  await press('提交前校验');
  await screen.findByRole('button', { name: '怎么办' });
}

test('a failure leads to what the guide says of messages, and needs no report where its reason is known', async () => {
  const known = { name: 'HostError', code: 'protected' };
  await failed(Object.assign(new Error('工作表受保护,请撤销保护。'), known));
  expect(screen.getByRole('status').textContent).toBe('没有完成：工作表受保护，请撤销保护。');
  expect(screen.queryByRole('button', { name: COPY })).toBeNull();
  await press('怎么办');
  const heading = await screen.findByRole('heading', { name: '常见的话，该怎么办' });
  expect(document.activeElement).toBe(heading);
  expect(fetched).toEqual(['guide/guide.md?v=9.8.7']);
  expect(screen.getByRole('img', { name: '打开以后' }).getAttribute('src')).toBe(
    'guide/images/guide/start.png?v=9.8.7',
  );
});

test.each([
  ['an unexpected fault', new Error('许少华')],
  [
    'one that Excel did not explain',
    Object.assign(new Error('许少华'), { name: 'HostError', code: 'unknown' }),
  ],
])('%s has a report to copy, without the words of the error', async (_, error) => {
  const copied: string[] = [];
  const clipboard = { writeText: async (text: string) => void copied.push(text) };
  Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
  await failed(error);
  await press(COPY);
  expect(copied).toEqual([expect.stringMatching(/\nerror: (Error|HostError unknown)$/)]);
  expect(copied[0]).not.toContain('许少华');
});

test('a guide that cannot be fetched says so, and is fetched when asked again', async () => {
  await failed(Object.assign(new Error('会话已失效。'), { name: 'HostError', code: 'session-lost' }));
  answers = false;
  await press('怎么办');
  expect((await screen.findByRole('alert')).textContent).toContain('指南没有打开');
  answers = true;
  await press('重试');
  expect(await screen.findByRole('heading', { name: '1. 打开' })).toBeTruthy();
});

describe('what was done stays done where the workbook cannot be read after it', () => {
  const busy = Object.assign(new Error('Excel 当前太忙,请等一分钟后重试。'), { name: 'HostError' });
  const status = () => screen.getByRole('status').textContent;

  test('an undo is not called a failure, and the next check goes on', async () => {
    const { services } = await openPane();
    await press('填写汇总表');
    services.failWith = busy;
    await press('撤销本次填写');
    expect(status()).toBe(
      '已撤销本次填写，原来的内容已恢复。但是之后没有重新读取：Excel 当前太忙，请等一分钟后重试。下面还是以前的结果，请按“提交前校验”重新读取。',
    );
    expect(await screen.findByRole('button', { name: '怎么办' })).toBeTruthy();
    services.failWith = null;
    await press('提交前校验');
    expect(status()).toContain('校验完成。');
  });

  test('a ruling that is remembered is not called a failure', async () => {
    const { services, store } = await openPane();
    services.failWith = new TypeError('许少华');
    await act(() => store.getState().applyRulings({ totalBasis: 'raw' }));
    expect(status()).toMatch(/^口径已更新。但是之后没有重新读取：出现意外情况。/);
    expect(status()).not.toContain('许少华');
  });

  test('a template that was added is not called cancelled', async () => {
    const { services, store } = await openPane();
    services.holdNext();
    let adding = Promise.resolve();
    act(() => {
      adding = store.getState().addTemplate();
    });
    await press('取消');
    await act(() => adding);
    expect(status()).toBe(
      '已新建模板，加了 17 张表。但是之后没有重新读取（已取消）。下面还是以前的结果，请按“提交前校验”重新读取。',
    );
  });
});

test('a failure goes with the next thing that succeeds, a jump or a preview too', async () => {
  const gone = Object.assign(new Error('“明细”已被删除。'), { name: 'HostError' });
  const { services } = await openPane();
  const { select } = services;
  services.select = () => Promise.reject(gone);
  await press('跳转到 明细测评表-客户经理!I7');
  expect(screen.getByRole('status').textContent).toContain('已被删除');
  services.select = select;
  await press('跳转到 明细测评表-客户经理!I7');
  expect(screen.getByRole('status').textContent).toBe('已读取。3 个错误，2 个提醒。');
  services.failWith = gone;
  await press('先预览');
  services.failWith = null;
  await press('先预览');
  expect(screen.getByRole('status').textContent).toContain('已列出将要写入的内容，现在还没有写入。');
});
