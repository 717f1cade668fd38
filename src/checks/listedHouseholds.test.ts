import { attached, DETAILS, MOST_PROBLEMS, problemOf, WANG } from '../../tests/fixtures/checkedVisits';
import {
  DETAIL,
  dayOf,
  emptyDesk,
  knownOf,
  linesOf,
  placesOf,
  sheetOf,
} from '../../tests/fixtures/checkRows';
import { attachFindings } from './listedFindings';

const LI = '城东 李明 客户经理';

describe('without a visit list the households are those of the problems', () => {
  const options = { hasVisitList: false };

  test('each household once, with a warning a sheet', () => {
    const { desk, visits, found } = attached(
      [],
      [
        {},
        { text: 'MS-S02 1' },
        { licence: '', household: '乙店', date: '2008-02-03' },
        { licence: '640102000002', text: null },
      ],
      options,
    );
    expect(linesOf(desk)).toEqual([
      'visit-count-inferred 问题!E3 - | - → 走访清单 | - | 没有走访清单,户数只按有问题的户计算;没有问题的户不知道有多少,平均扣分会偏高。请补一张走访清单。',
    ]);
    expect(found).toEqual(['MS-S01 MS-S02', 'MS-S01', '']);
    expect(visits.map(({ household, date, assessee }) => [household, date, assessee])).toEqual([
      ['甲店', null, 1],
      ['乙店', dayOf('2008-02-03'), 1],
      ['甲店', null, 1],
    ]);
    const { kind, inspector, findings, total, score, itemScores } = visits[0]!.row;
    expect({ kind, inspector, findings, total, score, itemScores }).toEqual({
      kind: 'list',
      inspector: '',
      findings: [],
      total: null,
      score: null,
      itemScores: [],
    });
  });

  test('the warning stands at the licences, else the names, else the corner', () => {
    const warned = (...fields: readonly string[]): string[] =>
      placesOf(attached([], [{ source: sheetOf('问题', fields) }], options).desk);
    expect(warned('name', 'household', 'licence')).toEqual(['visit-count-inferred 问题!C3']);
    expect(warned('name', 'household')).toEqual(['visit-count-inferred 问题!B3']);
    expect(warned('name')).toEqual(['visit-count-inferred 问题!A3']);
  });

  test('a sheet whose households are all known has none', () => {
    const other = sheetOf('另一张', DETAIL);
    const { desk } = attached(
      [],
      [{}, { source: other }, { source: other, licence: '640102000003' }],
      options,
    );
    expect(placesOf(desk)).toEqual(['visit-count-inferred 问题!E3', 'visit-count-inferred 另一张!E3']);
    expect(placesOf(attached([], [{}, { source: other }], options).desk)).toEqual([
      'visit-count-inferred 问题!E3',
    ]);
    expect(placesOf(attached([{ kind: 'grid', in: DETAILS }], [{}], options).desk)).toEqual([]);
  });

  test('each person has their own households', () => {
    const desk = emptyDesk();
    const visits = knownOf([], [], null, MOST_PROBLEMS);
    const rows = [problemOf(10, WANG, {}), problemOf(11, LI, { text: 'CM-S01 1' })];
    attachFindings(
      visits,
      rows,
      Int32Array.of(1, 0),
      [],
      { hasVisitList: false, section: 'standard', period: null },
      desk,
    );
    expect(Array.from(visits, ({ assessee, findings }) => [assessee, findings.length])).toEqual([
      [1, 1],
      [0, 1],
    ]);
  });
});
