import type { CellValue } from '../../src/model';
import type { Snapshot } from '../../src/workbook/snapshot';
import {
  addColumn,
  difference,
  type Difference,
  type Edit,
  edited,
  errorAt,
  format,
  insertRows,
  merged,
  NO_DIFFERENCE,
  plain,
  removeColumn,
  removeRow,
  run,
  sample,
  set,
  uncalculatedAt,
  without,
} from '../fixtures/workbooks';

const BOOK = 'existing-summary';
const CM = '明细测评表-客户经理';
const MS = '明细测评表-专管员';
const DL = '明细测评表-送货员';
const UCM = '提升服务-客户经理';
const UMS = '提升服务-专管员';
const UDL = '提升服务-送货员';
const EAST = '城东营销部';
const HUA = '城东营销部 华立新 客户经理';
const ZHENG = '城东营销部 郑磊 客户经理';

function after(sheet: string, ...edits: readonly Edit[]): Difference {
  return difference(plain(BOOK), run(edited(sample(BOOK), sheet, ...edits)));
}

/** One fault: that issue, these persons unscored, their departments withheld, nobody else touched. */
function fault(issue: string, unscored: readonly string[], departments = [EAST]): Difference {
  return { ...NO_DIFFERENCE, added: [issue], unscored, withheld: unscored.length > 0 ? departments : [] };
}

/** A remark: that issue and nothing else. */
const remark = (issue: string): Difference => ({ ...NO_DIFFERENCE, added: [issue] });

test('the sample is clean', () => {
  expect(plain(BOOK).issues.filter((issue) => !issue.startsWith('two-roles'))).toEqual([]);
});

