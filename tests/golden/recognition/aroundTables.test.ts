import type { CellValue } from '../../../src/model';
import type { SheetSnapshot } from '../../../src/workbook/snapshot';
import { difference, NO_DIFFERENCE, plain, run } from '../../fixtures/outcomes';
import { insertRows, removeColumn, set } from '../../fixtures/sheetEdits';
import { edited, sample, without, withSheets } from '../../fixtures/workbooks';
import { DETAILS, MATRIX, onDetails, same } from './detailSheets';

describe('what stands around the rows', () => {
  test('page-repeated titles and headers, subtotals, notes, signatures', () => {
    const book = onDetails(sample(MATRIX), (_, name) => {
      const { values } = sample(MATRIX).sheets.find((s) => s.name === name)!;
      return [
        insertRows(15, values[0]!, values[1]!, values[2]!, values[3]!),
        insertRows(15, ['小计', '', '', '', '', '', '', 3, 4, 5]),
        insertRows(
          80,
          ['', '合计', '', '', '', '', '', 30, 41, 52],
          ['', '', '平均扣分', '', '', '', '', 0.3, 0.4, 0.5],
          ['合计扣分', '', '', '', '', '', '', 30, 41],
          ['共计', '', '', '', '', '', '', 30, 41],
          ['', '', '', '（以下空白）'],
          ['以下空白'],
          ['说明：本表一式两份'],
          ['注1：扣分按项计'],
          ['测评人签字：', '', '', '被测评人签字：'],
          ['制表:王某', '', '', '', '2008年6月30日'],
          ['', '', '第 1 页　共 3 页'],
          ['第2页'],
        ),
      ];
    });
    same(MATRIX, book);
  });

  test('subtotal beside the department in sheets of figures', () => {
    const book = edited(
      sample(MATRIX),
      '客户满意度',
      insertRows(10, ['城东营销部', '平均', '', 92.2], ['城东营销部', '小计', '', 645]),
      insertRows(30, ['', '合计', '', 900]),
    );
    same(MATRIX, book);
  });

  test('meta row whose labels and values stand in cells of their own', () => {
    const meta: CellValue[] = [
      '部(所):',
      '城东营销部',
      '',
      '',
      '测评时间:',
      '2008年6月',
      '测评人:',
      '',
      '岗位:',
      '',
    ];
    const book = onDetails(sample(MATRIX), () => [
      (s) => ({
        ...s,
        merges: s.merges.filter((a) => a.top !== 1),
        values: s.values.map((row, at) => (at === 1 ? meta : row)),
      }),
    ]);
    same(MATRIX, book);
  });

  test('a sheet of a single department where 部(所) stands in the meta row alone', () => {
    const book = sample(MATRIX);
    const rowsOf = (sheet: SheetSnapshot, from: number, to: number): SheetSnapshot => ({
      ...sheet,
      values: sheet.values.filter((_, at) => at < 4 || (at >= from && at <= to)),
      merges: sheet.merges
        .filter((a) => a.top < 4 && !(a.left === 1 && a.right === 1))
        .concat(
          sheet.merges
            .filter((a) => a.left === 2 && a.top >= from && a.bottom <= to)
            .map((a) => ({ ...a, top: a.top - from + 4, bottom: a.bottom - from + 4 })),
        ),
    });
    const source = book.sheets.find((s) => s.name === DETAILS[0])!;
    const parts = [
      ['城东营销部', 4, 23],
      ['城西营销部', 24, 44],
      ['河湾营销部', 45, 62],
    ] as const;
    const department = (at: number): string =>
      String(
        source.values
          .slice(0, at + 1)
          .map((r) => r[1])
          .filter((v) => v !== '')
          .at(-1),
      );
    for (const [name, from, to] of parts) expect([department(from), department(to)]).toEqual([name, name]);
    const sheets = parts.map(([name, from, to]) => {
      const part = removeColumn('B')({ ...rowsOf(source, from, to) });
      return {
        ...set({ A2: `部(所):${name}   测评时间:2008年6月  测评人:` })(part),
        name: `${name}客户经理`,
      };
    });
    const found = difference(plain(MATRIX), run(withSheets(without(book, DETAILS[0]), ...sheets)));
    expect(found).toEqual({ ...NO_DIFFERENCE, added: found.added, gone: found.gone });
    expect(found.added.length).toBe(found.gone.length);
  });

  test('department in the meta row alone: satisfaction, complaints, roster, figures', () => {
    for (const name of ['提升服务-专管员', '客户满意度']) {
      const source = sample(MATRIX).sheets.find((s) => s.name === name)!;
      const departments = ['城东营销部', '城西营销部', '河湾营销部'];
      const parts = departments.map((each) => ({
        ...removeColumn('A')({
          ...source,
          merges: [],
          formats: new Map(),
          values: [
            source.values[0]!,
            ['', ''],
            source.values[1]!,
            ...source.values.slice(2).filter((row) => row[0] === each),
          ].map((row) => [...row]),
        }),
        name: `${name}${each}`,
      }));
      const labelled = parts.map((part, at) => set({ A2: `部(所):${departments[at]}` })(part));
      const found = difference(plain(MATRIX), run(withSheets(without(sample(MATRIX), name), ...labelled)));
      expect({ name, unscored: found.unscored, changed: found.changed }).toEqual({
        name,
        unscored: [],
        changed: [],
      });
    }
  });
});
