import { type CellRef, cellName } from '../../model';
import { HostError, type HostErrorCode, OutdatedBasis } from '../../workbook/host';
import { differingSheets } from '../../workbook/sameSnapshot';
import type { Snapshot } from '../../workbook/snapshot';

const SENTENCES: Readonly<Record<string, readonly [HostErrorCode, string]>> = {
  InvalidOperationInCellEditMode: [
    'cell-editing',
    'Excel 正处于单元格编辑状态,没有执行操作。请按回车键或 Esc 键结束编辑后重试。',
  ],
  AccessDenied: [
    'protected',
    'Excel 拒绝了这次操作:工作表或工作簿可能受保护或是只读的。请撤销保护或启用编辑后重试。',
  ],
  InvalidOrTimedOutSession: ['session-lost', '与 Excel 的会话已失效。请刷新页面或重新打开工作簿后重试。'],
  InvalidRequestContext: ['session-lost', '与 Excel 的会话已失效。请关闭并重新打开任务窗格后重试。'],
  ConnectionFailure: ['session-lost', '与 Excel 的连接已中断。请检查网络后重试。'],
  Timeout: ['session-lost', 'Excel 长时间没有应答。请稍候重试;若仍然如此,请重新打开工作簿。'],
  ActivityLimitReached: ['session-lost', 'Excel 当前太忙,拒绝了这次请求。请等一分钟后重试。'],
  RequestPayloadSizeLimitExceeded: [
    'payload-too-large',
    '一次写入的内容超过了 Excel 网页版的上限,没有写入。请把工作簿按部(所)拆分后重试。',
  ],
  ResponsePayloadSizeLimitExceeded: [
    'payload-too-large',
    '一次读取的内容超过了 Excel 网页版的上限。请把工作簿按部(所)拆分后重试。',
  ],
  WriteNotSupportedWhenModalDialogOpen: [
    'cell-editing',
    'Excel 中有打开的对话框,没有执行操作。请关闭对话框后重试。',
  ],
  ApiNotFound: ['unsupported', '这个版本的 Excel 缺少所需的功能。请把 Office 升级到 2021 或更新的版本。'],
  NotImplemented: ['unsupported', '这个版本的 Excel 缺少所需的功能。请把 Office 升级到 2021 或更新的版本。'],
  UnsupportedOperation: ['unsupported', 'Excel 不允许在这里做这个操作。请检查筛选、合并单元格或表格后重试。'],
  ItemNotFound: ['sheet-gone', '需要的工作表或区域已不存在,可能刚被改名或删除。请重新读取工作簿后重试。'],
  InvalidReference: ['sheet-gone', '需要的区域已不存在,可能刚被删除。请重新读取工作簿后重试。'],
  InsertDeleteConflict: ['not-writable', 'Excel 不能在这里插入或删除行。请检查合并单元格和表格后重试。'],
};

const UNKNOWN = 'Excel 报告了一个意外的错误,操作没有完成。请重试;若仍然出现,请保存快照并联系管理员。';

/** What office.js throws; tested by shape, because its class is known only where office.js is loaded. */
export interface OfficeFailure {
  readonly code: string;
  readonly message: string;
  readonly debugInfo?: unknown;
  readonly traceMessages?: readonly string[];
}

export function isOfficeFailure(error: unknown): error is OfficeFailure {
  return (
    typeof error === 'object' && error !== null && typeof (error as { code?: unknown }).code === 'string'
  );
}

/** Whether less at a time may succeed where this failed. */
export function isTooLarge(error: unknown): boolean {
  return isOfficeFailure(error) && /PayloadSizeLimitExceeded$/.test(error.code);
}

/** The `HostError` for whatever a call to Excel threw; a `HostError` stays what it is. */
export function hostErrorOf(error: unknown): HostError {
  if (error instanceof HostError) return error;
  const known = isOfficeFailure(error) ? SENTENCES[error.code] : undefined;
  return known ? new HostError(known[0], known[1], error) : new HostError('unknown', UNKNOWN, error);
}

export function cancelled(): HostError {
  return new HostError('cancelled', '已取消,工作簿没有改动。');
}

/** Throws where the user has cancelled. */
export function requireGoing(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw cancelled();
}

export function protectedSheet(names: readonly string[]): HostError {
  const list = names.map((name) => `“${name}”`).join('、');
  return new HostError(
    'protected',
    `工作表${list}受保护,什么都没有写入。请在“审阅”中选择“撤销工作表保护”后重试。`,
    { sheets: names },
  );
}