describe('deduction cells of a matrix', () => {
  const cases: [string, CellValue, string | null, boolean][] = [
    ['1+1', '1+1', 'not-a-number', true],
    ['1、2', '1、2', 'not-a-number', true],
    ['a remark', '2(两处)', 'not-a-number', true],
    ['a word', '价签缺', 'not-a-number', true],
    ['TRUE', true, 'not-a-number', true],
    ['√', '√', 'ambiguous-mark', true],
    ['☑', '☑', 'ambiguous-mark', true],
    ['half a point', 0.5, 'not-a-multiple', true],
    ['1.004 points', 1.004, 'not-a-multiple', true],
    ['a score', 25, 'score-in-deduction-column', true],
    ['是 where nothing is asked', '是', 'not-a-number', true],
    ['否 where nothing is asked', '否', 'not-a-number', true],
  ];
  test.each(cases)('%s', (_, value, code, unscored) => {
    expect(after(CM, set({ J6: value }))).toEqual(fault(`${code} ${CM}!J6`, unscored ? [HUA] : []));
  });

  const readable: [string, CellValue, number, string | null][] = [
    ['a number', 1, 1, null],
    ['binary noise', 0.1 + 0.2 + 0.7, 1, null],
    ['a text', '1', 1, 'text-number'],
    ['full width', '１', 1, 'text-number'],
    ['1分', '1分', 1, 'text-number'],
    ['扣1', '扣1', 1, 'text-number'],
    ['扣1分', '扣 1 分', 1, 'text-number'],
    ['(1)', '(1)', 1, 'text-number'],
    ['（１）', '（１）', 1, 'text-number'],
    ['-1', -1, 1, 'negative-deduction'],
    ['text -1', '-1', 1, 'negative-deduction'],
    ['－１', '－１', 1, 'negative-deduction'],
    ['U+2212', '\u22121', 1, 'negative-deduction'],
    ['invisible', '\u200b1\u00a0', 1, 'text-number'],
    ['×', '×', 1, null],
    ['✗', '✗', 1, null],
    ['不合格', '不 合格', 1, null],
    ['不符', '不符', 1, null],
    ['0', 0, 0, null],
    ['text 0', '0', 0, null],
    ['０', '０', 0, null],
    ['无', '无', 0, null],
    ['/', '/', 0, null],
    ['／', '／', 0, null],
    ['—', '—', 0, null],
    ['-', '-', 0, null],
    ['－', '－', 0, null],
    ['合格', ' 合格 ', 0, null],
    ['符合', '符合', 0, null],
    ['正常', '正常', 0, null],
    ['a space', ' ', 0, null],
    ['an ideographic space', '　', 0, null],
  ];
  const before = plain(BOOK).result.persons.find((person) => person.name === '郑磊')!;
  const households = before.households;
  test.each(readable)('%s is read', (_, value, points, code) => {
    const row =
      sample(BOOK)
        .sheets.find((s) => s.name === CM)!
        .values.findIndex((r) => r[1] === '' && r[4] !== '') + 1;
    expect(row).toBe(6);
    const total = 3 + points;
    const found = after(CM, set({ J6: value, T6: total }));
    expect(found.added).toEqual(code === null ? [] : [`${code} ${CM}!J6`]);
    expect(found.unscored).toEqual([]);
    expect(found.changed).toEqual(points === 0 ? [] : [HUA]);
    expect(households).toBeGreaterThan(0);
  });

  test('- with a note is no zero', () => {
    expect(after(CM, set({ J6: '-', U6: '价签缺失' }))).toEqual(fault(`not-a-number ${CM}!J6`, [HUA]));
    expect(after(CM, set({ J6: '/', U6: '价签齐全' }))).toEqual(NO_DIFFERENCE);
  });

  test('是 and 否 where the header asks', () => {
    const asks = set({ J4: '价签维护是否到位' });
    expect(after(CM, asks, set({ J6: '是' }))).toEqual(NO_DIFFERENCE);
    const found = after(CM, asks, set({ J6: '否', T6: 4 }));
    expect({ ...found, changed: [] }).toEqual(NO_DIFFERENCE);
    expect(found.changed).toEqual([HUA]);
  });

  test('a header that counts faults', () => {
    const counts = set({ K4: '卷烟库存次数' });
    const sheet = sample(BOOK).sheets.find((s) => s.name === CM)!;
    const halved: Edit = (s) => ({
      ...s,
      values: s.values.map((row, at) =>
        at < 4 || row[10] !== 2 ? row : row.map((v, c) => (c === 10 ? 1 : v)),
      ),
    });
    expect(sheet.values.some((row, at) => at >= 4 && row[10] === 2)).toBe(true);
    expect(after(CM, counts, halved)).toEqual(NO_DIFFERENCE);
  });

  test('more than once', () => {
    const found = after(CM, set({ J6: 2, T6: 5 }));
    expect(found.added).toEqual([`repeat-finding ${CM}!J6`]);
    expect(found.changed).toEqual([HUA]);
    expect(after(CM, set({ P6: 3, T6: 5 })).added).toEqual([]);
  });

  test('error values and formulas never calculated', () => {
    for (const text of ['#N/A', '#REF!', '#VALUE!', '#DIV/0!', '#NAME?'])
      expect(after(CM, errorAt('J6', text))).toEqual(fault(`formula-error ${CM}!J6`, [HUA]));
    expect(after(CM, uncalculatedAt('J6'))).toEqual(fault(`formula-not-calculated ${CM}!J6`, [HUA]));
  });

  test('the total of a row', () => {
    expect(after(CM, set({ T6: 5 }))).toEqual(remark(`row-total-differs ${CM}!T6`));
    expect(after(CM, set({ T6: -3 }))).toEqual(NO_DIFFERENCE);
    expect(after(CM, set({ T6: '' }))).toEqual(NO_DIFFERENCE);
    expect(after(CM, set({ J6: 'x' }))).toEqual(fault(`not-a-number ${CM}!J6`, [HUA]));
  });

  test('both sides of one exclusive rule', () => {
    const found = after(DL, set({ K5: 1, L5: 1, N5: 2 }));
    expect(found).toEqual(fault(`exclusive-findings ${DL}!L5`, ['城东营销部 吕静 送货员']));
  });
});

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

