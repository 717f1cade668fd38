import type { Scheme } from '../model';
import { exampleOf } from '../schemes/examples';
import {
  HostError,
  type ReadOptions,
  resting,
  type WorkbookChange,
  type WorkbookHost,
} from '../workbook/host';
import type { Snapshot } from '../workbook/snapshot';
import { exampleSheets } from '../workbook/template';
import { isEmptyWorkbook } from './emptyWorkbook';
import { memoryOf } from './remembered';
import { standingOf } from './scheme/standing';

/**
 * The sheets of the example that comes with the scheme. Throws a HostError where the workbook holds anything, a tab has
 * the name of one of the sheets, or no example comes with the scheme.
 */
export function exampleChanges(snapshot: Snapshot, scheme: Scheme): WorkbookChange[] {
  const example = exampleOf(scheme.id);
  if (!example) throw new HostError('unsupported', '现用的评分标准没有配示例。请新建模板后自己填几行。');
  if (!isEmptyWorkbook(snapshot))
    throw new HostError(
      'not-writable',
      '示例只写进空白工作簿,这里已有内容,什么都没有写入。请新建一个空白工作簿再打开示例。',
    );
  const sheets = exampleSheets(scheme, example, snapshot.date1904);
  const taken = new Set(snapshot.sheets.map(({ name }) => name.toLowerCase()));
  const same = sheets.find(({ name }) => taken.has(name.toLowerCase()));
  if (same)
    throw new HostError(
      'not-writable',
      `已有名为“${same.name}”的工作表,示例没有写入。请新建一个空白工作簿再打开示例。`,
    );
  return sheets.map((sheet) => ({ kind: 'addSheet', sheet }));
}

/** Writes the example into an empty workbook; the number of sheets. Rejects with HostError, and nothing was written. */
export async function addExample(host: WorkbookHost, scheme: Scheme, read: ReadOptions): Promise<number> {
  const snapshot = await host.read(read);
  const { scheme: own } = standingOf(snapshot, scheme, memoryOf(snapshot));
  const changes = exampleChanges(snapshot, own);
  await host.write(changes, resting(snapshot, read.signal));
  return changes.length;
}
