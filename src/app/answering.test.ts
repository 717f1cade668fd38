import { addColumn, permuted, renamed, set } from '../../tests/fixtures/sheetEdits';
import { edited, sample, withSheets } from '../../tests/fixtures/workbooks';
import { yinchuan2008 } from '../schemes';
import type { WorkbookHost } from '../workbook/host';
import type { Snapshot } from '../workbook/snapshot';
import { columnTakenFor, deductionsAre, markMeans, takenFor } from './sheetChoices';
import type { Evaluation } from './evaluation';
import { createSession } from './session';

const MATRIX = '明细测评表-客户经理';
const book = sample('existing-summary');
const run = () => ({ signal: new AbortController().signal, onProgress: () => undefined });

/** A session over a workbook that keeps what is remembered, and can be changed as its owner would. */
function open(start: Snapshot) {
  let snapshot = start;
  const host: WorkbookHost = {
    read: async () => snapshot,
    async write(changes) {
      for (const change of changes) {
        if (change.kind === 'setMemory') snapshot = { ...snapshot, memory: change.xml };
      }
    },
    select: async () => undefined,
  };
  const session = createSession(host, yinchuan2008());
  return {
    session,
    check: () => session.check({}, run()),
    change: (edit: (before: Snapshot) => Snapshot) => void (snapshot = edit(snapshot)),
  };
}

const readingOf = (evaluation: Evaluation, sheet: string) =>
  evaluation.readings.find((each) => each.sheet === sheet)!;
const codes = ({ issues }: Evaluation, code: string) => issues.filter((issue) => issue.code === code).length;
const scores = ({ scores: { persons } }: Evaluation) =>
  persons.map(({ assessee, score }) => [assessee.name, score?.valueOf() ?? null]);

/** A rule's header in words that nobody knows. */
const strange = edited(book, MATRIX, (sheet) => {
  const row = sheet.values.findIndex((cells) => cells.includes('价签维护'));
  const column = sheet.values[row]!.indexOf('价签维护');
  return set({ [`${String.fromCharCode(65 + column)}${row + 1}`]: '神秘项目' })(sheet);
});

test('a column is chosen: its figures are those of the sheet before, and the choice stays until it is forgotten', async () => {
  const plain = await open(book).check();
  const { session, check, change } = open(strange);
  const before = await check();
  expect(codes(before, 'column-missing')).toBe(1);
  const reading = readingOf(before, MATRIX);
  const column = reading.columns.find((each) => each.header.endsWith('神秘项目'))!;
  expect(column.preview).toHaveLength(3);
  await session.answer(columnTakenFor(reading, column, 'CM-S03'));
  const after = await check();
  expect(scores(after)).toEqual(scores(plain));
  expect(codes(after, 'column-missing')).toBe(0);

  change((now) => edited(now, MATRIX, renamed('六月检查')));
  expect(scores(await check())).toEqual(scores(plain));
  // A column is inserted at the left, of no meaning to anybody.
  change((now) =>
    edited(now, '六月检查', (sheet) => {
      const width = Math.max(...sheet.values.map((row) => row.length)) + 1;
      const merges = sheet.merges.map((area) => ({ ...area, left: area.left + 1, right: area.right + 1 }));
      const order = Array.from({ length: width }, (_, at) => (at === 0 ? width - 1 : at - 1));
      return { ...permuted(order)({ ...addColumn([])(sheet), merges: [] }), merges };
    }),
  );
  const moved = await check();
  expect(scores(moved)).toEqual(scores(plain));
  expect(readingOf(moved, '六月检查').answer?.sheet).toBe(MATRIX);

  await session.forget('六月检查');
  const forgotten = await check();
  expect(codes(forgotten, 'column-missing')).toBe(1);
  expect(readingOf(forgotten, '六月检查').answer).toBeNull();
  expect((await check()).snapshot.memory).toBeNull();
});

test('a second column of the same header makes the choice a question again', async () => {
  const { session, check, change } = open(strange);
  const reading = readingOf(await check(), MATRIX);
  const column = reading.columns.find((each) => each.header.endsWith('神秘项目'))!;
  await session.answer(columnTakenFor(reading, column, 'CM-S03'));
  const [parent, leaf] = column.header.split(' / ');
  const header = reading.headerRows;
  change((now) => {
    const texts = Array.from({ length: header.at(-1)! + 1 }, (_, at) => (at === header[0] ? parent! : ''));
    texts[header.at(-1)!] = leaf!;
    return edited(now, MATRIX, addColumn(texts));
  });
  expect(codes(await check(), 'column-missing')).toBe(1);
});

test('what √ means is asked once a sheet', async () => {
  const row = book.sheets.find(({ name }) => name === MATRIX)!.values.length;
  const marked = edited(book, MATRIX, set({ [`J${row - 4}`]: '√' }));
  const { session, check } = open(marked);
  const before = await check();
  expect(codes(before, 'ambiguous-mark')).toBe(1);
  await session.answer(markMeans(readingOf(before, MATRIX), 'nothing'));
  const nothing = await check();
  expect(codes(nothing, 'ambiguous-mark')).toBe(0);
  await session.answer(markMeans(readingOf(nothing, MATRIX), 'one'));
  expect(readingOf(await check(), MATRIX).answer).toMatchObject({ sheet: MATRIX, mark: 'one' });
});

test('points or a number of faults, and a sheet that is left alone', async () => {
  const { session, check } = open(book);
  const before = await check();
  await session.answer(deductionsAre(readingOf(before, MATRIX), 'count'));
  const counted = await check();
  expect(scores(counted)).not.toEqual(scores(before));
  await session.answer(takenFor(readingOf(counted, MATRIX), null));
  const alone = readingOf(await check(), MATRIX);
  expect(alone).toMatchObject({ definition: null, dataRows: 0, answer: { deductions: 'count' } });
  expect(alone.columns.length).toBeGreaterThan(0);
});

test('an answer whose tab is gone is not given to one of two sheets with its header', async () => {
  const { session, check, change } = open(strange);
  const reading = readingOf(await check(), MATRIX);
  await session.answer(markMeans(reading, 'nothing'));
  change((now) => {
    const gone = edited(now, MATRIX, renamed('六月'));
    return withSheets(gone, renamed('七月')(gone.sheets.find(({ name }) => name === '六月')!));
  });
  const both = await check();
  expect([readingOf(both, '六月').answer, readingOf(both, '七月').answer]).toEqual([null, null]);
});

test('a column gives up what another one is chosen for', async () => {
  const { session, check } = open(strange);
  const first = readingOf(await check(), MATRIX);
  const [one, other] = first.columns.filter((each) => each.field === null || each.field === 'note');
  await session.answer(columnTakenFor(first, one!, 'CM-S03'));
  const second = readingOf(await check(), MATRIX);
  await session.answer(columnTakenFor(second, other!, 'CM-S03'));
  const third = readingOf(await check(), MATRIX);
  expect(third.answer?.columns).toHaveLength(1);
  expect(third.columns.filter((each) => each.field === 'CM-S03')).toHaveLength(1);
});
