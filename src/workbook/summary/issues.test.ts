import { yinchuan2008 } from '../../schemes';
import { departmentScore, expectedBook, personScore, sampleBytes } from '../../../tests/fixtures/scoreBooks';
import { applied, sheetOf, snapshotOf } from '../../../tests/fixtures/snapshots';
import { readWorkbook } from '../../hosts/file/read/readWorkbook';
import { summaryIssues, summaryState } from './issues';
import { planSummary } from './plan';

const scheme = yinchuan2008();
const HEADER = ['部(所)', '姓名', '岗位', '标准服务', '总得分', '是否达标', '负责情况'];

function book(more = {}) {
  const person = { name: '张三', department: '甲所', role: '客户经理', rawTotal: 94.6, ...more };
  return { persons: [personScore(scheme, person)], departments: [departmentScore('甲所', 90)] };
}

describe('a summary against the scores', () => {
  it('is unfilled while its rows are blank, and current once filled', () => {
    const snapshot = readWorkbook(sampleBytes('existing-summary'), null);
    const scores = expectedBook(scheme, 'existing-summary');
    expect(summaryIssues(snapshot, scheme, scores)).toEqual([]);
    expect(summaryState(snapshot, scheme, scores)).toBe('unfilled');
    const after = applied(snapshot, planSummary(snapshot, scheme, scores).changes);
    expect(summaryIssues(after, scheme, scores)).toEqual([]);
    expect(summaryState(after, scheme, scores)).toBe('current');
  });

  it('takes exact values, numbers as text and other words for the same', () => {
    const sheet = sheetOf('汇总', [HEADER, ['甲所', '张三', '客户经理', 19.999, '94.60', '是']]);
    expect(summaryIssues(snapshotOf(sheet), scheme, book())).toEqual([]);
    expect(summaryState(snapshotOf(sheet), scheme, book())).toBe('current');
  });

  it('names each figure that differs', () => {
    const sheet = sheetOf('汇总', [HEADER, ['甲所', '张三', '客户经理', 20, 94.5, '未达标']]);
    const issues = summaryIssues(snapshotOf(sheet), scheme, book());
    expect(
      issues.map(({ code, cell, received, expected }) => [code, cell?.column, received, expected]),
    ).toEqual([
      ['summary-stale', 4, '94.5', '94.6'],
      ['summary-stale', 5, '未达标', '达标'],
    ]);
    expect(summaryState(snapshotOf(sheet), scheme, book())).toBe('stale');
  });

  it('says figures as Excel shows them, without what is left of binary sums', () => {
    const sheet = sheetOf('汇总', [HEADER, ['甲所', '张三', '客户经理', 20, 60.839999999999996, '达标']]);
    const [issue] = summaryIssues(snapshotOf(sheet), scheme, book());
    expect([issue?.received, issue?.message]).toEqual(['60.84', expect.stringContaining('是 60.84,')]);
  });

  it('does not send anybody to fill again for a row that no fill changes: who left the job still stands there', () => {
    const rows = [HEADER, ['甲所', '张三', '客户经理', 19], ['甲所', '离岗者', '客户经理', 20]];
    const [known, stranger] = summaryIssues(snapshotOf(sheetOf('汇总', rows)), scheme, book());
    expect(known?.message).toContain('请重新填写汇总表');
    expect(stranger?.message).toMatch(/“离岗者”.*明细里没有这个人.*请清空这一行的数或删去这一行/);
  });

  it('warns of figures of somebody who is not scored or whom the details do not have', () => {
    const rows = [
      HEADER,
      ['甲所', '张三', '客户经理', 20],
      ['甲所', '李四', '客户经理', 20],
      ['甲所', '王所长', '所长', 20],
    ];
    const issues = summaryIssues(snapshotOf(sheetOf('汇总', rows)), scheme, book({ status: 'unscored' }));
    expect(issues.map(({ cell, person }) => [cell?.row, person])).toEqual([
      [1, '张三'],
      [2, '李四'],
    ]);
  });

  it('names formulas in place of figures, and not their agreeing values', () => {
    const sheet = sheetOf('汇总', [HEADER, ['甲所', '张三', '客户经理', 20, '=1+1']]);
    const issues = summaryIssues(snapshotOf(sheet), scheme, book({ rawTotal: 0 }));
    expect(issues.map(({ code, received }) => [code, received])).toEqual([['summary-formula', '=1+1']]);
  });

  it('makes one fault of a formula whose value differs, and says what it shows', () => {
    const sheet = sheetOf('汇总', [HEADER, ['甲所', '张三', '客户经理', 20, '=1+1']]);
    const shown = { ...sheet, values: sheet.values.map((row) => row.map((cell) => (cell === 0 ? 2 : cell))) };
    const issues = summaryIssues(snapshotOf(shown), scheme, book());
    expect(issues.map(({ code }) => code)).toEqual(['summary-formula']);
    expect(issues[0]!.message).toContain('现在显示 2,按明细计算应为 94.6');
    expect(summaryState(snapshotOf(shown), scheme, book())).toBe('stale');
  });

  it('says so where two columns claim one figure', () => {
    const sheet = sheetOf('汇总', [
      [...HEADER, '总得分'],
      ['甲所', '张三', '客户经理', 20],
    ]);
    const [issue] = summaryIssues(snapshotOf(sheet), scheme, book());
    expect(issue).toMatchObject({ code: 'header-ambiguous', cell: { row: 0, column: 7 } });
  });
});