describe('visits', () => {
  test('licences', () => {
    expect(after(CM, set({ E6: 640110075624 }))).toEqual(NO_DIFFERENCE);
    expect(after(CM, set({ E6: ' 6401 1007 5624 ' }))).toEqual(NO_DIFFERENCE);
    expect(after(CM, set({ E6: '64011007562' }))).toEqual(remark(`licence-format ${CM}!E6`));
    expect(after(CM, set({ E6: 64011007562 }))).toEqual(remark(`licence-format ${CM}!E6`));
    expect(after(CM, set({ E6: '' }))).toEqual(remark(`licence-missing ${CM}!E6`));
    for (const lost of ['6.40102E+11', '6.40101e11', '6.4E+011', 6401100756241234, 6.4e17])
      expect(after(CM, set({ E6: lost }))).toEqual(fault(`licence-precision ${CM}!E6`, [HUA]));
    const twice = after(CM, set({ E6: '6.40102E+11', E7: '6.40102E+11' }));
    expect(twice.added).toEqual([`licence-precision ${CM}!E6`, `licence-precision ${CM}!E7`]);
    expect(after(CM, errorAt('E6', '#N/A'))).toEqual(fault(`formula-error ${CM}!E6`, [HUA]));
  });

  test('the same licence twice', () => {
    expect(after(CM, set({ E7: '640110075624' }))).toEqual(fault(`duplicate-visit ${CM}!E7`, [HUA]));
    expect(after(CM, set({ E7: 640110075624 }))).toEqual(fault(`duplicate-visit ${CM}!E7`, [HUA]));
  });

  const dates: [CellValue, string | null][] = [
    ['2008.6.30', null],
    ['2008-6-30', null],
    ['2008/06/30', null],
    ['20080630', null],
    [20080630, null],
    ['08年6月30日', null],
    ['2008年6月30日', null],
    ['２００８年６月３０日', null],
    ['6月30日', null],
    ['08.6.30', null],
    ['2008-06-30 10:30', null],
    ['2008-6-3 9:30', null],
    ['2008-6-3 09:30:15', null],
    ['2008年6月3日 上午9:30', null],
    ['2008-06-03T09:30:00', null],
    ['2008年6月3日 星期二', null],
    [39505.5, null],
    ['39505', null],
    ['2008-6-31', 'date-invalid'],
    ['2008-13-1', 'date-invalid'],
    ['六月', 'date-invalid'],
    ['2008年6月', 'date-invalid'],
    ['待定', 'date-invalid'],
    [12, 'date-invalid'],
    [true, 'date-invalid'],
    ['', 'date-missing'],
    ['2008-7-1', 'date-outside-period'],
    ['7月1日', 'date-outside-period'],
    [39813, 'date-outside-period'],
    ['2007-12-31', 'date-outside-period'],
  ];
  test.each(dates)('date %s: %s', (value, code) => {
    const found = after(CM, set({ F6: value }));
    if (code === null) expect(found).toEqual(NO_DIFFERENCE);
    else expect(found).toEqual(fault(`${code} ${CM}!F6`, code === 'date-invalid' ? [HUA] : []));
  });

  test('dates of the 1904 system', () => {
    const book = sample(BOOK);
    const shift =
      (name: string, column: number): Edit =>
      (s) =>
        s.name !== name
          ? s
          : {
              ...s,
              values: s.values.map((r) =>
                r.map((v, c) => (c === column && typeof v === 'number' ? v - 1462 : v)),
              ),
            };
    const edits = [CM, MS, DL].map((name) => [name, shift(name, 5)] as const);
    const shifted = [...edits, ['客户投诉测评表', shift('客户投诉测评表', 0)] as const].reduce(
      (made, [name, edit]) => edited(made, name, edit),
      { ...book, date1904: true } as Snapshot,
    );
    expect(difference(plain(BOOK), run(shifted))).toEqual(NO_DIFFERENCE);
  });

  test('a merged date is the date of all its rows', () => {
    const found = after(CM, set({ F7: '', F8: '' }), merged({ top: 5, left: 5, bottom: 7, right: 5 }));
    expect(found).toEqual(NO_DIFFERENCE);
  });

  test('self-assessment', () => {
    for (const text of ['华立新', '华 立新', '张三、华立新', '张三 华立新'])
      expect(after(CM, set({ G6: text }))).toEqual(remark(`self-assessment ${CM}!G6`));
    expect(after(CM, set({ G6: '华立' }))).toEqual(NO_DIFFERENCE);
    expect(
      after(CM, set({ A2: '部(所):  测评时间:2008年6月  测评人:华立新' }), removeColumn('G')).added,
    ).toEqual([`self-assessment ${CM}!A2`]);
  });

  test('zeros in rows that are not yet filled in are no visit', () => {
    const zeros: CellValue[] = [60, '', '', '', '', '', '', ...Array.from({ length: 12 }, () => 0), 0];
    expect(after(CM, insertRows(64, zeros, zeros))).toEqual(NO_DIFFERENCE);
  });
});

