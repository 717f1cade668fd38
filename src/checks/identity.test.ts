import { consequences, DETAILS, looked, OFFICE, roster } from '../../tests/fixtures/checkedPersons';
import { linesOf, placesOf, rowOf, sheetOf, whoOf } from '../../tests/fixtures/checkRows';
import type { Who } from '../model';
import { NOBODY } from './identity';

test('department, name and post together are the person', () => {
  const found = looked(roster(...OFFICE), ['城西 李明 客户经理', '城东 李明 客户经理', '城东 王芳 专管员']);
  expect(found.owners).toEqual([3, 0, 1]);
  expect(linesOf(found.desk)).toEqual([]);
  expect(consequences(found)).toEqual({ unscored: [], withheld: [] });
});

test('rows that share what they name are found like the first; one in between is another', () => {
  const [li, wang, nobody] = ['城东 李明 客户经理', '城东 王芳 专管员', '城东 - 专管员'].map((text) =>
    whoOf(text),
  );
  const rows = [li!, li!, nobody!, nobody!, li!, wang!].map((who, index) =>
    rowOf(DETAILS, 4 + index, who, {}),
  );
  const found = looked(roster(...OFFICE), rows);
  expect(found.owners).toEqual([0, 0, NOBODY, NOBODY, 0, 1]);
  expect(placesOf(found.desk)).toEqual(['blank-person 明细!B6', 'blank-person 明细!B7']);
});

test('a row without a name belongs to nobody', () => {
  const found = looked(roster(...OFFICE), ['城东 - 客户经理']);
  expect(found.owners).toEqual([NOBODY]);
  expect(linesOf(found.desk)).toEqual([
    'blank-person 明细!B4 - | - → 姓名 | - | 第 4 行没有写姓名,不知道算给谁。请补上;同一个人的连续几行也可以合并单元格。',
  ]);
  expect(consequences(found)).toEqual({ unscored: [], withheld: ['城东'] });
});

describe('a name that the roster does not have', () => {
  test('the nearest is offered; whom it may mean is unscored', () => {
    const found = looked(roster(...OFFICE), ['城东 王方 专管员']);
    expect(found.owners).toEqual([NOBODY]);
    expect(linesOf(found.desk)).toEqual([
      'unknown-person 明细!B4 - | 王方 → 王芳 | 王芳 | 名册里没有“王方”。名册里最接近的是“王芳”,请核对。 [set-text 王芳]',
    ]);
    expect(consequences(found)).toEqual({ unscored: [1], withheld: ['城东'] });
  });

  test('above a table the cell says more than the name: writing the nearest there would lose the rest', () => {
    const cells = new Map([['name', { sheet: '卡', row: 1, column: 0 }]]);
    const card = sheetOf('卡', ['item'], { cells });
    const found = looked(roster(...OFFICE), [rowOf(card, 4, '城东 王方 专管员', {})]);
    expect(linesOf(found.desk)).toEqual([
      'unknown-person 卡!A2 - | 王方 → 王芳 | 王芳 | 名册里没有“王方”。名册里最接近的是“王芳”,请核对。',
    ]);
  });

  test('of several with the nearest name, the one of the department, then of the post', () => {
    const several = roster(...OFFICE, '城西 李明 送货员');
    expect(consequences(looked(several, ['城东 李朋 客户经理']))).toEqual({
      unscored: [0],
      withheld: ['城东'],
    });
    expect(consequences(looked(several, ['城西 李朋 送货员']))).toEqual({
      unscored: [4],
      withheld: ['城西'],
    });
    expect(consequences(looked(several, ['城西 李朋 专管员'])).unscored).toEqual([3, 4]);
    expect(consequences(looked(several, ['城南 李朋 客户经理'])).unscored).toEqual([0, 3]);
    expect(consequences(looked(several, ['城南 李朋 专管员'])).unscored).toEqual([0, 3, 4]);
  });

  test('two equally near are no offer, and nobody near is none', () => {
    const near = roster('城东 王芳 专管员', '城东 王菲 专管员');
    const line = 'unknown-person 明细!B4 - | 王芬 → - | - | 名册里没有“王芬”。请核对姓名,或把此人加进名册。';
    const found = looked(near, ['城东 王芬 专管员']);
    expect(linesOf(found.desk)).toEqual([line]);
    expect(consequences(found)).toEqual({ unscored: [], withheld: ['城东'] });
    expect(linesOf(looked(roster(...OFFICE), ['城东 王芬 专管员']).desk)[0]).toContain('王芳');
    expect(placesOf(looked(roster(...OFFICE), ['城东 孙丽丽 专管员']).desk)).toEqual([
      'unknown-person 明细!B4',
    ]);
    expect(linesOf(looked(roster(...OFFICE), ['城东 孙丽丽 专管员']).desk)[0]).toContain('孙丽丽 → - |');
  });

  test('one letter of up to three, two of a longer name', () => {
    const offered = (name: string, ...others: readonly string[]): string | null => {
      const directory = roster(...others.map((each) => `城东 ${each} 专管员`));
      return looked(directory, [`城东 ${name} 专管员`]).desk.issues[0]!.person;
    };
    expect(offered('欧阳明', '欧阳朋')).toBe('欧阳朋');
    expect(offered('欧阳明', '欧杨朋')).toBeNull();
    expect(offered('欧阳明', '欧阳')).toBe('欧阳');
    expect(offered('欧阳明明', '欧杨朋明')).toBe('欧杨朋明');
    expect(offered('欧阳明明', '欧阳')).toBe('欧阳');
    expect(offered('欧阳明明', '殴杨朋明')).toBeNull();
    expect(offered('欧阳明明', '欧')).toBeNull();
    expect(offered('欧阳明明', '欧杨朋明', '欧阳明朋')).toBe('欧阳明朋');
  });
});

