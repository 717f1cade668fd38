import type { CellValue } from '../../../src/model';
import type { Snapshot } from '../../../src/workbook/snapshot';
import { difference, NO_DIFFERENCE, plain, run } from '../../fixtures/outcomes';
import { type Edit, errorAt, insertRows, merged, removeColumn, set } from '../../fixtures/sheetEdits';
import { edited, sample } from '../../fixtures/workbooks';
import { after, BOOK, CM, DL, fault, HUA, MS, remark } from './faults';

describe('visits', () => {
  test('licences', () => {
    expect(after(CM, set({ E6: 640110075624 }))).toEqual(NO_DIFFERENCE);
    expect(after(CM, set({ E6: ' 6401 1007 5624 ' }))).toEqual(NO_DIFFERENCE);
    expect(after(CM, set({ E6: '64011007562' }))).toEqual(remark(`licence-format ${CM}!E6`));
    expect(after(CM, set({ E6: 64011007562 }))).toEqual(remark(`licence-format ${CM}!E6`));
    expect(after(CM, set({ E6: '' }))).toEqual(remark(`licence-missing ${CM}!E6`));
    for (const lost of ['6.40102E+11', '6.40101e11', '6.4E+011', 6401100756241234, 6.4e17])
      expect(after(CM, set({ E6: lost }))).toEqual(fault(`licence-precision ${CM}!E6`, [HUA]));
    const twice = after(CM, set({ E6: '6.40102E+11', E7: '6.40102E+11' }));
    expect(twice.added).toEqual([`licence-precision ${CM}!E6`, `licence-precision ${CM}!E7`]);
    expect(after(CM, errorAt('E6', '#N/A'))).toEqual(fault(`formula-error ${CM}!E6`, [HUA]));
  });

  test('the same licence twice', () => {
    expect(after(CM, set({ E7: '640110075624' }))).toEqual(fault(`duplicate-visit ${CM}!E7`, [HUA]));
    expect(after(CM, set({ E7: 640110075624 }))).toEqual(fault(`duplicate-visit ${CM}!E7`, [HUA]));
  });

  const dates: [CellValue, string | null][] = [
    ['2008.6.30', null],
    ['2008-6-30', null],
    ['2008/06/30', null],
    ['20080630', null],
    [20080630, null],
    ['08年6月30日', null],
    ['2008年6月30日', null],
    ['２００８年６月３０日', null],
    ['6月30日', null],
    ['6/30', null],
    ['6.30', null],
    ['6-3', null],
    ['06.30', null],
    ['08.6.30', null],
    ['2008-06-30 10:30', null],
    ['2008-6-3 9:30', null],
    ['2008-6-3 09:30:15', null],
    ['2008年6月3日 上午9:30', null],
    ['2008-06-03T09:30:00', null],
    ['2008年6月3日 星期二', null],
    [39505.5, null],
    ['39505', null],
    ['2008-6-31', 'date-invalid'],
    ['2008-13-1', 'date-invalid'],
    ['六月', 'date-invalid'],
    ['2008年6月', 'date-invalid'],
    ['08.6', 'date-invalid'],
    ['2/30', 'date-invalid'],
    [6.3, 'date-invalid'],
    ['待定', 'date-invalid'],
    [12, 'date-invalid'],
    [true, 'date-invalid'],
    ['', 'date-missing'],
    ['2008-7-1', 'date-outside-period'],
    ['7月1日', 'date-outside-period'],
    ['7/1', 'date-outside-period'],
    [39813, 'date-outside-period'],
    ['2007-12-31', 'date-outside-period'],
  ];
  test.each(dates)('date %s: %s', (value, code) => {
    const found = after(CM, set({ F6: value }));
    if (code === null) expect(found).toEqual(NO_DIFFERENCE);
    else expect(found).toEqual(fault(`${code} ${CM}!F6`, code === 'date-invalid' ? [HUA] : []));
  });

  test('dates of the 1904 system', () => {
    const book = sample(BOOK);
    const shift =
      (name: string, column: number): Edit =>
      (s) =>
        s.name !== name
          ? s
          : {
              ...s,
              values: s.values.map((r) =>
                r.map((v, c) => (c === column && typeof v === 'number' ? v - 1462 : v)),
              ),
            };
    const edits = [CM, MS, DL].map((name) => [name, shift(name, 5)] as const);
    const shifted = [...edits, ['客户投诉测评表', shift('客户投诉测评表', 0)] as const].reduce(
      (made, [name, edit]) => edited(made, name, edit),
      { ...book, date1904: true } as Snapshot,
    );
    expect(difference(plain(BOOK), run(shifted))).toEqual(NO_DIFFERENCE);
  });

  test('a merged date is the date of all its rows', () => {
    const found = after(CM, set({ F7: '', F8: '' }), merged({ top: 5, left: 5, bottom: 7, right: 5 }));
    expect(found).toEqual(NO_DIFFERENCE);
  });

  test('self-assessment', () => {
    for (const text of ['华立新', '华 立新', '张三、华立新', '张三 华立新'])
      expect(after(CM, set({ G6: text }))).toEqual(remark(`self-assessment ${CM}!G6`));
    expect(after(CM, set({ G6: '华立' }))).toEqual(NO_DIFFERENCE);
    expect(
      after(CM, set({ A2: '部(所):  测评时间:2008年6月  测评人:华立新' }), removeColumn('G')).added,
    ).toEqual([`self-assessment ${CM}!A2`]);
  });

  test('zeros in rows that are not yet filled in are no visit', () => {
    const zeros: CellValue[] = [60, '', '', '', '', '', '', ...Array.from({ length: 12 }, () => 0), 0];
    expect(after(CM, insertRows(64, zeros, zeros))).toEqual(NO_DIFFERENCE);
  });
});
