import { collected, DETAILS, isKnown, LIST, WANG } from '../../tests/fixtures/checkedVisits';
import { dayOf, emptyDesk, knownOf, linesOf, placesOf, visitOf } from '../../tests/fixtures/checkRows';
import { inColumns } from '../../tests/fixtures/plainVisits';
import { finished } from '../model';
import { NOBODY } from './identity';
import type { KnownVisit } from './knownVisits';
import { collectVisits } from './visits';

/** Rows of the visits that count, as Excel numbers them. */
const countedRows = (visits: readonly KnownVisit[]): number[] => visits.map(({ row }) => row.row + 1);

test('visits in columns to different households are never made rows', () => {
  let made = 0;
  const rows = [1, 2].map((n) => visitOf(DETAILS, 3 + n, WANG, { licence: `64010200000${n}` }));
  const read = inColumns(rows, () => (made += 1));
  const desk = emptyDesk();
  expect(finished(collectVisits(read, Int32Array.of(1, 1), 'standard', '2008H1', desk)).length).toBe(2);
  expect(finished(collectVisits(read, Int32Array.of(1, NOBODY), 'standard', '2008H1', desk)).length).toBe(1);
  expect(made).toBe(0);
});

describe('one visit a household and person', () => {
  test('different licences, or the same for two persons', () => {
    const { desk, visits } = collected(
      { licence: '640102000001' },
      { licence: '640102000002' },
      {
        licence: '640102000001',
        owner: 2,
      },
    );
    expect(linesOf(desk)).toEqual([]);
    expect(visits.map(({ assessee, disputed }) => [assessee, disputed])).toEqual([
      [1, false],
      [1, false],
      [2, false],
    ]);
    expect([isKnown(desk), isKnown(desk, 2)]).toEqual([true, true]);
  });

  test('the same licence twice is shown at the second; both are in dispute', () => {
    const { desk, visits } = collected({}, { licence: '640102000002' }, { household: '乙店' });
    expect(linesOf(desk)).toEqual([
      'duplicate-visit 明细!E6 第五条 | 640102000001 → 同一人、同一岗位每户一次 | 王芳 | “640102000001”在“明细”第 4 行已经测评过王芳。请删去重复的一行,或改正号码。',
    ]);
    expect(visits.map(({ disputed }) => disputed)).toEqual([true, false, true]);
    expect(isKnown(desk)).toBe(false);
  });

  test('a visit of another half-year is none of this one: both count, each with its date', () => {
    const { desk, visits } = collected({ date: '2007-12-30' }, {}, { date: '2008-07-01' });
    expect(linesOf(desk)).toEqual([]);
    expect(visits.map(({ disputed }) => disputed)).toEqual([false, false, false]);
    expect(isKnown(desk)).toBe(true);
  });

  test('twice in one half-year is, whichever it is and whatever stands between', () => {
    const places = (...dates: readonly string[]): readonly string[] =>
      placesOf(collected(...dates.map((date) => ({ date }))).desk);
    expect(places('2007-12-30', '2008-03-01', '2008-03-02')).toEqual(['duplicate-visit 明细!E6']);
    expect(places('2007-12-30', '2008-03-01', '2007-12-01')).toEqual(['duplicate-visit 明细!E6']);
    expect(places('2008-03-01', '')).toEqual(['duplicate-visit 明细!E5']);
    expect(places('2008-03-01', '06-01')).toEqual(['duplicate-visit 明细!E5']);
  });

  test('the third is told against the first', () => {
    const { desk } = collected({}, {}, {});
    expect(linesOf(desk).map((line) => /第 \d+ 行/.exec(line)![0])).toEqual(['第 4 行', '第 4 行']);
    expect(placesOf(desk)).toEqual(['duplicate-visit 明细!E5', 'duplicate-visit 明细!E6']);
  });

  test('a licence that is no number of 12 digits tells households apart too', () => {
    expect(placesOf(collected({ licence: '64-1' }, { licence: '64-2' }).desk)).toEqual([]);
    expect(placesOf(collected({ licence: '64-1' }, { licence: '64-1' }).desk)).toEqual([
      'duplicate-visit 明细!E5',
    ]);
  });

  test('without a licence the name does, spaces and width apart', () => {
    const { desk, visits } = collected(
      { licence: '', household: '好运Ａ店' },
      { licence: '', household: '乙店' },
      { licence: '', household: ' 好 运A店' },
    );
    expect(linesOf(desk)).toEqual([
      'duplicate-visit 明细!D6 第五条 |  好 运A店 → 同一人、同一岗位每户一次 | 王芳 | “ 好 运A店”在“明细”第 4 行已经测评过王芳。请删去重复的一行,或改正号码。',
    ]);
    expect(visits).toHaveLength(3);
  });

  test('a visit without a licence is not taken for the one of that name with a licence', () => {
    expect(placesOf(collected({}, { licence: '', household: '甲店' }).desk)).toEqual([]);
  });

  test('nameless visits are each their own', () => {
    const nameless = { licence: '', household: '' };
    const { desk, visits } = collected(nameless, nameless);
    expect(linesOf(desk)).toEqual([]);
    expect(visits.map(({ disputed }) => disputed)).toEqual([false, false]);
  });

  test('licences that lost their digits tell nothing, and are in dispute', () => {
    const lost = { licence: '6.40102E+11', licenceLost: true };
    const { desk, visits } = collected(lost, lost);
    expect(linesOf(desk)).toEqual([]);
    expect(visits.map(({ disputed }) => disputed)).toEqual([true, true]);
  });

  test('a row of nobody is no visit; a faulty row leaves the section unknown', () => {
    const { desk, visits } = collected({ owner: null }, { faulty: true });
    expect(countedRows(visits)).toEqual([5]);
    expect(isKnown(desk)).toBe(false);
    expect(isKnown(collected({ owner: null, faulty: true }).desk)).toBe(true);
  });
});

