import type { EvaluateOptions } from '../../../src/app/evaluation';
import { difference, type Difference, NO_DIFFERENCE, plain, run } from '../../fixtures/outcomes';
import { type Edit, errorAt, insertRows, mapTexts, set } from '../../fixtures/sheetEdits';
import { edited, withSheets } from '../../fixtures/workbooks';
import { ALL, BOOK, card, findingList, FIRST, NAME, rest, visitList, WHO } from './books';

/** The tab of her first card. */
const CARD = `卡${FIRST}`;

describe('faults in cards', () => {
  // Cards of one person: each run reads them all. The others stand in lists.
  const others = ALL.filter((visit) => visit.name !== NAME.name);
  const cards = ALL.map((v, at) => card(v, at)).filter((_, at) => ALL[at]!.name === NAME.name);
  const book = withSheets(rest, findingList(others), visitList(others), ...cards);
  const before = run(book);
  const after = (...edits: readonly Edit[]): Difference =>
    difference(before, run(edited(book, CARD, ...edits)));
  const fault = (issue: string): Difference => ({
    ...NO_DIFFERENCE,
    added: [issue],
    unscored: [WHO],
    withheld: [NAME.department],
  });
  const meta = (name: string, post = NAME.post, department = NAME.department): Edit =>
    set({ A2: `被测评人:${name}  岗位:${post}  部(所):${department}` });
  const shop = (licence: string, date = '2008-03-03'): Edit =>
    set({ A3: `客户名称:${NAME.household}  许可证号:${licence}  检查日期:${date}` });

  test('cells', () => {
    expect(after(set({ E6: '1+1' }))).toEqual(fault(`not-a-number ${CARD}!E6`));
    expect(after(set({ E6: 1.5 }))).toEqual(fault(`not-a-multiple ${CARD}!E6`));
    expect(after(errorAt('E6', '#REF!'))).toEqual(fault(`formula-error ${CARD}!E6`));
    expect(after(set({ D6: 1, E6: '', F6: 0 }))).toEqual({
      ...NO_DIFFERENCE,
      added: [`row-total-differs ${CARD}!F6`],
    });
  });
  test('an item that is none', () => {
    expect(after(set({ B6: '服务态度', B7: '价格' }))).toEqual({
      ...fault(`header-ambiguous ${CARD}!B6`),
      added: [`header-ambiguous ${CARD}!B6`, `header-ambiguous ${CARD}!B7`],
    });
  });
  test('a heading over some items is none of them', () => {
    expect(after(insertRows(6, ['', '一、理货', '', 5]))).toEqual(NO_DIFFERENCE);
    expect(after(insertRows(6, ['', '一、理货', '', 5, 2])).added).toEqual([`header-ambiguous ${CARD}!B6`]);
  });
  test('above the table', () => {
    expect(after(meta('郑垒'))).toEqual(fault(`unknown-person ${CARD}!A2`));
    expect(after(meta(NAME.name, NAME.post, '河湾营销')).added).toEqual([`department-mismatch ${CARD}!A2`]);
    // Items differ between the posts; a card with another post must not complain about them too.
    expect(after(meta(NAME.name, '送货员'))).toEqual(fault(`role-mismatch ${CARD}!A2`));
    expect(after(meta('郑垒', '送货员'))).toEqual(fault(`unknown-person ${CARD}!A2`));
    expect(after(shop('6.4011E+11'))).toEqual(fault(`licence-precision ${CARD}!A3`));
    expect(after(shop(NAME.licence, '某日'))).toEqual(fault(`date-invalid ${CARD}!A3`));
    expect(after(shop('12345'))).toEqual({ ...NO_DIFFERENCE, added: [`licence-format ${CARD}!A3`] });
    expect(after(shop(ALL[FIRST + 1]!.licence)).added).toEqual([`duplicate-visit 卡${FIRST + 1}!A3`]);
  });
  test('a label without a value is where the value is to be written', () => {
    const { department, household } = NAME;
    const [name, post] = ['被测评人', '岗位'];
    expect(
      after(set({ A2: `${name}:  ${post}:${NAME.post}  部(所):${department}` })).added.slice(0, 1),
    ).toEqual([`blank-person ${CARD}!A2`]);
    expect(after(set({ A2: `${name}:${NAME.name}  ${post}:${NAME.post}  部(所):` })).added).toEqual([
      `department-mismatch ${CARD}!A2`,
    ]);
    expect(after(set({ A3: `客户名称:${household}  许可证号:  检查日期:2008-03-03` })).added).toEqual([
      `licence-missing ${CARD}!A3`,
    ]);
    expect(after(set({ A3: `客户名称:${household}  许可证号:${NAME.licence}  检查日期:` })).added).toEqual([
      `date-missing ${CARD}!A3`,
    ]);
    const bare = [household, '许可证号', NAME.licence, '检查日期'];
    expect(
      after(set({ A3: '客户名称', B3: bare[0]!, C3: bare[1]!, D3: bare[2]!, E3: bare[3]! })).added,
    ).toEqual([`date-missing ${CARD}!F3`]);
  });
});

describe('what is said of one card holds for all of its form', () => {
  const cards = ALL.map((v, at) => card(v, at));
  const marked = cards.slice(0, 9).map((sheet, at) => (at < 3 ? set({ E6: '√' })(sheet) : sheet));
  const book = withSheets(rest, ...marked);
  const marks = (answers: EvaluateOptions['answers']): number =>
    run(book, answers ? { answers } : {}).issues.filter((issue) => issue.startsWith('ambiguous-mark')).length;
  test('√ is asked about once', () => {
    expect(marks(undefined)).toBe(3);
    expect(marks({ sheets: [{ sheet: '卡7', mark: 'nothing' }] })).toBe(0);
    expect(marks({ sheets: [{ sheet: '卡7', definition: null, mark: 'nothing' }] })).toBe(3);
  });
  test('a form whose tab is gone is still known', () => {
    const signature = ['序号', '测评项目', '评分标准', '分值', '扣分', '得分', '扣分原因'];
    expect(marks({ sheets: [{ sheet: '没有了', mark: 'nothing', signature }] })).toBe(0);
    expect(marks({ sheets: [{ sheet: '没有了', mark: 'nothing', signature: signature.slice(1) }] })).toBe(3);
  });
  test('two answers for one form hold for their own cards alone', () => {
    const sheets = [
      { sheet: '卡0', mark: 'nothing' },
      { sheet: '卡1', mark: 'one' },
    ] as const;
    expect(marks({ sheets })).toBe(1);
  });
  test('a column is named once', () => {
    const strange = cards.map(mapTexts(4, 4, (t) => (t === '扣分' ? '扣' : t)));
    const lost = withSheets(rest, ...strange);
    expect(run(lost).result.persons.some((each) => each.status === 'scored')).toBe(false);
    const sheets = [{ sheet: '卡2', definition: 'card', columns: [{ header: '扣', field: 'deduction' }] }];
    expect(difference(plain(BOOK), run(lost, { answers: { sheets } }))).toEqual(NO_DIFFERENCE);
  });
});