describe('figures', () => {
  const DING = plain(BOOK).result.persons.find((p) => p.department === EAST && p.role === '专管员')!;
  const MSP = `${EAST} ${DING.name} 专管员`;
  test('blank, broken, impossible', () => {
    expect(after(UMS, set({ F3: '' }))).toEqual(fault(`missing-input ${UMS}!F3`, [MSP]));
    expect(after(UMS, set({ F3: '三十' }))).toEqual(fault(`not-a-number ${UMS}!F3`, [MSP]));
    expect(after(UMS, set({ F3: 29.5 }))).toEqual(fault(`not-a-number ${UMS}!F3`, [MSP]));
    expect(after(UMS, set({ F3: -1 }))).toEqual(fault(`not-a-number ${UMS}!F3`, [MSP]));
    expect(after(UMS, set({ F3: '29户' }))).toEqual(remark(`text-number ${UMS}!F3`));
    expect(after(UMS, errorAt('F3', '#DIV/0!'))).toEqual(fault(`formula-error ${UMS}!F3`, [MSP]));
    expect(after(UMS, uncalculatedAt('F3'))).toEqual(fault(`formula-not-calculated ${UMS}!F3`, [MSP]));
    expect(after(UMS, set({ F3: 0, G3: 0, H3: 0 }))).toEqual(fault(`denominator-zero ${UMS}!F3`, [MSP]));
    expect(after(UMS, set({ H3: 30 }))).toEqual(fault(`numerator-exceeds-denominator ${UMS}!H3`, [MSP]));
    expect(after(UMS, set({ G3: 30 }))).toEqual(fault(`numerator-exceeds-denominator ${UMS}!G3`, [MSP]));
    expect(after(UMS, set({ C3: 1.2 }))).toEqual(fault(`rate-out-of-range ${UMS}!C3`, [MSP]));
    expect(after(UMS, set({ C3: '-5%' }))).toEqual(fault(`rate-out-of-range ${UMS}!C3`, [MSP]));
    expect(after('客户满意度', set({ D3: 105 }))).toEqual(fault('rate-out-of-range 客户满意度!D3', [HUA]));
    expect(after(UDL, set({ F3: '不清楚' })).added).toEqual([`not-a-number ${UDL}!F3`]);
    expect(after(UDL, set({ F3: false }))).toEqual(NO_DIFFERENCE);
    expect(after(UCM, set({ H3: '' }))).toEqual(fault(`missing-input ${UCM}!H3`, [HUA]));
    expect(after(UCM, set({ H3: 0 }))).toEqual(fault(`denominator-zero ${UCM}!H3`, [HUA]));
    expect(after(UCM, set({ H3: -0.3 }))).toEqual(fault(`rate-out-of-range ${UCM}!H3`, [HUA]));
  });

  test('a wholly blank row is a missing section, a blank route plan nothing', () => {
    const blank = Object.fromEntries(['C', 'D', 'E', 'F', 'G', 'H'].map((c) => [`${c}3`, '']));
    const found = after(UMS, set(blank));
    expect(found.added).toEqual(['missing-section 人员名册!B4']);
    expect(found.changed).toEqual([MSP]);
    expect(after('客户满意度', set({ D3: '' })).added).toEqual(['missing-section 人员名册!B2']);
    expect(after(UDL, set({ H8: '' })).added).toEqual([]);
    expect(after(UCM, set({ L3: '', M3: '' })).added).toEqual([]);
    expect(after(UCM, set({ L3: 0, M3: 0 })).added).toEqual([]);
    expect(after(UCM, set({ M3: '' })).added).toEqual([`missing-input ${UCM}!M3`]);
    expect(after(UCM, set({ L3: 0 })).added).toEqual([`denominator-zero ${UCM}!L3`]);
  });

  test('entered rates that contradict their parts', () => {
    expect(after(UCM, set({ D3: 1000, E3: 20000 }))).toEqual(remark(`input-contradicts ${UCM}!C3`));
    expect(after(UCM, set({ D3: 1035, E3: 10000 }))).toEqual(NO_DIFFERENCE);
  });

  test('units of rate columns', () => {
    const column =
      (letter: string, change: (value: CellValue) => CellValue): Edit =>
      (s) => ({
        ...s,
        formats: new Map(),
        values: s.values.map((row, at) =>
          at < 2 ? row : row.map((v, c) => (c === letter.charCodeAt(0) - 65 && v !== '' ? change(v) : v)),
        ),
      });
    const percent = (v: CellValue): CellValue => Math.round(Number(v) * 10000) / 100;
    const all = (change: (v: CellValue) => CellValue): Edit[] =>
      ['C', 'D', 'E'].map((c) => column(c, change));
    expect(after(UMS, ...all(percent))).toEqual(NO_DIFFERENCE);
    expect(after(UMS, ...all((v) => `${percent(v)}%`))).toEqual(NO_DIFFERENCE);
    expect(after(UMS, ...all((v) => `${percent(v)} ％`))).toEqual(NO_DIFFERENCE);
    const fractions = after(UMS, ...all((v) => v));
    expect(fractions).toEqual({
      ...NO_DIFFERENCE,
      added: ['C2', 'D2', 'E2'].map((cell) => `rate-unit-inferred ${UMS}!${cell}`),
    });
    const mixed = after(
      UMS,
      column('C', (v) => v),
      set({ C4: 98.1 }),
    );
    expect(mixed.added).toContain(`rate-unit-ambiguous ${UMS}!C2`);
    expect(mixed.unscored).toHaveLength(6);
    const small = after(
      '客户满意度',
      column('D', (v) => Number(v) / 100),
    );
    expect(small.added).toEqual(['rate-unit-ambiguous 客户满意度!D2']);
    expect(small.unscored).toHaveLength(21);
    const signs = after(
      '客户满意度',
      column('D', (v) => `${String(v)}%`),
    );
    expect(signs).toEqual(NO_DIFFERENCE);
  });

  test('breakage is never guessed', () => {
    const rate =
      (value: (row: readonly CellValue[]) => CellValue, header = '破损率'): Edit =>
      (s) =>
        addColumn(s.values.map((row, at) => (at === 1 ? header : at < 2 ? '' : value(row))))(s);
    const exactly = (row: readonly CellValue[]): number => Number(row[9]) / Number(row[8]);
    expect(
      after(
        UDL,
        rate((row) => `${(exactly(row) * 1000).toFixed(3)}‰`),
      ).added,
    ).toEqual([]);
    expect(
      after(
        UDL,
        rate((row) => `${(exactly(row) * 100).toFixed(4)}%`),
      ).added,
    ).toEqual([]);
    expect(
      after(
        UDL,
        rate((row) => exactly(row) * 1000, '破损率(‰)'),
      ).added,
    ).toEqual([]);
    const guess = after(
      UDL,
      rate((row) => Math.round(exactly(row) * 1e5) / 100),
    );
    expect(guess.added).toEqual([`rate-unit-ambiguous ${UDL}!K2`]);
    const formatted = after(
      UDL,
      rate((row) => (row[0] === EAST ? 0.0001 : '')),
      format('K3', '0.000%'),
      format('K4', '0.000%'),
      format('K5', '0.000%'),
    );
    expect(formatted.unscored).toEqual([]);
  });

  test('the same person twice', () => {
    const row = sample(BOOK).sheets.find((s) => s.name === UMS)!.values[2]!;
    const percent = ['C4', 'D4', 'E4'].map((cell) => format(cell, '0.0%'));
    const found = after(UMS, insertRows(4, row), ...percent);
    expect(found.added).toEqual([`duplicate-visit ${UMS}!B4`]);
    expect(found.unscored).toEqual([MSP]);
  });
});

