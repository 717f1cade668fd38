import { createBytesHost, newWorkbook } from '../hosts/file/bytes';
import { yinchuan2008 } from '../schemes';
import { createWorkbookSession } from './workbookSession';

const run = { signal: new AbortController().signal, onProgress: () => undefined };

test('a scheme is begun, chosen and remembered in one workbook', async () => {
  const note = {
    name: '说明',
    cells: [],
    merges: [],
    columnWidths: [],
    headerRows: 0,
    landscape: false,
    lists: [],
  };
  const host = createBytesHost(newWorkbook([note]), 'book.xlsx');
  const session = createWorkbookSession(host, yinchuan2008());
  expect((await session.check({}, run)).scheme.id).toBe('yinchuan-2008');

  expect(await session.schemes.template('mall-property', run)).toBeGreaterThan(3);
  expect(await session.schemes.template('mall-property', run)).toBe(0);
  await session.schemes.use('mall-property', run);
  const evaluation = await session.check({}, run);
  expect(evaluation.scheme.id).toBe('mall-property');
  const [first] = session.schemes.list(evaluation);
  expect(first).toMatchObject({ id: 'mall-property', fits: true, isOwn: true, isTable: false });

  // Another pane over the same workbook goes by what it remembers.
  const later = createWorkbookSession(createBytesHost(host.bytes, 'book.xlsx'), yinchuan2008());
  expect((await later.check({}, run)).scheme.id).toBe('mall-property');
  await later.setPeriod('2024-06');
  expect((await later.check({}, run)).period).toBe('2024-06');
  await later.schemes.use('yinchuan-2008', run);
  expect(await later.check({}, run)).toMatchObject({ scheme: { id: 'yinchuan-2008' }, period: null });
});

test('a workbook that had nothing of any scheme is scored by the one whose template came in; others keep theirs', async () => {
  const blank = () =>
    createBytesHost(
      newWorkbook([
        { name: '说明', cells: [], merges: [], columnWidths: [], headerRows: 0, landscape: false, lists: [] },
      ]),
      'book.xlsx',
    );
  const host = blank();
  const session = createWorkbookSession(host, yinchuan2008());
  await session.schemes.template('mall-property', run);
  expect((await session.check({}, run)).scheme.id).toBe('mall-property');
  const own = createWorkbookSession(blank(), yinchuan2008());
  await own.addTemplate(run);
  await own.schemes.template('mall-property', run);
  expect((await own.check({}, run)).scheme.id).toBe('yinchuan-2008');
});

test('a table is added, and nothing is written while nothing is known', async () => {
  const note = {
    name: '说明',
    cells: [],
    merges: [],
    columnWidths: [],
    headerRows: 0,
    landscape: false,
    lists: [],
  };
  const host = createBytesHost(newWorkbook([note]), 'book.xlsx');
  const session = createWorkbookSession(host, yinchuan2008());
  await session.schemes.template('inspection-daily', run);
  expect(await session.schemes.fill('inspection-daily')).toMatchObject({ added: [] });
  const cells = ['2024-6-3', '客房部', '清洁卫生'].map((value, column) => ({ row: 2, column, value }));
  await host.write([{ kind: 'setCells', sheet: '质检日报', cells }]);
  expect((await session.schemes.fill('inspection-daily')).added).toHaveLength(4);
  expect(await session.schemes.fill('inspection-daily')).toMatchObject({ outcome: { known: 1 } });
  const [own] = session.schemes.list(await session.check({}, run));
  expect(own).toMatchObject({ id: 'inspection-daily', fits: true, isOwn: true, isTable: true });
});
