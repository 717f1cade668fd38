import { sample } from '../../../tests/pane/samples';
import { dictionaryFor } from '../../locales';
import type { Outcome } from './paneState';
import { statusText, statusTone } from './statusText';

const t = dictionaryFor('zh-CN');
const after = (outcome: Outcome) => ({ work: null, outcome, evaluation: sample });
const NEXT = '点“看结果”查看结果和表里的问题。';
const failed: Outcome = { kind: 'failed', failure: { message: '工作表受保护。', error: null } };

test('errors and warnings are counted, and make it red', () => {
  expect(statusText(after({ kind: 'checked' }), false, t)).toBe('校验完成。3 个错误，2 个提醒。');
  expect(statusTone(after({ kind: 'checked' }), false)).toBe('bad');
  expect(statusTone(after({ kind: 'rulingsApplied' }), false)).toBe('unsure');
});

test.each(['read', 'checked'] as const)('of a table, “%s” says in one sentence what to do next', (kind) => {
  expect(statusText(after({ kind }), true, t)).toBe(NEXT);
  expect(statusTone(after({ kind }), true)).toBe('plain');
});

test('of a table too, what was done is said; no counts of another regulation follow', () => {
  const added = after({ kind: 'templateAdded', sheets: 2 });
  expect(statusText(added, true, t)).toBe(`已新建模板，加了 2 张表。${NEXT}`);
  expect(statusTone(added, true)).toBe('plain');
});

test('what went wrong is said and red, whatever regulation it is', () => {
  for (const isTable of [false, true]) {
    expect(statusText(after(failed), isTable, t)).toBe('没有完成：工作表受保护。');
    expect(statusTone(after(failed), isTable)).toBe('bad');
  }
});

test('the verdict on a seal is said without the counts of the last check', () => {
  const none = after({ kind: 'verified', verdict: { kind: 'none' } });
  expect(statusText(none, true, t)).toBe(statusText(none, false, t));
  expect(statusText(none, true, t)).not.toContain('个错误');
  expect(statusTone(none, true)).toBe('unsure');
});

test('while it works, and before anything was done, it is plain', () => {
  const work = { kind: 'check', share: 0, cancellable: true } as const;
  for (const isTable of [false, true]) {
    const working = { ...after({ kind: 'read' }), work };
    expect(statusText(working, isTable, t)).toBe('正在读取并校验');
    expect(statusTone(working, isTable)).toBe('plain');
    expect(statusTone({ work: null, outcome: null, evaluation: null }, isTable)).toBe('plain');
  }
});
