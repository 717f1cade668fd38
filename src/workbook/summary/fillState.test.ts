import { yinchuan2008 } from '../../schemes';
import { departmentScore, expectedBook, personScore, sampleBytes } from '../../../tests/fixtures/scoreBooks';
import { applied, sheetOf, snapshotOf } from '../../../tests/fixtures/snapshots';
import { readWorkbook } from '../../hosts/file/read/readWorkbook';
import type { ScoreBook } from '../../model';
import type { Snapshot } from '../snapshot';
import { fillState } from './fillState';
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
function planned(snapshot: Snapshot, book: ScoreBook): 'current' | 'blank' | 'stale' {
  const { cells } = planSummary(snapshot, scheme, book);
  if (cells.length === 0) return 'current';
  return cells.every(({ before }) => before === '') ? 'blank' : 'stale';
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
    expect(fillState(filled, scheme, book)).toBe('current');
    const [first, ...others] = book.persons;
    const edited = { ...book, persons: [{ ...first!, rank: 99 }, ...others] };
    expect(fillState(filled, scheme, edited)).toBe('stale');
    expect(planned(filled, edited)).toBe('stale');
    expect(fillState(filled, scheme, book)).toBe('current');
  });

  const blank = ['甲所', '张三', '客户经理', '', '', ''];
  const same = ['甲所', '张三', '客户经理', 20, 94.6, '达标'];
  it.each([
    ['blank rows', [HEADER, blank], 'blank'],
    ['rows as computed', [HEADER, same], 'current'],
    ['another figure', [HEADER, ['甲所', '张三', '客户经理', 19, 94.6, '达标']], 'stale'],
    ['a figure as text', [HEADER, ['甲所', '张三', '客户经理', 20, '94.60', '达标']], 'stale'],
    ['a formula, which stays', [HEADER, ['甲所', '张三', '客户经理', 20, '=SUM(D2)', '达标']], 'current'],
    ['a stranger beside', [HEADER, same, ['甲所', '李四', '客户经理', 20, 1, '达标']], 'current'],
  ] as const)('tells %s', (_, rows, state) => {
    const snapshot = snapshotOf(sheetOf('汇总', rows));
    expect(fillState(snapshot, scheme, people(person('张三')))).toBe(state);
    expect(planned(snapshot, people(person('张三')))).toBe(state);
  });

  it('leaves it to the plan where rows are to be added, or the line of the unscored is another', () => {
    const snapshot = snapshotOf(sheetOf('汇总', [HEADER, same]));
    expect(fillState(snapshotOf(), scheme, people(person('张三')))).toBeNull();
    expect(fillState(snapshot, scheme, people(person('张三'), person('李四')))).toBeNull();
    expect(fillState(snapshot, scheme, people(person('张三', { status: 'unscored' })))).toBeNull();
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
