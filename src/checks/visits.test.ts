import {
  DETAIL,
  dateOf,
  dayOf,
  emptyDesk,
  findingsOf,
  knownOf,
  linesOf,
  placesOf,
  rowOf,
  sheetOf,
  visitOf,
} from '../../tests/fixtures/checkRows';
import { inColumns } from '../../tests/fixtures/plainVisits';
import { finished, type FindingRow, type RowSource, type VisitRow, VisitRows } from '../model';
import type { Desk } from './desk';
import { NOBODY } from './identity';
import type { KnownVisit, KnownVisits } from './knownVisits';
import { attachFindings } from './listedFindings';
import { collectVisits } from './visits';

const DETAILS = sheetOf('明细', DETAIL);
const LIST = sheetOf('登记', DETAIL);
const PROBLEMS = sheetOf('问题', DETAIL);
const WANG = '城东 王芳 专管员';
const LI = '城东 李明 客户经理';

/** Problems that a test brings at most. */
const MOST_PROBLEMS = 20;

type Visit = NonNullable<Parameters<typeof visitOf>[3]> & {
  readonly owner?: number | null;
  readonly in?: RowSource;
};

/** Visits of 王芳 (assessee 1), rows from 4 on, and what is said of them. */
function collected(...visits: readonly Visit[]): {
  desk: Desk;
  known: KnownVisits;
  visits: KnownVisit[];
  rows: VisitRow[];
} {
  const desk = emptyDesk();
  const rows = visits.map(({ owner: _, in: source = DETAILS, ...more }, index) =>
    visitOf(source, 4 + index, WANG, more),
  );
  const owners = Int32Array.from(visits, ({ owner = 1 }) => owner ?? NOBODY);
  const read = VisitRows.of(rows);
  const known = finished(collectVisits(read, owners, 'standard', '2008H1', desk, MOST_PROBLEMS));
  // Those in columns that can be: they count alike, and nothing else is said of them.
  const again = emptyDesk();
  const quick = finished(collectVisits(inColumns(rows), owners, 'standard', '2008H1', again));
  const told = ({ row, assessee, disputed }: KnownVisit): unknown => [row, assessee, disputed];
  expect(Array.from(quick, told)).toEqual(Array.from(known, told));
  expect(linesOf(again)).toEqual(linesOf(desk));
  return { desk, rows, known, visits: [...known] };
}

const isKnown = (desk: Desk, id = 1): boolean => !desk.blockedSections(id).has('standard');

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

type Problem = Partial<Omit<FindingRow, 'finding' | 'date'>> & {
  readonly text?: string | null;
  readonly owner?: number | null;
  readonly date?: string;
};

/** A row of the list of problems: MS-S01 1 point at 甲店. */
function problemOf(
  row: number,
  who: string,
  { text = 'MS-S01 1', owner: _, date = '', ...more }: Problem,
): FindingRow {
  const source = more.source ?? PROBLEMS;
  return rowOf(source, row, who, {
    household: '甲店',
    licence: '640102000001',
    date: dateOf(date),
    finding: text === null ? null : findingsOf(source, row, text)[0]!,
    ...more,
  });
}

/** Visits in a list (rows from 4 on), then problems of 王芳 (rows from 10 on) that are brought to them. */
function attached(
  visits: readonly Visit[],
  problems: readonly Problem[],
  { hasVisitList = true, lost = [] as readonly VisitRow[] } = {},
) {
  const { desk, known } = collected(...visits.map((each) => ({ kind: 'list' as const, in: LIST, ...each })));
  const rows = problems.map((problem, index) => problemOf(10 + index, WANG, problem));
  const owners = Int32Array.from(problems, ({ owner = 1 }) => owner ?? NOBODY);
  attachFindings(known, rows, owners, lost, { hasVisitList, section: 'standard', period: '2008H1' }, desk);
  const found = Array.from(known, ({ findings }) => findings.map(({ indicator }) => indicator).join(' '));
  return { desk, visits: [...known], found };
}

