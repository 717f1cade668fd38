import { readCases } from '../../tests/cases/readCases';
import type { Assessment, PersonScore, Rulings } from '../model';
import { yinchuan2008 } from '../schemes';
import { resolveRulings, scoreBook } from '.';

/* What is not known is never a zero: it leaves its indicator, its section and the score unknown. */

const scheme = yinchuan2008();

const PERSONS = `例:全
人员:经理 客户经理
户:无
数据:毛利率 8%、期末库存 600、期间销量 1000、社会存销比 0.5、业态不符户数 1、目标客户数 10、上柜户数 6
数据:城市户数 10、城市有效指导户数 4、农村户数 10、农村有效指导户数 3、考核客户数 20、知晓客户数 16、满意度 80
人员:专管 专管员
户:无
数据:市场占有率 97%、合法渠道进货率 96%、持证经营率 95%、抽查户数 20、违规户数 1、违价户数 3、满意度 80
人员:送货 送货员
户:无
数据:抽查户次 60、准时户次 59、安全不符项数 1、违反安全规定 否、安全事故 是、线路优化 未完成、送货总数 10000、破损数 2、满意度 80`;

function persons(): readonly Assessment[] {
  return readCases(PERSONS, scheme)[0]!.assessments;
}

function scored(one: Assessment, rulings: Rulings = {}): PersonScore {
  return scoreBook(scheme, resolveRulings(scheme, rulings), [one], new Set()).persons[0]!;
}

function without(one: Assessment, ...fields: readonly string[]): Assessment {
  return { ...one, measures: new Map([...one.measures].filter(([id]) => !fields.includes(id))) };
}

function lostUnder(one: Assessment, indicator: string): string {
  const found = scored(one)
    .sections.flatMap(({ step }) => step.children)
    .find(({ subject }) => subject === indicator)!;
  return found.value === null ? 'unknown' : found.value.toFraction(true);
}

/** Field → the indicators that cannot be told without it. */
const NEEDED: readonly (readonly [string, string])[] = [
  ['grossMargin', 'CM-U1'],
  ['closingStock', 'CM-U2'],
  ['periodSales', 'CM-U2'],
  ['socialStockRatio', 'CM-U2'],
  ['formatMismatches', 'CM-U3'],
  ['targetShops', 'CM-U4'],
  ['stockingShops', 'CM-U4'],
  ['cityShops', 'CM-U5'],
  ['ruralGuided', 'CM-U5'],
  ['awarenessAsked', 'CM-U6'],
  ['awarenessKnown', 'CM-U6'],
  ['marketShare', 'MS-U1'],
  ['licensedRate', 'MS-U1'],
  ['violatingShops', 'MS-U2'],
  ['inspectedShops', 'MS-U3'],
  ['mispricedShops', 'MS-U3'],
  ['deliveriesChecked', 'DL-U1'],
  ['deliveriesOnTime', 'DL-U1'],
  ['securityLapses', 'DL-U2a'],
  ['safetyViolation', 'DL-U2b'],
  ['accident', 'DL-U2b'],
  ['goodsDelivered', 'DL-U4'],
  ['goodsBroken', 'DL-U4'],
];

test.each(NEEDED)('without %s the indicator, its section and the score are unknown', (field, indicator) => {
  const one = persons().find(({ measures }) => measures.has(field))!;
  expect(lostUnder(one, indicator)).not.toBe('unknown');
  const lacking = without(one, field);
  expect(lostUnder(lacking, indicator)).toBe('unknown');
  const { sections, score, rawTotal, deduction, qualified, rank, status } = scored(lacking);
  expect(sections.find(({ section }) => section === 'enhanced')).toMatchObject({
    points: null,
    state: 'unknown',
  });
  expect({ score, rawTotal, deduction, qualified, rank, status }).toEqual({
    score: null,
    rawTotal: null,
    deduction: null,
    qualified: null,
    rank: null,
    status: 'unscored',
  });
});

test('without the security lapses an accident takes what nobody can tell', () => {
  const courier = without(persons()[2]!, 'securityLapses');
  const hurt: Assessment = {
    ...courier,
    measures: new Map([
      ...courier.measures,
      ['safetyViolation', { field: 'safetyViolation', value: true, cell: courier.assessee.cell }],
    ]),
  };
  expect(lostUnder(hurt, 'DL-U2b')).toBe('unknown');
  expect(scored(hurt, { accidentZeroes: 'item' }).score).toBeNull();
});

