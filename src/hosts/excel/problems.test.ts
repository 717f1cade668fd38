import { hostErrorOf, isTooLarge } from './problems';

/** What Excel on the web answers with, and what becomes of it. */
const CODES = [
  ['InvalidOperationInCellEditMode', 'cell-editing', '结束编辑'],
  ['InvalidOrTimedOutSession', 'session-lost', '重新打开工作簿'],
  ['ActivityLimitReached', 'session-lost', '等一分钟'],
  ['RequestPayloadSizeLimitExceeded', 'payload-too-large', '拆分'],
  ['ResponsePayloadSizeLimitExceeded', 'payload-too-large', '拆分'],
  ['AccessDenied', 'protected', '撤销保护'],
  ['InvalidRequestContext', 'session-lost', '重新打开任务窗格'],
  ['WriteNotSupportedWhenModalDialogOpen', 'cell-editing', '关闭对话框'],
  ['GeneralException', 'unknown', '请重试'],
  ['ItemNotFound', 'sheet-gone', '重新读取'],
  ['SomethingNew', 'unknown', '请重试'],
] as const;

test.each(CODES)('%s becomes a sentence with the next step', (code, kind, step) => {
  const thrown = { code, message: 'host text with 张三', debugInfo: { statement: 'range.values' } };
  const error = hostErrorOf(thrown);
  expect([error.name, error.code]).toEqual(['HostError', kind]);
  expect(error.message).toContain(step);
  expect(error.message).toMatch(/^[^a-z]*请[^]*。$|Excel/);
  expect(error.message).not.toContain('张三');
  // A developer finds what Excel said.
  expect(error.detail).toBe(thrown);
  expect(isTooLarge(thrown)).toBe(kind === 'payload-too-large');
});

test('what is no answer of Excel is unexpected, and loses nothing', () => {
  const thrown = new TypeError('x is undefined');
  expect(hostErrorOf(thrown)).toMatchObject({ code: 'unknown', detail: thrown });
});