describe('complaints', () => {
  const C = '客户投诉测评表';
  const CHU = '城东营销部 褚洋 专管员';
  test('verdicts', () => {
    expect(after(C, set({ G4: '不清楚' }))).toEqual(fault(`complaint-verdict-missing ${C}!G4`, [CHU]));
    expect(after(C, set({ G4: '' }))).toEqual(fault(`complaint-verdict-missing ${C}!G4`, [CHU]));
    for (const word of ['是', '属实', '有 理']) expect(after(C, set({ G4: word }))).toEqual(NO_DIFFERENCE);
    for (const word of ['否', '不属实', '无理']) {
      const found = after(C, set({ G4: word }));
      expect({ added: found.added, changed: found.changed }).toEqual({ added: [], changed: [CHU] });
    }
    for (const word of ['待核实', '调查中', '未办结']) {
      const found = after(C, set({ G4: word }));
      expect({ added: found.added, changed: found.changed }).toEqual({
        added: [`complaint-pending ${C}!G4`],
        changed: [CHU],
      });
    }
  });

  test('dates', () => {
    expect(after(C, set({ A4: '' }))).toEqual(remark(`date-missing ${C}!A4`));
    expect(after(C, set({ A4: '六月底' }))).toEqual(fault(`date-invalid ${C}!A4`, [CHU]));
    const outside = after(C, set({ A4: '2008-7-2' }));
    expect({ added: outside.added, changed: outside.changed }).toEqual({
      added: [`date-outside-period ${C}!A4`],
      changed: [CHU],
    });
    expect(after(C, set({ A4: '3月2日' }))).toEqual(NO_DIFFERENCE);
  });

  test('nobody', () => {
    expect(after(C, set({ C4: '' }))).toMatchObject({ added: [`blank-person ${C}!C4`], withheld: [EAST] });
  });
});