describe('problems are brought to their visit', () => {
  test('by licence, each to its own', () => {
    const { desk, found } = attached(
      [{}, { licence: '640102000002' }],
      [{}, { text: 'MS-S02 1' }, { licence: '640102000002', text: 'MS-S03 2' }],
    );
    expect(linesOf(desk)).toEqual([]);
    expect(found).toEqual(['MS-S01 MS-S02', 'MS-S03']);
    expect(isKnown(desk)).toBe(true);
  });

  test('a row without points is a household without a finding', () => {
    const { desk, found } = attached([{}], [{ text: null }]);
    expect(linesOf(desk)).toEqual([]);
    expect(found).toEqual(['']);
  });

  test('by name, where either has no licence', () => {
    expect(attached([{ licence: '' }], [{}]).found).toEqual(['MS-S01']);
    expect(attached([{}], [{ licence: '' }]).found).toEqual(['MS-S01']);
    expect(attached([{ licence: '', household: '甲 店' }], [{ licence: '' }]).found).toEqual(['MS-S01']);
    expect(linesOf(attached([{}], [{ licence: '' }]).desk)).toEqual([]);
  });

  test('several without a licence, each by its name', () => {
    const visits = ['甲店', '乙店', '丙店'].map((household) => ({ licence: '', household }));
    const problems = visits.map((visit, index) => ({ ...visit, text: `MS-S0${index + 1} 2` }));
    const { desk, found } = attached(visits, problems);
    expect(linesOf(desk)).toEqual([]);
    expect(found).toEqual(['MS-S01', 'MS-S02', 'MS-S03']);
  });

  test('two different licences are two households, whatever their name', () => {
    const { desk, found } = attached([{}], [{ licence: '640102000002' }]);
    expect(found).toEqual(['']);
    expect(linesOf(desk)).toEqual([
      'finding-without-visit 问题!E10 第五条 | 640102000002 → 走访清单里有的户 | 王芳 | 走访清单里没有王芳走访“640102000002”的记录。请补上这次走访,或改正号码、人员。',
    ]);
    expect(isKnown(desk)).toBe(false);
  });

  test('a name that two visits have tells neither', () => {
    const { desk, found } = attached([{}, { licence: '640102000002' }], [{ licence: '' }]);
    expect(found).toEqual(['', '']);
    expect(linesOf(desk)).toEqual([
      'finding-without-visit 问题!D10 第五条 | 甲店 → 走访清单里有的户 | 王芳 | 走访清单里没有王芳走访“甲店”的记录。请补上这次走访,或改正号码、人员。',
    ]);
  });

  test('a blank name is no name', () => {
    const { desk } = attached([{ household: '', licence: '' }], [{ household: '' }]);
    expect(placesOf(desk)).toEqual(['finding-without-visit 问题!E10']);
    expect(placesOf(attached([{ household: '' }], [{ household: '', licence: '' }]).desk)).toEqual([
      'finding-without-visit 问题!D10',
    ]);
  });

  test('another person’s visit is not meant', () => {
    const { desk, found } = attached([{ owner: 2 }], [{}, { licence: '' }]);
    expect(found).toEqual(['']);
    expect(placesOf(desk)).toEqual(['finding-without-visit 问题!E10', 'finding-without-visit 问题!D11']);
    expect([isKnown(desk), isKnown(desk, 2)]).toEqual([false, true]);
  });

  test('a problem of nobody is brought nowhere', () => {
    const { desk, found } = attached([{}], [{ owner: null, faulty: true }]);
    expect(linesOf(desk)).toEqual([]);
    expect(found).toEqual(['']);
    expect(isKnown(desk)).toBe(true);
  });

  test('one that could not be read leaves the section unknown', () => {
    expect(isKnown(attached([{}], [{ faulty: true }]).desk)).toBe(false);
  });

  test('none at all changes nothing', () => {
    expect(attached([{}], []).found).toEqual(['']);
  });
});

describe('a problem whose visit is itself in dispute is that one fault', () => {
  const only = (call: ReturnType<typeof attached>): string[] => {
    expect(isKnown(call.desk)).toBe(false);
    return placesOf(call.desk);
  };

  test('its licence was lost in the visit list', () => {
    expect(only(attached([{ licence: '6.4E+11', licenceLost: true }], [{}]))).toEqual([]);
    expect(only(attached([{ licence: '6.4E+11', licenceLost: true, household: '乙店' }], [{}]))).toEqual([
      'finding-without-visit 问题!E10',
    ]);
    expect(
      only(attached([{ licence: '6.4E+11', licenceLost: true, household: '' }], [{ household: '' }])),
    ).toEqual(['finding-without-visit 问题!E10']);
  });

  test('its licence was lost in the list of problems', () => {
    const lost = { licence: '6.4E+11', licenceLost: true };
    expect(only(attached([{}], [lost]))).toEqual([]);
    expect(attached([{ licence: '' }], [{ ...lost, household: '乙店' }]).found).toEqual(['']);
    expect(attached([{}], [lost]).found).toEqual(['']);
  });

  test('two visits have its licence', () => {
    const call = attached([{ household: '乙店' }, {}], [{ licence: '' }]);
    expect(only(call)).toEqual(['duplicate-visit 登记!E5']);
    expect(call.found).toEqual(['', '']);
  });

  test('the row of its visit belongs to nobody', () => {
    const lost = [visitOf(LIST, 8, '城东 - 专管员')];
    expect(only(attached([], [{}], { lost }))).toEqual([]);
    expect(only(attached([], [{ licence: '640102000002' }], { lost }))).toEqual([
      'finding-without-visit 问题!E10',
    ]);
    const byName = [visitOf(LIST, 8, '城东 - 专管员', { licence: '' })];
    expect(only(attached([], [{ licence: '' }], { lost: byName }))).toEqual([]);
    expect(only(attached([], [{}], { lost: byName }))).toEqual(['finding-without-visit 问题!E10']);
  });
});

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
