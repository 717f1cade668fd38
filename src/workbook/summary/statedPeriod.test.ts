import { yinchuan2008 } from '../../schemes';
import { personScore } from '../../../tests/fixtures/scoreBooks';
import { sheetOf, snapshotOf } from '../../../tests/fixtures/snapshots';
import { fillState } from './fillState';
import { summaryIssues } from './issues';
import { findSummaries, planSummary } from './plan';

const scheme = yinchuan2008();
const HEADER = ['序号', '部(所)', '姓名', '岗位', '总得分', '折算百分制'];

function summary(name: string, ...titles: string[]) {
  const rows = titles.map((title) => [title]);
  return sheetOf(name, [...rows, HEADER, [1, '甲所', '张三', '客户经理', 70, 70]]);
}

/** Names of the sheets that are filled for the first half of 2008. */
function filled(...sheets: ReturnType<typeof summary>[]): string[] {
  return findSummaries(snapshotOf(...sheets), scheme, '2008H1').map(({ sheet }) => sheet.name);
}

const NOW = summary('汇总', '2008年上半年客户服务质量测评汇总表');

describe('summaries of other periods beside that of this one', () => {
  it.each([
    ['in the title', summary('旧', '2007年下半年客户服务质量测评汇总表')],
    ['in Chinese figures', summary('旧', '二○○七年下半年汇总表')],
    ['in the name of the tab', summary('2007下半年汇总', '客户服务质量测评汇总表')],
    ['in short', summary('2007H2')],
    ['as a later one', summary('旧', '单位:某局', '测评期间:2008 年 下半年')],
  ])('are left out where they say so %s', (_what, other) => {
    expect(filled(other, NOW)).toEqual(['汇总']);
    expect(filled(other, summary('汇总'))).toEqual(['汇总']);
  });

  it.each([
    ['it names both periods', summary('旧', '2008年上半年汇总表(上期:2007年下半年)')],
    ['it names none', summary('旧', '客户服务质量测评汇总表')],
    ['it names the month in which it was filled in', summary('旧', '填表日期:2008年7月3日')],
  ])('are filled where %s', (_what, other) => {
    expect(filled(other, NOW)).toEqual(['旧', '汇总']);
  });

  it('are filled where all name one period: the titles may be old', () => {
    const old = '2007年下半年汇总表';
    expect(filled(summary('甲', old), summary('乙', old))).toEqual(['甲', '乙']);
    expect(filled(summary('甲', old))).toEqual(['甲']);
  });

  it('are not made stale, and make room for a new one where all are of others', () => {
    const old = [summary('一', '2007年上半年汇总表'), summary('二', '2007年下半年汇总表')];
    const book = {
      persons: [personScore(scheme, { name: '张三', department: '甲所', role: '客户经理' })],
      departments: [],
    };
    const workbook = snapshotOf(...old);
    expect(summaryIssues(workbook, scheme, book, '2008H1')).toEqual([]);
    expect(fillState(workbook, scheme, book, '2008H1')).toBe('makes');
    const plan = planSummary(workbook, scheme, book, { period: '2008H1' });
    expect(plan.made).toEqual(['客户服务质量测评汇总表']);
    expect(plan.changes.map(({ kind }) => kind)).toEqual(['addSheet']);
  });
});
