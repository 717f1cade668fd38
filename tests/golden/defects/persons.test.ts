import { difference, NO_DIFFERENCE, plain, run } from '../../fixtures/outcomes';
import { errorAt, insertRows, set } from '../../fixtures/sheetEdits';
import { edited, sample } from '../../fixtures/workbooks';
import { after, BOOK, CM, EAST, fault, HUA, remark, UCM } from './faults';

const ZHENG = '城东营销部 郑磊 客户经理';

describe('who a row is about', () => {
  test('nobody', () => {
    const found = after(UCM, set({ B3: '' }));
    expect(found.added).toEqual(['missing-section 人员名册!B2', `blank-person ${UCM}!B3`]);
    expect(
      after(CM, set({ B15: '', C15: '', B16: EAST, C16: '郑磊' }), (s) => ({
        ...s,
        merges: s.merges
          .filter((a) => a.top !== 14)
          .concat([
            { top: 15, left: 1, bottom: 23, right: 1 },
            { top: 15, left: 2, bottom: 23, right: 2 },
          ]),
      })),
    ).toMatchObject({ added: [`blank-person ${CM}!C15`], withheld: [] });
  });

  test('a blank person withholds the department that the row names', () => {
    const found = after(CM, insertRows(15, [99, EAST, '', '无名店', '640110999999', 39505, '测评组甲']));
    expect(found).toEqual({ ...NO_DIFFERENCE, added: [`blank-person ${CM}!C15`], withheld: [EAST] });
  });

  test('a name that the roster does not have, in a merged area of ten rows', () => {
    expect(after(CM, set({ C5: '华立薪' }))).toEqual(fault(`unknown-person ${CM}!C5`, [HUA]));
    const far = after(CM, set({ C5: '欧阳修远' }));
    expect(far.added).toEqual(['no-sample 人员名册!B2', `unknown-person ${CM}!C5`]);
    expect(far.withheld).toEqual([EAST]);
  });

  test('in sheets of figures, satisfaction, complaints', () => {
    expect(after(UCM, set({ B3: '华立薪' }))).toEqual(fault(`unknown-person ${UCM}!B3`, [HUA]));
    expect(after('客户满意度', set({ B3: '华立薪' }))).toEqual(fault('unknown-person 客户满意度!B3', [HUA]));
    expect(after('客户投诉测评表', set({ C4: '褚样' }))).toEqual(
      fault('unknown-person 客户投诉测评表!C4', ['城东营销部 褚洋 专管员']),
    );
  });

  test('another post', () => {
    expect(after('客户满意度', set({ C3: '送货员' }))).toEqual(fault('role-mismatch 客户满意度!C3', [HUA]));
    expect(after('客户投诉测评表', set({ D4: '客户经理' }))).toEqual(
      fault('role-mismatch 客户投诉测评表!D4', ['城东营销部 褚洋 专管员']),
    );
    expect(after('客户满意度', set({ C3: '客户精理' }))).toEqual(fault('role-mismatch 客户满意度!C3', [HUA]));
  });

  test('another department', () => {
    expect(after('客户满意度', set({ A4: '河湾营销部' }))).toEqual(
      fault('department-mismatch 客户满意度!A4', [ZHENG]),
    );
    expect(after('客户投诉测评表', set({ E4: '城西营销部' }))).toEqual(
      fault('department-mismatch 客户投诉测评表!E4', ['城东营销部 褚洋 专管员']),
    );
    expect(after(CM, set({ B15: '城西营销部' }))).toEqual(fault(`department-mismatch ${CM}!B15`, [ZHENG]));
    expect(after(UCM, set({ A4: '' }))).toEqual(fault(`department-mismatch ${UCM}!A4`, [ZHENG]));
  });

  test('a name that cannot be read', () => {
    expect(after(UCM, errorAt('B4', '#N/A'))).toMatchObject({
      added: ['missing-section 人员名册!B3', `formula-error ${UCM}!B4`].sort().reverse(),
    });
    expect(after('客户满意度', errorAt('A4', '#REF!'))).toMatchObject({ unscored: [ZHENG] });
    expect(after(CM, errorAt('C15', '#N/A')).added).toContain(`formula-error ${CM}!C15`);
  });

  test('somebody who is in the roster without an assessed post', () => {
    const heads = edited(sample(BOOK), '人员名册', insertRows(23, [EAST, '赵部长', '部长', '', '', '是']));
    expect(difference(plain(BOOK), run(heads))).toEqual(NO_DIFFERENCE);
    const visited = edited(
      heads,
      CM,
      insertRows(15, [99, EAST, '赵部长', '某店', '640110999999', 39505, '测评组甲']),
    );
    expect(difference(plain(BOOK), run(visited))).toEqual({
      ...NO_DIFFERENCE,
      added: [`role-mismatch ${CM}!C15`],
      withheld: [EAST],
    });
  });

  test('no visit at all', () => {
    const roster = insertRows(23, ['河湾营销部', '新来的', '客户经理', '', 100]);
    const found = difference(plain(BOOK), run(edited(sample(BOOK), '人员名册', roster)));
    expect(found.added).toEqual([
      'no-sample 人员名册!B23',
      'missing-section 人员名册!B23',
      'missing-section 人员名册!B23',
    ]);
  });

  test('too few visits', () => {
    expect(after('人员名册', set({ E2: 203 }))).toEqual(remark('sample-too-small 人员名册!B2'));
    expect(after('人员名册', set({ E2: 200 }))).toEqual(NO_DIFFERENCE);
    expect(after('人员名册', set({ E2: '' }))).toEqual(NO_DIFFERENCE);
  });
});
