import type { CellValue } from '../../../src/model';
import { NO_DIFFERENCE, plain } from '../../fixtures/outcomes';
import {
  addColumn,
  type Edit,
  errorAt,
  format,
  insertRows,
  set,
  uncalculatedAt,
} from '../../fixtures/sheetEdits';
import { sample } from '../../fixtures/workbooks';
import { after, BOOK, EAST, fault, HUA, remark, UCM, UDL, UMS } from './faults';

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
    expect(after(UCM, set({ H3: '270‰' }))).toEqual(NO_DIFFERENCE);
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

  test('a stroke is a blank where nothing has to stand, and no figure where one has to', () => {
    expect(after(UDL, set({ H8: '/' }))).toEqual(after(UDL, set({ H8: '' })));
    expect(after(UDL, set({ H8: '进行中' })).added).toEqual([`not-a-number ${UDL}!H8`]);
    expect(after(UCM, set({ L3: '/', M3: '—' }))).toEqual(after(UCM, set({ L3: '', M3: '' })));
    expect(after(UCM, set({ M3: '/' })).added).toEqual([`missing-input ${UCM}!M3`]);
    expect(after(UCM, set({ D3: '/', E3: '－' }))).toEqual(NO_DIFFERENCE);
    expect(after(UMS, set({ F3: '/' }))).toEqual(fault(`not-a-number ${UMS}!F3`, [MSP]));
    expect(after(UCM, set({ H3: '/' }))).toEqual(fault(`not-a-number ${UCM}!H3`, [HUA]));
  });

  test('a share or a unit of something else is no number of shops, two figures are not one', () => {
    for (const text of ['5%', '3条', '2分', '1 2', '1\n2'])
      expect(after(UMS, set({ G3: text }))).toEqual(fault(`not-a-number ${UMS}!G3`, [MSP]));
    expect(after(UDL, set({ J3: '17%' })).added).toEqual([`not-a-number ${UDL}!J3`]);
    expect(after(UDL, set({ J3: '17户' })).added).toEqual([`not-a-number ${UDL}!J3`]);
  });

  test('a percent sign that a format only prints', () => {
    const printed = after(UMS, set({ C3: 99.3 }), format('C3', '0.0"%"'));
    expect(printed).toEqual(NO_DIFFERENCE);
    expect(after(UMS, set({ C3: 0.993 }), format('C3', '0.0"%"')).changed).toEqual([MSP]);
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
    // 无 begins a row without complaints too; this one has one.
    expect(after(C, set({ A4: '无' }))).toEqual(fault(`date-invalid ${C}!A4`, [CHU]));
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
