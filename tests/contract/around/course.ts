import { openInExcel } from '../../../emulator/bridge/install';
import { openFile, type SheetModel, type WorkbookModel } from '../../../emulator/model';
import { createSession, type Run } from '../../../src/app/session';
import { createExcelHost } from '../../../src/hosts/excel';
import { createBytesHost } from '../../../src/hosts/file/bytes';
import { yinchuan2008 } from '../../../src/schemes';
import type { WorkbookHost } from '../../../src/workbook/host';
import { SUMMARY } from './book';

/** A host over the bytes, and the workbook as it stands then. */
interface Opened {
  readonly host: WorkbookHost;
  readonly look: () => WorkbookModel;
}

type Open = (bytes: Uint8Array) => Opened;

/** Both hosts, for `test.each`. */
export const HOSTS: readonly (readonly [string, Open])[] = [
  [
    'Excel',
    (bytes) => {
      const { workbook } = openFile(bytes, '测试.xlsx');
      openInExcel(workbook, { sets: { ExcelApi: '1.18' } });
      return { host: createExcelHost(), look: () => workbook };
    },
  ],
  [
    'a file',
    (bytes) => {
      const host = createBytesHost(bytes, '测试.xlsx');
      return { host, look: () => openFile(host.bytes, '测试.xlsx').workbook };
    },
  ],
];

/** The summary's sheet and all the workbook, at one moment. */
export interface Seen {
  readonly book: WorkbookModel;
  readonly sheet: SheetModel;
}

export function seen(book: WorkbookModel): Seen {
  return { book, sheet: book.sheet(SUMMARY)! };
}

/** What an onlooker sees after each stage; a stage's own words say what it did to the rows of the summary. */
export interface Stages<T> {
  readonly before: T;
  /** Two persons were missing: rows 23 and 24 are new, 合计 stands in row 25. */
  readonly filled: T;
  /** The staff have taken row 12 out: 合计 in row 24. */
  readonly cut: T;
  /** Filled again: the person of row 12 stands in the new row 24, 合计 in row 25. */
  readonly again: T;
  /** The second fill was taken back: as `cut`. */
  readonly undone: T;
  /** An error was marked on another sheet. */
  readonly marked: T;
  readonly unmarked: T;
}

function run(): Run {
  return { signal: new AbortController().signal, onProgress: () => undefined };
}

/** The satisfaction that is out of its range. */
const FAULTY = { sheet: '客户满意度', row: 2, column: 3, value: 150 };

/** Does everything that the product does to a summary, looking after each thing. */
export async function course<T>(open: Open, bytes: Uint8Array, look: (now: Seen) => T): Promise<Stages<T>> {
  const opened = open(bytes);
  const { host } = opened;
  const session = createSession(host, yinchuan2008());
  // As JSON: what is seen must not change afterwards.
  const now = (): T => JSON.parse(JSON.stringify(look(seen(opened.look())))) as T;
  const before = now();
  await session.fill({}, run());
  const filled = now();
  await host.write([{ kind: 'deleteRows', sheet: SUMMARY, row: 11, count: 1 }]);
  const cut = now();
  await session.fill({}, run());
  const again = now();
  await session.undo({ evenIfChanged: false }, run());
  const undone = now();
  await host.write([{ kind: 'setCells', sheet: FAULTY.sheet, cells: [FAULTY] }]);
  await session.submission.mark({}, run());
  const marked = now();
  await session.submission.removeMarks();
  return { before, filled, cut, again, undone, marked, unmarked: now() };
}
