import { sheetOfRows } from '../../../tests/fixtures/sheetEdits';
import type { CellValue } from '../../model';
import { yinchuan2008 } from '../../schemes';
import { recognise } from '../recognise/recognise';
import { cellKey, type SheetSnapshot, type Snapshot } from '../snapshot';
import { filledDown } from './fillDown';
import { planVisit } from './plan';
import { entryTargets } from './targets';
import type { VisitEntry } from './visitEntry';

const scheme = yinchuan2008();
const RULES = ['亮证经营', '明码标价', '政策知晓率', '卷烟鉴定'];
const HEADER = ['序号', '部(所)', '姓名', '客户名称', '许可证号', '检查日期', ...RULES, '扣分合计', '备注'];
const SHEET = '明细测评表-专管员';

function bookOf(rows: readonly (readonly CellValue[])[], change: Partial<SheetSnapshot> = {}): Snapshot {
  const sheet = { ...sheetOfRows(SHEET, [['专管员服务质量明细测评表'], HEADER, ...rows]), ...change };
  return { name: null, sheets: [sheet], memory: null, date1904: false };
}

const visit: VisitEntry = {
  sheet: SHEET,
  persons: [{ department: '城东所', name: '王芳', post: 'MS' }],
  household: '新店',
  licence: '640199000001',
  date: 39_602,
  inspector: '',
  note: '',
  faults: [{ indicator: 'MS-S02', count: 1 }],
};

function row(number: number, marks: readonly CellValue[], total: CellValue = ''): CellValue[] {
  return [number, '城东所', '王芳', `店${number}`, `64010000000${number}`, 39_500, ...marks, total, ''];
}

/** What a plan writes, by cell name without the sheet. */
function written(book: Snapshot, entry: VisitEntry = visit) {
  const plan = planVisit(book, recognise(book, scheme), entry);
  const cells = plan.cells.map(({ cell, after, formula }) => [cell.row, cell.column, formula ?? after]);
  return { plan, cells, kinds: plan.changes.map(({ kind }) => kind) };
}

describe('the marks of the sheet', () => {
  test('a figure where figures stand', () => {
    const { cells, kinds } = written(bookOf([row(1, [1, '', 2, '']), row(2, ['', '', '', ''])]));
    expect(cells).toContainEqual([4, 7, 1]);
    expect(cells).toContainEqual([4, 0, 3]);
    expect(cells.filter(([, column]) => column === 10)).toEqual([]);
    expect(kinds).toEqual(['insertRows', 'setCells', 'setNumberFormats']);
  });

  test('× and √ where these stand: one fault, and nothing found', () => {
    const { cells } = written(bookOf([row(1, ['×', '无', '无', '无']), row(2, ['无', '无', '×', '无'])]));
    expect(cells.slice(4, 10).map(([, , value]) => value)).toContain('×');
    expect(cells).toContainEqual([4, 7, '×']);
    expect(cells).toContainEqual([4, 6, '无']);
  });

  test('several faults of one kind are points, never a mark', () => {
    const twice = { ...visit, faults: [{ indicator: 'MS-S03', count: 2 }] };
    expect(written(bookOf([row(1, ['×', '', '', ''])]), twice).cells).toContainEqual([3, 8, 4]);
  });
});

describe('where the row goes', () => {
  test('above the total, whose sum then takes it in', () => {
    const total = ['合计', '', '', '', '', '', '', '', '', '', 3, ''];
    const formulas = new Map([[cellKey(4, 10), '=SUM(K3:K4)']]);
    const { plan } = written(
      bookOf([row(1, [1, '', '', ''], 1), row(2, ['', '', 2, ''], 2), total], { formulas }),
    );
    expect(plan.rows).toEqual([{ sheet: SHEET, row: 4 }]);
    expect(plan.changes[0]).toMatchObject({ kind: 'insertRows', row: 4, count: 1, formatOf: 3 });
    expect(plan.changes[1]).toMatchObject({ cells: [{ row: 5, column: 10, formula: '=SUM(K3:K5)' }] });
  });

  test('into the free row before the total, and never over what stands there', () => {
    const total = ['合计', '', '', '', '', '', '', '', '', '', '', ''];
    const note = ['', '', '', '', '', '', '', '', '', '', '', '勿填'];
    expect(written(bookOf([row(1, ['', '', '', '']), [], total])).plan.rows[0]!.row).toBe(3);
    const open = written({ ...bookOf([row(1, ['', '', '', '']), note, total]) }, { ...visit, note: '乱' });
    expect(open.plan.rows[0]!.row).toBe(3);
    expect(open.kinds[0]).toBe('insertRows');
  });

  test('a signature keeps its distance', () => {
    const signature = ['测评人签字:'];
    const { plan } = written(bookOf([row(1, ['', '', '', '']), [], [], signature]));
    expect([plan.rows[0]!.row, plan.changes[0]!.kind]).toEqual([3, 'setCells']);
    expect(written(bookOf([row(1, ['', '', '', '']), [], signature])).kinds[0]).toBe('insertRows');
  });

  test('the first row of an empty table', () => {
    expect(written(bookOf([])).plan.rows).toEqual([{ sheet: SHEET, row: 2 }]);
  });

  test('the row total goes on as the formula it is', () => {
    const formulas = new Map([[cellKey(2, 10), '=SUM(G3:J3)']]);
    expect(written(bookOf([row(1, [1, '', '', ''], 1)], { formulas })).cells).toContainEqual([
      3,
      10,
      '=SUM(G4:J4)',
    ]);
  });
});

test('a formula is filled down as Excel does it, or not at all', () => {
  expect(filledDown('=SUM(G3:$J$3)+A$1*LOG10(B3)', 2)).toBe('=SUM(G5:$J$3)+A$1*LOG10(B5)');
  expect(filledDown('=\'5 月\'!A3&"B3"', 1)).toBe('=\'5 月\'!A4&"B3"');
  expect(filledDown('=SUM(3:3)', 1)).toBeNull();
  expect(filledDown('=SUM(表1[@扣分])', 1)).toBeNull();
});

test('cards and sheets that are not understood are named with the reason', () => {
  const doubled = bookOf([], {});
  const headers = HEADER.map((text) => (text === '备注' ? '姓名' : text));
  const sheets = [{ ...doubled.sheets[0]!, values: [['专管员'], headers] }];
  const { targets, closed } = entryTargets(recognise({ ...doubled, sheets }, scheme));
  expect(targets).toEqual([]);
  expect(closed).toMatchObject([{ sheet: SHEET }]);
});
