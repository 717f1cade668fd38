import type { CellValue } from '../../../src/model';
import type { SheetSnapshot } from '../../../src/workbook/snapshot';
import { difference, plain, run } from '../../fixtures/outcomes';
import { insertRows, merged, permuted, renamed, set } from '../../fixtures/sheetEdits';
import { edited, sample } from '../../fixtures/workbooks';
import { MATRIX, same } from './detailSheets';

describe('columns, rows and sheets in another place', () => {
  test('columns in reverse', () => {
    const reversed = (sheet: SheetSnapshot): SheetSnapshot => {
      const width = Math.max(...sheet.values.map((row) => row.length));
      return permuted(Array.from({ length: width }, (_, at) => width - 1 - at))({
        ...sheet,
        merges: sheet.merges.filter((area) => area.top >= 2),
      });
    };
    const book = {
      ...sample(MATRIX),
      sheets: sample(MATRIX).sheets.map((s) => (s.name.includes('汇总') ? s : reversed(s))),
    };
    const { added, gone, unscored, changed, withheld } = difference(plain(MATRIX), run(book));
    expect({ unscored, changed, withheld }).toEqual({ unscored: [], changed: [], withheld: [] });
    const codes = (issues: readonly string[]) => issues.map((issue) => issue.split('!')[0]);
    expect(codes(added)).toEqual(codes(gone));
  });

  test('sheets moved, tabs renamed to nonsense', () => {
    for (const name of [MATRIX, 'city-combined-dirty', 'cards', 'no-roster']) {
      const book = sample(name);
      const shuffled = {
        ...book,
        sheets: [...book.sheets].reverse().map((s, at) => renamed(`Sheet${at}`)(s)),
      };
      const found = difference(plain(name), run(shuffled));
      expect({ name, unscored: found.unscored, changed: found.changed, vanished: found.vanished }).toEqual({
        name,
        unscored: [],
        changed: [],
        vanished: [],
      });
      const codes = (issues: readonly string[]) => issues.map((issue) => issue.split(' ')[0]).sort();
      expect(codes(found.added)).toEqual(codes(found.gone));
    }
  });

  test('tabs renamed and no title above the tables', () => {
    const book = sample(MATRIX);
    const bare = book.sheets.map((s, at) =>
      renamed(`Sheet${at}`)(s.name.includes('汇总') ? s : set({ A1: '' })(s)),
    );
    const safe = bare.map((s) => (s.values[0]![0] === '' && s.values.length > 100 ? s : s));
    const found = difference(
      plain(MATRIX),
      run({ ...book, sheets: safe.map((s, at) => (at === 0 ? renamed('Sheet0')(book.sheets[0]!) : s)) }),
    );
    expect({ unscored: found.unscored, changed: found.changed }).toEqual({ unscored: [], changed: [] });
  });

  test('sheets that begin further down and to the right', () => {
    const book = sample(MATRIX);
    const moved = (sheet: SheetSnapshot): SheetSnapshot => ({
      ...sheet,
      top: 3,
      left: 2,
      merges: sheet.merges.map((a) => ({
        top: a.top + 3,
        bottom: a.bottom + 3,
        left: a.left + 2,
        right: a.right + 2,
      })),
      formats: new Map([...sheet.formats].map(([key, value]) => [key + 3 * 16384 + 2, value])),
      formulas: new Map([...sheet.formulas].map(([key, value]) => [key + 3 * 16384 + 2, value])),
    });
    const found = difference(plain(MATRIX), run({ ...book, sheets: book.sheets.map(moved) }));
    expect({ unscored: found.unscored, changed: found.changed }).toEqual({ unscored: [], changed: [] });
  });

  test('header without merges known', () => {
    const dirty = sample('city-combined-dirty');
    const unmerged = edited(dirty, '明细测评表', (s) => ({
      ...s,
      merges: s.merges.filter((a) => a.top > 3),
    }));
    same('city-combined-dirty', unmerged);
    const title = edited(dirty, '明细测评表', (s) => ({
      ...s,
      merges: s.merges.filter((a) => a.top > 3 || a.top < 2),
    }));
    same('city-combined-dirty', title);
    const fields = edited(dirty, '明细测评表', (s) => ({
      ...s,
      merges: s.merges.filter((a) => a.top !== 2 || a.bottom !== 2),
    }));
    same('city-combined-dirty', fields);
  });

  test('three header rows: post, group, leaf', () => {
    const groups: CellValue[] = [
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      '理货(陈列)',
      '',
      '',
      '',
      '订单指导',
      '',
      '',
      '新品',
      '',
      '',
      '其他',
      '',
      '证照',
      '明码',
      '政策',
      '',
      '打码',
      '',
      '签字',
      '破损',
      '',
      '现金',
    ];
    const dirty = edited(sample('city-combined-dirty'), '明细测评表', insertRows(4, groups));
    const whole = edited(dirty, '明细测评表', (s) => ({
      ...s,
      merges: s.merges.map((a) => (a.top === 2 && a.bottom === 4 ? a : a)),
    }));
    const found = difference(plain('city-combined-dirty'), run(whole));
    expect({ unscored: found.unscored, changed: found.changed }).toEqual({ unscored: [], changed: [] });
    const bare = edited(dirty, '明细测评表', (s) => ({ ...s, merges: s.merges.filter((a) => a.top > 4) }));
    const other = difference(plain('city-combined-dirty'), run(bare));
    expect({ unscored: other.unscored, changed: other.changed }).toEqual({ unscored: [], changed: [] });
    const merges = edited(
      bare,
      '明细测评表',
      merged(
        { top: 3, left: 8, bottom: 3, right: 11 },
        { top: 2, left: 8, bottom: 2, right: 19 },
        { top: 2, left: 20, bottom: 2, right: 23 },
        { top: 2, left: 24, bottom: 2, right: 29 },
      ),
    );
    const third = difference(plain('city-combined-dirty'), run(merges));
    expect({ unscored: third.unscored, changed: third.changed }).toEqual({ unscored: [], changed: [] });
  });
});
