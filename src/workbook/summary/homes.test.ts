import { yinchuan2008 } from '../../schemes';
import { personScore } from '../../../tests/fixtures/scoreBooks';
import { applied, sheetOf, snapshotOf } from '../../../tests/fixtures/snapshots';
import { fillState } from './fillState';
import { planSummary } from './plan';

const scheme = yinchuan2008();
const HEADER = ['序号', '部(所)', '姓名', '岗位', '折算百分制'];
type Named = readonly [department: string, name: string, role?: string];

function summary(name: string, ...persons: Named[]) {
  return sheetOf(name, [HEADER, ...persons.map((row, at) => [at + 1, row[0], row[1], row[2] ?? '客户经理'])]);
}

/** Who was added to which sheet, `sheet:name`, with the names of new sheets. */
function added(sheets: ReturnType<typeof summary>[], persons: readonly Named[]): string[] {
  const before = snapshotOf(...sheets);
  const scores = persons.map(([department, name, role = '客户经理']) =>
    personScore(scheme, { name, department, role }),
  );
  const book = { persons: scores, departments: [] };
  const plan = planSummary(before, scheme, book);
  const after = applied(before, plan.changes);
  expect(planSummary(after, scheme, book).changes).toEqual([]);
  expect(fillState(after, scheme, book)).toBe('nothing');
  return after.sheets.flatMap(({ name, values }, index) => {
    const old = sheets[index]?.values.map((row) => row[2]) ?? [];
    const names = persons.map((person) => person[1]).filter((each) => !old.includes(each));
    return values.flatMap((row) => names.filter((each) => each === row[2]).map((each) => `${name}:${each}`));
  });
}

const ZHANG: Named = ['甲所', '张三'];
const LI: Named = ['乙所', '李四'];
const NEW: Named = ['乙所', '王五'];

describe('where a person goes who stands in none of several summaries', () => {
  it('into that of everybody and into that of their department', () => {
    const sheets = [summary('甲', ZHANG), summary('总表', ZHANG, LI), summary('乙', LI)];
    expect(added(sheets, [ZHANG, LI, NEW])).toEqual(['总表:王五', '乙:王五']);
  });

  it('into that of their post', () => {
    const driver: Named = ['乙所', '赵六', '送货员'];
    const sheets = [summary('客户经理', ZHANG, LI), summary('送货员', driver)];
    expect(added(sheets, [ZHANG, LI, driver, ['甲所', '钱七', '送货员']])).toEqual(['送货员:钱七']);
    expect(added(sheets, [ZHANG, LI, driver, NEW])).toEqual(['客户经理:王五']);
  });

  it('into that of their part of the city', () => {
    const sun: Named = ['丙所', '孙八'];
    expect(
      added([summary('城区', ZHANG, sun), summary('乡镇', LI, ['丁所', '外人'])], [ZHANG, sun, LI, NEW]),
    ).toEqual(['乡镇:王五']);
  });

  it('not into a list of some', () => {
    const sun: Named = ['乙所', '孙八'];
    expect(
      added([summary('光荣榜', ZHANG, LI), summary('总表', ZHANG, LI, sun)], [ZHANG, LI, sun, NEW]),
    ).toEqual(['总表:王五']);
  });

  it('into the one with most persons of the department where none holds all of them', () => {
    const [sun, zhou]: Named[] = [
      ['乙所', '孙八'],
      ['乙所', '周九'],
    ];
    const sheets = [summary('一', ZHANG, LI), summary('二', sun!, zhou!, ['甲所', '吴十'])];
    expect(added(sheets, [ZHANG, LI, sun!, zhou!, ['甲所', '吴十'], NEW])).toEqual(['二:王五']);
  });

  it('into another one where each department has its own', () => {
    expect(added([summary('甲', ZHANG), summary('乙', LI)], [ZHANG, LI, ['丙所', '王五']])).toEqual([
      expect.stringMatching(/:王五$/),
    ]);
  });
});