test('a route plan that is left out costs nothing', () => {
  expect(lostUnder(persons()[2]!, 'DL-U3')).toBe('5');
  expect(lostUnder(without(persons()[2]!, 'routePlan'), 'DL-U3')).toBe('0');
});

test('a pair of shops that is blank, or 0 of 0, is no group; 0 of some is one', () => {
  const [manager] = persons();
  expect(lostUnder(manager!, 'CM-U5')).toBe('40');
  expect(lostUnder(without(manager!, 'ruralShops', 'ruralGuided'), 'CM-U5')).toBe('20');
  expect(lostUnder(without(manager!, 'cityShops', 'cityGuided', 'ruralShops', 'ruralGuided'), 'CM-U5')).toBe(
    '0',
  );
  const [none] = readCases(
    PERSONS.replaceAll('农村户数 10、农村有效指导户数 3', '农村户数 0、农村有效指导户数 0'),
    scheme,
  );
  expect(lostUnder(none!.assessments[0]!, 'CM-U5')).toBe('20');
  const [nobody] = readCases(PERSONS.replaceAll('农村有效指导户数 3', '农村有效指导户数 0'), scheme);
  expect(lostUnder(nobody!.assessments[0]!, 'CM-U5')).toBe('100');
});

test('a figure of another kind than its field is not known', () => {
  const courier = persons()[2]!;
  const cell = courier.assessee.cell;
  const odd = (field: string, value: string | boolean): Assessment => ({
    ...courier,
    measures: new Map([...courier.measures, [field, { field, value, cell }]]),
  });
  expect(lostUnder(odd('securityLapses', 'done'), 'DL-U2a')).toBe('unknown');
  expect(lostUnder(odd('accident', 'done'), 'DL-U2b')).toBe('unknown');
  expect(lostUnder(odd('routePlan', true), 'DL-U3')).toBe('0');
});

test('a section that is blocked is unknown, whatever stands in it', () => {
  const blocked = { ...persons()[1]!, blocked: new Set(['satisfaction']) };
  const { sections, missing, status } = scored(blocked);
  expect(sections.map(({ state }) => state)).toEqual(['scored', 'scored', 'scored', 'unknown']);
  expect({ missing, status }).toEqual({ missing: [], status: 'unscored' });
});

test('an unresolved error leaves the person unscored, with the sections given', () => {
  const { sections, score } = scored({ ...persons()[1]!, unresolved: true });
  expect(sections.map(({ points }) => points?.toString())).toEqual(['30', '2', '20', '10']);
  expect(score).toBeNull();
});

test('a section that the scheme declares full needs no data', () => {
  const kind = {
    ...scheme,
    sections: scheme.sections.map((each) => ({ ...each, ifMissing: 'full' as const })),
  };
  const nothing = { ...persons()[1]!, visits: [], missing: new Set(['enhanced', 'satisfaction']) };
  const { persons: found } = scoreBook(kind, resolveRulings(kind), [nothing], new Set());
  expect(found[0]!.sections.map(({ points, state }) => `${points?.toString()} ${state}`)).toEqual([
    '30 missing',
    '20 missing',
    '20 scored',
    '30 missing',
  ]);
  expect(found[0]!.score?.toString()).toBe('100');
});

test('a section with an open error says so in its node, and what it had', () => {
  const one = { ...persons()[0]!, blocked: new Set(['enhanced']) };
  const { sections } = scored(one);
  const { points, state, step } = sections.find(({ section }) => section === 'enhanced')!;
  expect([points, state]).toEqual([null, 'unknown']);
  expect(step.data).toMatchObject({ state: 'unknown', blocked: true });
  expect(String(step.data.maximum)).toBe('50');
  expect(step.children).toEqual([]);
});

test('a blocked section leaves the total unknown, not 0 and not unscored for want of a sample', () => {
  const one = { ...persons()[2]!, blocked: new Set(['enhanced']) };
  const book = scored(one);
  expect([book.score, book.rawTotal]).toEqual([null, null]);
});
