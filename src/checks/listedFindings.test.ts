import { attached, isKnown, LIST } from '../../tests/fixtures/checkedVisits';
import { linesOf, placesOf, visitOf } from '../../tests/fixtures/checkRows';

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

  test('of a household that was visited in two half-years, to the one of its own', () => {
    const visits = [{ date: '2007-12-30' }, { date: '2008-03-01' }];
    const problems = [
      { date: '2008-03-01', text: 'MS-S01 1' },
      { date: '2007-12-30', text: 'MS-S02 1' },
      { text: 'MS-S03 2' },
    ];
    const { desk, found } = attached(visits, problems);
    expect(linesOf(desk)).toEqual([]);
    expect(found).toEqual(['MS-S02', 'MS-S01 MS-S03']);
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