describe('a visit list beside a detail sheet', () => {
  const list = { kind: 'list' as const, in: LIST };

  test('is a register of the same visits, wherever it stands', () => {
    for (const order of [
      [list, {}],
      [{}, list],
    ]) {
      const { desk, visits } = collected(...order);
      expect(linesOf(desk)).toEqual([]);
      expect(visits.map(({ row, disputed }) => [row.kind, disputed])).toEqual([['grid', false]]);
    }
  });

  test('adds the households that the details do not have, behind them', () => {
    const { visits } = collected({ ...list, licence: '640102000009' }, {}, { licence: '640102000002' });
    expect(countedRows(visits)).toEqual([5, 6, 4]);
  });

  test('the same household twice in the list is a second visit', () => {
    expect(placesOf(collected(list, list).desk)).toEqual(['duplicate-visit 登记!E5']);
    const other = { ...list, licence: '640102000009' };
    expect(placesOf(collected(other, {}, other).desk)).toEqual(['duplicate-visit 登记!E6']);
  });

  test('rows of one kind keep their order', () => {
    const licences = ['640102000003', '640102000001', '640102000002'];
    expect(countedRows(collected(...licences.map((licence) => ({ licence }))).visits)).toEqual([4, 5, 6]);
    const mixed = [list, {}, list, {}].map((each, index) => ({ ...each, licence: `64010200001${index}` }));
    expect(countedRows(collected(...mixed).visits)).toEqual([5, 7, 4, 6]);
    expect(countedRows(collected(...licences.map((licence) => ({ ...list, licence }))).visits)).toEqual([
      4, 5, 6,
    ]);
  });
});

describe('what scoring sees of a visit', () => {
  test('household, licence, day and the cell that names it', () => {
    const [visit, blank, yearless] = collected(
      {},
      { household: '', licence: '640102000002' },
      {
        household: '',
        licence: '',
        date: '03-05',
      },
    ).visits;
    expect([visit!.household, visit!.licence, visit!.date]).toEqual([
      '甲店',
      '640102000001',
      dayOf('2008-06-10'),
    ]);
    expect([visit, blank, yearless].map((each) => each!.cell.column)).toEqual([3, 4, 3]);
    expect(yearless!.date).toBe(dayOf('2008-03-05'));
    const rows = [visitOf(DETAILS, 4, WANG, { date: '03-05' }), visitOf(DETAILS, 4, WANG)];
    const dates = Array.from(knownOf(rows, 1), ({ date }) => date);
    expect(dates).toEqual([null, dayOf('2008-06-10')]);
  });
});