describe('sheets and columns', () => {
  test('a column that is missing', () => {
    const found = after(CM, removeColumn('J'));
    expect(found.added.filter((issue) => issue.startsWith('column-missing'))).toHaveLength(1);
    expect(found.unscored).toHaveLength(6);
    for (const [sheet, letter] of [
      [UCM, 'F'],
      [UMS, 'F'],
      [UDL, 'C'],
      ['客户满意度', 'D'],
      ['客户满意度', 'C'],
      ['客户投诉测评表', 'G'],
      ['客户投诉测评表', 'C'],
      ['人员名册', 'C'],
    ] as const) {
      const each = after(sheet, removeColumn(letter));
      expect({ sheet, letter, codes: [...new Set(each.added.map((issue) => issue.split(' ')[0]))] }).toEqual({
        sheet,
        letter,
        codes: ['column-missing'],
      });
      expect(each.changed).toEqual([]);
    }
  });

  test('two columns that claim one field', () => {
    expect(after('客户满意度', addColumn(['', '满意度'])).added).toEqual(['header-ambiguous 客户满意度!E2']);
    const rule = after(CM, addColumn(['', '', '', '价签维护']));
    expect(rule.added).toEqual([`header-ambiguous ${CM}!V4`]);
    expect(rule.unscored).toHaveLength(6);
    expect(after(CM, addColumn(['', '', '许可证号'])).added).toEqual([`header-ambiguous ${CM}!V3`]);
  });

  test('no detail sheet', () => {
    const found = run(without(sample(BOOK), CM, MS, DL));
    expect(found.issues.filter((issue) => issue.startsWith('sheet-missing'))).toHaveLength(1);
    expect(found.result.persons.every((person) => person.status === 'unscored')).toBe(true);
  });

  test('two half-years tie', () => {
    const book = edited(sample(BOOK), CM, (s) => s);
    const dates = [CM, MS, DL].reduce(
      (made, name) =>
        edited(made, name, (s) => ({
          ...s,
          values: s.values.map((row, at) =>
            row.map((v, c) => (c === 5 && at >= 4 ? (at % 2 === 0 ? 39500 : 39700) : v)),
          ),
        })),
      book,
    );
    const tied = [CM, MS, DL].reduce(
      (made, name) =>
        edited(made, name, (s) => (s.values.length % 2 === 0 ? s : removeRow(s.values.length)(s))),
      dates,
    );
    const found = run(tied);
    expect(found.issues.filter((issue) => issue.startsWith('period-ambiguous'))).toHaveLength(1);
    expect(found.result.persons.every((person) => person.status === 'unscored')).toBe(true);
    const given = run(tied, { period: '2008H2' });
    expect(given.result.period).toBe('2008H2');
    expect(given.issues.some((issue) => issue.startsWith('period-ambiguous'))).toBe(false);
  });
});
