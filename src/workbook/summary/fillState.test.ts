import { yinchuan2008 } from '../../schemes';
import { departmentScore, expectedBook, personScore, sampleBytes } from '../../../tests/fixtures/scoreBooks';
import { applied, sheetOf, snapshotOf } from '../../../tests/fixtures/snapshots';
import { readWorkbook } from '../../hosts/file/read/readWorkbook';
import type { ScoreBook } from '../../model';
import type { Snapshot } from '../snapshot';
import { fillState, type FillState } from './fillState';
import { summaryIssues } from './issues';
import { planSummary } from './plan';

const scheme = yinchuan2008();
const HEADER = ['部(所)', '姓名', '岗位', '标准服务', '总得分', '是否达标'];
const person = (name: string, more = {}) =>
  personScore(scheme, { name, department: '甲所', role: '客户经理', rawTotal: 94.6, ...more });
const people = (...persons: ScoreBook['persons']): ScoreBook => ({
  persons,
  departments: [departmentScore('甲所', 90)],
});

/** What the plan itself says of it. */
function planned(snapshot: Snapshot, book: ScoreBook): FillState {
  const { cells, made } = planSummary(snapshot, scheme, book);
  if (made.length > 0) return 'makes';
  if (cells.length === 0) return 'nothing';
  return cells.every(({ before }) => before === '') ? 'blanks' : 'replaces';
}

/** The same workbook as if it had just been read. */
const readAnew = (snapshot: Snapshot): Snapshot => ({
  ...snapshot,
  sheets: snapshot.sheets.map((sheet) => ({ ...sheet })),
});

describe('what a fill would come to', () => {
  const samples = ['existing-summary', 'worked-examples'] as const;
  it.each(samples)('is what its plan says, over %s before and after a fill and an edit', (sample) => {
    const before = readWorkbook(sampleBytes(sample), null);
    const book = expectedBook(scheme, sample);
    const filled = applied(before, planSummary(before, scheme, book).changes);
    expect(fillState(filled, scheme, book)).toBe('nothing');
    const [first, ...others] = book.persons;
    const edited = { ...book, persons: [{ ...first!, rank: 99 }, ...others] };
    expect(fillState(filled, scheme, edited)).toBe('replaces');
    expect(planned(filled, edited)).toBe('replaces');
    expect(fillState(filled, scheme, book)).toBe('nothing');
  });

  const blank = ['甲所', '张三', '客户经理', '', '', ''];
  const same = ['甲所', '张三', '客户经理', 20, 94.6, '达标'];
  it.each([
    ['blank rows', [HEADER, blank], 'blanks'],
    ['rows as computed', [HEADER, same], 'nothing'],
    ['another figure', [HEADER, ['甲所', '张三', '客户经理', 19, 94.6, '达标']], 'replaces'],
    ['a figure as text', [HEADER, ['甲所', '张三', '客户经理', 20, '94.60', '达标']], 'replaces'],
    ['a formula, which stays', [HEADER, ['甲所', '张三', '客户经理', 20, '=SUM(D2)', '达标']], 'nothing'],
    ['a stranger beside', [HEADER, same, ['甲所', '李四', '客户经理', 20, 1, '达标']], 'nothing'],
  ] as const)('tells %s', (_, rows, state) => {
    const snapshot = snapshotOf(sheetOf('汇总', rows));
    expect(fillState(snapshot, scheme, people(person('张三')))).toBe(state);
    expect(planned(snapshot, people(person('张三')))).toBe(state);
  });

  it('tells what becomes of those who have no row, and of the line of the unscored', () => {
    const unscored = person('张三', { status: 'unscored' });
    const noted = ['注:本表有1人未计分,以上数字不是最终结果。'];
    const word = ['甲所', '张三', '客户经理', '', '', '未计分'];
    const tables: readonly (readonly (readonly string[])[])[] = [
      [],
      [HEADER],
      [HEADER, blank],
      [HEADER, blank, [], noted],
      [HEADER, word],
      [HEADER, word, noted],
      [HEADER, word, [], ['部(所)', '人数', '平均得分'], ['甲所']],
      [HEADER, blank, [], ['部(所)', '人数', '平均得分'], ['乙所']],
    ].map((rows) => rows.map((row) => [...row].map(String)));
    const books = [[unscored], [person('张三')], [person('张三'), person('李四')], [person('李四')]];
    const states = tables.flatMap((rows) =>
      books.map((persons) => {
        const snapshot = snapshotOf(...(rows.length > 0 ? [sheetOf('汇总', rows)] : []));
        const state = fillState(snapshot, scheme, people(...persons));
        expect([rows, persons.length, state]).toEqual([
          rows,
          persons.length,
          planned(snapshot, people(...persons)),
        ]);
        return state;
      }),
    );
    expect(new Set(states)).toEqual(new Set(['makes', 'blanks', 'replaces', 'nothing']));
  });

  it('tells that a department without a summary of its own gets one', () => {
    const own = (department: string, name: string): readonly string[][] => [
      HEADER,
      [department, name, '客户经理', '', '', ''],
    ];
    const snapshot = snapshotOf(sheetOf('甲', own('甲所', '张三')), sheetOf('乙', own('乙所', '李四')));
    const other = personScore(scheme, { name: '王五', department: '丙所', role: '客户经理' });
    const book = people(person('张三'), person('李四', { department: '乙所' }), other);
    expect(fillState(snapshot, scheme, book)).toBe('makes');
    expect(planned(snapshot, book)).toBe('makes');
  });
});

describe('a summary that is looked at again after an edit', () => {
  it('says what it says of a workbook that was just read', () => {
    const before = readWorkbook(sampleBytes('existing-summary'), null);
    const book = expectedBook(scheme, 'existing-summary');
    const filled = applied(before, planSummary(before, scheme, book).changes);
    expect(summaryIssues(filled, scheme, book)).toEqual([]);
    const found = book.persons.map((one) => {
      const persons = book.persons.map((each) => (each === one ? { ...one, rank: 99 } : each));
      const issues = summaryIssues(filled, scheme, { ...book, persons });
      expect(issues).toEqual(summaryIssues(readAnew(filled), scheme, { ...book, persons }));
      return issues.length;
    });
    expect(new Set(found)).toEqual(new Set([1]));
    const [department, ...rest] = book.departments;
    const edited = { ...book, departments: [{ ...department!, persons: 99 }, ...rest] };
    expect(summaryIssues(filled, scheme, edited)).toEqual(summaryIssues(readAnew(filled), scheme, edited));
  });

  it('finds who stands where anew once the people are others', () => {
    const snapshot = snapshotOf(sheetOf('汇总', [HEADER, ['甲所', '张三', '客户经理', 19, 94.6, '达标']]));
    expect(summaryIssues(snapshot, scheme, people(person('张三')))).toHaveLength(1);
    expect(summaryIssues(snapshot, scheme, people(person('李四')))[0]!.expected).toMatch(/^空白/);
    expect(summaryIssues(snapshot, scheme, people(person('李四'), person('张三')))[0]!.expected).toBe('20');
  });
});
