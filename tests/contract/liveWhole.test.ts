import { columnName } from '../../src/model';
import { sample } from '../fixtures/workbooks';
import { Desk, MATRIX, settled } from './followedBook';

jest.setTimeout(60_000);

describe('what rows do not tell is read from the beginning', () => {
  const cases: readonly (readonly [string, (desk: Desk) => void])[] = [
    ['a header', (desk) => desk.type(MATRIX, 2, 8, '陈列')],
    ['a title', (desk) => desk.type(MATRIX, 0, 0, '2009 年上半年')],
    ['an error value', (desk) => desk.type(MATRIX, 6, 8, '#N/A')],
    [
      'a row that is inserted',
      ({ workbook }) => {
        const sheet = workbook.sheet(MATRIX)!;
        workbook.shift(sheet, { axis: 'row', at: 6, count: 1 });
        workbook.touched(sheet, { top: 6, left: 0, bottom: 6, right: 16_383 }, 'RowInserted');
      },
    ],
    [
      'rows that are deleted',
      ({ workbook }) => {
        const sheet = workbook.sheet(MATRIX)!;
        workbook.shift(sheet, { axis: 'row', at: 6, count: -2 });
        workbook.touched(sheet, { top: 6, left: 0, bottom: 7, right: 16_383 }, 'RowDeleted');
      },
    ],
    ['a sheet that is deleted', ({ workbook }) => workbook.deleteSheet(workbook.sheet('客户满意度')!)],
    [
      'a column that is emptied',
      ({ workbook }) => {
        const sheet = workbook.sheet(MATRIX)!;
        workbook.touched(sheet, { top: 0, left: 8, bottom: 1_048_575, right: 8 });
      },
    ],
    [
      'a paste of many rows',
      ({ workbook }) => {
        const sheet = workbook.sheet(MATRIX)!;
        for (let row = 60; row < 400; row += 1) workbook.store(sheet, row, 1, `${columnName(row)}部`);
        workbook.touched(sheet, { top: 60, left: 1, bottom: 399, right: 1 });
      },
    ],
  ];

  test.each(cases)('%s', async (_name, act) => {
    const desk = await Desk.open(sample('worked-examples'));
    act(desk);
    expect((await desk.followed()).how).toBe('whole');
    const [shown, fresh] = await desk.bothWays();
    expect(shown).toEqual(fresh);
  });

  test('a sheet that was renamed; the next edit in it is a row again', async () => {
    const desk = await Desk.open(sample('worked-examples'));
    desk.workbook.renameSheet(desk.workbook.sheet(MATRIX)!, '经理明细');
    desk.type('经理明细', 6, 8, 1);
    expect((await desk.followed()).how).toBe('whole');
    desk.type('经理明细', 6, 8, 2);
    expect((await desk.followed()).how).toBe('rows');
    const [shown, fresh] = await desk.bothWays();
    expect(shown).toEqual(fresh);
  });

  test('a workbook that is computed on request alone', async () => {
    const desk = await Desk.open(sample('worked-examples'));
    desk.workbook.calculationMode = 'Manual';
    desk.type(MATRIX, 6, 8, 1);
    expect((await desk.followed()).how).toBe('whole');
  });
});

describe('what this product writes', () => {
  test('into cells and rows is no edit; the next one by hand is taken in by a full read that is not its doing', async () => {
    const desk = await Desk.open(sample('existing-summary'));
    await desk.fill();
    expect(desk.edits).toEqual([]);
    desk.type('客户满意度', 2, 3, 61.5);
    expect((await desk.followed()).how).toBe('rows');
    const [shown, fresh] = await desk.bothWays();
    expect(shown).toEqual(fresh);
    desk.type('客户满意度', 2, 3, 95);
    const { bytesOut } = desk.endpoint;
    expect((await desk.followed()).how).toBe('rows');
    expect(desk.endpoint.bytesOut - bytesOut).toBeLessThan(4_000);
  });

  test('as a sheet is not said to be the doing of whoever types meanwhile', async () => {
    const desk = await Desk.open(sample('worked-examples'));
    await desk.fill();
    desk.type('客户满意度', 2, 3, 61.5);
    expect((await desk.followed()).how).toBe('rows');
    const [shown, fresh] = await desk.bothWays();
    expect(shown).toEqual(fresh);
  });

  test('as a sheet is an edit of its own', async () => {
    const desk = await Desk.open(sample('worked-examples'));
    await desk.fill();
    expect(desk.edits).toEqual([{ sheet: null, area: null, own: true }]);
    await desk.followed();
    const [shown, fresh] = await desk.bothWays();
    expect(shown).toEqual(fresh);
    await desk.undo();
    expect(desk.edits).toEqual([{ sheet: null, area: null, own: true }]);
    desk.edits.splice(0);
    desk.workbook.addSheet('草稿');
    await settled();
    expect(desk.edits).toEqual([{ sheet: null, area: null }]);
  });
});