describe('cells that hold an error were reported where they were read', () => {
  const broken = (text: string): Who => whoOf(text, { broken: true });

  test('whom the name may mean is unscored, the department has no mean', () => {
    const found = looked(roster(...OFFICE), [
      rowOf(DETAILS, 4, broken('#REF! 李明 客户经理'), {}),
      rowOf(DETAILS, 5, broken('城东 #N/A 客户经理'), {}),
    ]);
    expect(found.owners).toEqual([NOBODY, NOBODY]);
    expect(linesOf(found.desk)).toEqual([]);
    expect(consequences(found)).toEqual({ unscored: [0, 3], withheld: ['#REF!', '城东'] });
  });

  test('rows of a person whose row in the roster cannot be read are that one fault', () => {
    const directory = roster(
      ...OFFICE,
      broken('城东 孙丽 #N/A'),
      broken('#REF! 周岩 客户经理'),
      '- 吴敏 专管员',
    );
    for (const who of ['城东 孙丽 专管员', '城南 周岩 客户经理', '城北 吴敏 专管员']) {
      const found = looked(directory, [who]);
      expect(found.owners).toEqual([NOBODY]);
      expect(linesOf(found.desk)).toEqual([]);
      expect(consequences(found)).toEqual({ unscored: [], withheld: [who.split(' ')[0]] });
    }
    for (const who of ['城西 孙丽 专管员', '城南 周岩 专管员', '城北 吴敏 送货员', '城东 孙莉 专管员']) {
      expect(placesOf(looked(directory, [who]).desk)).toEqual(['unknown-person 明细!B4']);
    }
  });

  test('a name of the roster that is an error may be anybody of that department and post', () => {
    const directory = roster(...OFFICE, broken('城东 #N/A 专管员'));
    expect(linesOf(looked(directory, ['城东 孙丽 专管员']).desk)).toEqual([]);
    expect(looked(directory, ['城东 王芳 专管员']).owners).toEqual([1]);
    expect(placesOf(looked(directory, ['城西 孙丽 专管员']).desk)).toEqual(['unknown-person 明细!B4']);
  });
});
