import { sheetOf, snapshotOf } from '../../../tests/fixtures/snapshots';
import { yinchuan2008 } from '../../schemes';
import { findSummary } from '../summary/recognise';
import { findHeader } from './header';
import { recognise } from './recognise';
import { vocabularyOf } from './vocabulary';

const ROWS = [
  ['序号', '部(所)', '', '姓名', '岗位', '折算百分制'],
  [1, '甲所', '', '张三', '客户经理', ''],
];
const over = (row: number) => ({ top: row, bottom: row, left: 1, right: 2 });

function columnsOf(merges: Parameters<typeof sheetOf>[2]) {
  const sheet = sheetOf('汇总', ROWS, merges);
  const header = findHeader(sheet, vocabularyOf(yinchuan2008()))!;
  const layout = findSummary(sheet, yinchuan2008());
  return {
    general: header.columns.map(({ column }) => column),
    department: layout?.persons.columns.get('department'),
  };
}

describe('a header that is merged with the cell on its right', () => {
  it('is one wide column where the cells below it are merged as well', () => {
    expect(columnsOf([over(0), over(1)])).toEqual({ general: [0, 1, 3, 4, 5], department: 1 });
  });

  it('stands over two columns where they are not: which one is meant is asked', () => {
    expect(columnsOf([over(0)])).toEqual({ general: [0, 1, 2, 3, 4, 5], department: undefined });
  });

  it('stands over the last columns too, where nothing stands beside it', () => {
    const rows = [
      ['部(所)', '姓名', '岗位', '满意度'],
      ['', '', '', '一季度', '二季度'],
      ['甲所', '张三', '客户经理', 92, 80],
    ];
    const sheet = sheetOf('客户满意度', rows, [{ top: 0, bottom: 0, left: 3, right: 4 }]);
    const { layouts } = recognise(snapshotOf(sheet), yinchuan2008());
    expect(layouts[0]!.issues.map(({ code, cell }) => [code, cell?.row, cell?.column])).toEqual([
      ['header-ambiguous', 0, 4],
    ]);
  });
});