/** For a call that only shows something. */
export function cannotShow(name: string, hidden: boolean): HostError {
  return hidden
    ? new HostError('unsupported', `工作表“${name}”是隐藏的,不能跳转。请先在工作表标签上取消隐藏。`)
    : new HostError('sheet-gone', `找不到工作表“${name}”,可能刚被改名或删除。请重新读取后再试。`);
}

export function goneSheet(names: readonly string[]): HostError {
  const list = names.map((name) => `“${name}”`).join('、');
  return new HostError(
    'sheet-gone',
    `找不到工作表${list},可能刚被改名或删除,什么都没有写入。请重新读取后再试。`,
    {
      sheets: names,
    },
  );
}

/** A text that is longer than a cell holds. */
export function longText({ sheet, row, column }: CellRef, most: number): HostError {
  return new HostError(
    'unsupported',
    `工作表“${sheet}”的 ${cellName(row, column)} 要写入的文字超过 ${most} 字,Excel 放不下,什么都没有写入。请缩短原来的文字后重试。`,
    { sheet, row, column },
  );
}

/** Rows that are to be taken away are filtered out or hidden; `address` as Excel gives it (`'表'!24:25`). */
export function hiddenRows(sheet: string, address: string): HostError {
  const [first, last = first] = address
    .slice(address.lastIndexOf('!') + 1)
    .replaceAll('$', '')
    .split(':');
  const rows = first === last ? `第 ${first} 行` : `第 ${first} 行到第 ${last} 行`;
  return new HostError(
    'not-writable',
    `工作表“${sheet}”的${rows}要删除,但被筛选掉或隐藏了,Excel 不会删除看不见的行,什么都没有写入。请清除筛选或取消隐藏后重试。`,
    { sheet, address },
  );
}

/** Somebody else has changed these sheets since they were read: what was computed may not hold any more. */
export function changedSince(
  names: readonly string[],
  cell: { readonly row: number; readonly column: number } | null = null,
): HostError {
  const list = names.map((name) => `“${name}”`).join('、');
  const place = cell ? `(${cellName(cell.row, cell.column)})` : '';
  return new HostError('changed', `工作表${list}${place}在读取以后被改动过,什么都没有写入。请重新校验。`, {
    sheets: names,
    cell,
  });
}

/** The same of a basis that is older than this use of the workbook; `OutdatedBasis`. */
export function outdated(basis: Snapshot, now: Snapshot): OutdatedBasis {
  const { message, detail } = changedSince(differingSheets(basis, now));
  return new OutdatedBasis('changed', message, detail);
}

/** What is asked for has not come, since the batch that it waited in has failed. */
export function isNotLoaded(error: unknown): boolean {
  return isOfficeFailure(error) && error.code.endsWith('NotLoaded');
}

/** What the workbook remembers is no longer what was read. */
export function changedMemory(): HostError {
  return new HostError(
    'changed',
    '工作簿里保存的设置在读取以后被改动过(可能有人同时在用本工具),什么都没有写入。请重新校验。',
  );
}

export function sheetExists(name: string): HostError {
  return new HostError(
    'not-writable',
    `工作簿里已有名为“${name}”的工作表,什么都没有写入。请给它改名后重试。`,
    { sheet: name },
  );
}

export function readOnlyWorkbook(): HostError {
  return new HostError('not-writable', '工作簿是只读的,什么都没有写入。请点“启用编辑”或另存一份后重试。');
}

export function protectedWorkbook(): HostError {
  return new HostError(
    'protected',
    '工作簿的结构受保护,不能增删工作表,什么都没有写入。请在“审阅”中选择“保护工作簿”取消保护后重试。',
  );
}

/** The connection broke while something was written, and nothing tells whether it was. */
export function unsure(cause: unknown, failure: unknown): HostError {
  return new HostError(
    'session-lost',
    '写入时与 Excel 的连接中断,不能确定是否已经写入。一次写入要么全部完成,要么全部没有。请重新打开工作簿,校验后核对。',
    { cause, failure, unsure: true },
  );
}

/** Old marks could not be taken away, twice; everything else of the write was done. */
export function marksLeft(failure: unknown): HostError {
  return new HostError(
    hostErrorOf(failure).code,
    '旧的标记没有全部清除(其余内容都已完成,单元格的内容没有改动)。请稍候再点一次“清除标记”。',
    { cause: failure, partial: true },
  );
}

/** A write failed half way and what had been written could not be taken back. */
export function halfWritten(cause: unknown, failure: unknown): HostError {
  return new HostError(
    'unknown',
    '写入中途失败,而且没能完全恢复:部分内容可能已经写入。请用 Excel 的撤销或版本历史恢复,核对后再试。',
    { cause, failure, partial: true },
  );
}
