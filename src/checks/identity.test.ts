import { emptyDesk, linesOf, placesOf, rowOf, sheetOf, whoOf } from '../../tests/fixtures/checkRows';
import { finished, type RosterRow, type Row, type Who } from '../model';
import type { Desk } from './desk';
import { checkRoster, identify, NOBODY } from './identity';
import { type Directory, directoryOfRoster, directoryOfVisits } from './persons';

const ROSTER = sheetOf('名册', ['department', 'name', 'post']);
const DETAILS = sheetOf('明细', ['department', 'name', 'post']);

const rosterRow = (row: number, who: Who | string, customers: number | null = null): RosterRow =>
  rowOf(ROSTER, row, who, { customers, isHead: false });

/** A directory of a roster whose rows begin in row 4. */
function roster(...persons: readonly (Who | string)[]): Directory {
  return directoryOfRoster(persons.map((who, index) => rosterRow(4 + index, who)));
}

const OFFICE = ['城东 李明 客户经理', '城东 王芳 专管员', '城西 赵强 送货员', '城西 李明 客户经理'];

/** Whose the rows are (row 4 on) by a roster, and what is told. */
function looked(directory: Directory, rows: readonly (Row | string)[]): { desk: Desk; owners: number[] } {
  const desk = emptyDesk();
  const made = rows.map((row, index) => (typeof row === 'string' ? rowOf(DETAILS, 4 + index, row, {}) : row));
  return { desk, owners: [...finished(identify(made, directory, desk))] };
}

/** Who is unscored because of it, and which departments have no mean. */
function consequences({ desk }: { desk: Desk }): { unscored: number[]; withheld: string[] } {
  return {
    unscored: [0, 1, 2, 3, 4, 5].filter((id) => desk.isUnresolved(id)),
    withheld: [...desk.withheld],
  };
}

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

describe('the person is there, in another post', () => {
  test('is shown at the post, with the post of the roster', () => {
    const found = looked(roster(...OFFICE, '城东 王芳 送货员'), ['城东 王芳 客户经理']);
    expect(found.owners).toEqual([NOBODY]);
    expect(linesOf(found.desk)).toEqual([
      'role-mismatch 明细!C4 - | 客户经理 → 专管员、送货员 | 王芳 | 城东的王芳应是专管员、送货员,这里是“客户经理”。请改正岗位或名册。',
    ]);
    expect(consequences(found)).toEqual({ unscored: [1, 4], withheld: [] });
  });

  test('a post is called by its own name, a word that is none is shown as it stands', () => {
    expect(linesOf(looked(roster(...OFFICE), ['城东 李明 市管员']).desk)).toEqual([
      'role-mismatch 明细!C4 - | 专管员 → 客户经理 | 李明 | 城东的李明应是客户经理,这里是“专管员”。请改正岗位或名册。',
    ]);
    expect(linesOf(looked(roster(...OFFICE), ['城东 王芳 会计']).desk)).toEqual([
      'role-mismatch 明细!C4 - | 会计 → 专管员 | 王芳 | 城东的王芳应是专管员,这里是“会计”。请改正岗位或名册。',
    ]);
  });

  test('in a sheet without posts it is shown at the name', () => {
    const source = sheetOf('专管员', ['department', 'name']);
    const found = looked(roster(...OFFICE), [rowOf(source, 4, '城东 李明 专管员', {})]);
    expect(placesOf(found.desk)).toEqual(['role-mismatch 专管员!B4']);
    const cells = new Map([['post', { sheet: '卡', row: 0, column: 3 }]]);
    const card = sheetOf('卡', ['name'], { cells });
    expect(placesOf(looked(roster(...OFFICE), [rowOf(card, 4, '城东 李明 专管员', {})]).desk)).toEqual([
      'role-mismatch 卡!D1',
    ]);
  });

  test('somebody of the roster in a post that is not assessed', () => {
    const found = looked(roster(...OFFICE, '城东 钱会 会计', '城东 孙总 -'), [
      '城东 钱会 专管员',
      '城东 孙总 专管员',
    ]);
    expect(linesOf(found.desk)).toEqual([
      'role-mismatch 明细!C4 - | 专管员 → 会计 | 钱会 | 城东的钱会应是会计,这里是“专管员”。请改正岗位或名册。',
      'role-mismatch 明细!C5 - | 专管员 → 空白 | 孙总 | 城东的孙总应是空白,这里是“专管员”。请改正岗位或名册。',
    ]);
    expect(consequences(found)).toEqual({ unscored: [], withheld: ['城东'] });
  });

  test('of several such, the one of the department', () => {
    const directory = roster(...OFFICE, '城南 钱会 出纳', '城东 钱会 会计');
    expect(linesOf(looked(directory, ['城东 钱会 专管员', '城北 钱会 专管员']).desk)).toEqual([
      'role-mismatch 明细!C4 - | 专管员 → 会计 | 钱会 | 城东的钱会应是会计,这里是“专管员”。请改正岗位或名册。',
      'role-mismatch 明细!C5 - | 专管员 → 出纳 | 钱会 | 城北的钱会应是出纳,这里是“专管员”。请改正岗位或名册。',
    ]);
  });

  test('such a one of another department is meant only where nobody who is assessed has the name', () => {
    const elsewhere = roster(...OFFICE, '城南 钱会 会计', '城东 李明 会计');
    expect(placesOf(looked(elsewhere, ['城东 钱会 专管员']).desk)).toEqual(['role-mismatch 明细!C4']);
    expect(placesOf(looked(elsewhere, ['城南 李明 客户经理']).desk)).toEqual(['department-mismatch 明细!A4']);
  });
});

describe('the person is there, in another department', () => {
  test('is shown at the department, with the one of the roster', () => {
    const found = looked(roster(...OFFICE), ['城西 王芳 专管员']);
    expect(found.owners).toEqual([NOBODY]);
    expect(linesOf(found.desk)).toEqual([
      'department-mismatch 明细!A4 - | 城西 → 城东 | 王芳 | 王芳应属于城东,这里的部(所)是“城西”。请改正。',
    ]);
    expect(consequences(found)).toEqual({ unscored: [1], withheld: [] });
  });

  test('of namesakes those of the post are meant, else all', () => {
    const several = roster(...OFFICE, '城南 李明 送货员');
    expect(linesOf(looked(several, ['城北 李明 客户经理']).desk)[0]).toContain('李明应属于城东、城西,');
    expect(consequences(looked(several, ['城北 李明 客户经理'])).unscored).toEqual([0, 3]);
    expect(consequences(looked(several, ['城北 李明 专管员'])).unscored).toEqual([0, 3, 4]);
    const twoPosts = roster('城东 李明 客户经理', '城东 李明 送货员');
    expect(linesOf(looked(twoPosts, ['城北 李明 专管员']).desk)[0]).toContain('李明应属于城东,');
  });

  test('a blank one, and a sheet without the column', () => {
    expect(linesOf(looked(roster(...OFFICE), ['- 王芳 专管员']).desk)).toEqual([
      'department-mismatch 明细!A4 - |  → 城东 | 王芳 | 王芳应属于城东,这里的部(所)是空白。请改正。',
    ]);
    const source = sheetOf('专管员', ['sequence', 'name']);
    expect(placesOf(looked(roster(...OFFICE), [rowOf(source, 4, '- 王芳 专管员', {})]).desk)).toEqual([
      'department-mismatch 专管员!B4',
    ]);
    const cells = new Map([['department', { sheet: '卡', row: 0, column: 3 }]]);
    const card = sheetOf('卡', ['name'], { cells });
    expect(placesOf(looked(roster(...OFFICE), [rowOf(card, 4, '城西 王芳 专管员', {})]).desk)).toEqual([
      'department-mismatch 卡!D1',
    ]);
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

describe('rows of the roster itself', () => {
  test('one without a department is asked for it, one with an error was reported', () => {
    const desk = emptyDesk();
    const directory = roster('- 吴敏 专管员', whoOf('城东 孙丽 #N/A', { broken: true }), '城东 王芳 专管员');
    checkRoster(directory, desk);
    expect(linesOf(desk)).toEqual([
      'department-mismatch 名册!A4 - | - → 部(所) | 吴敏 | 吴敏在名册里没有写部(所)。请补上;同一部(所)的连续几行也可以合并单元格。',
    ]);
    expect([...desk.withheld]).toEqual(['城东']);
    expect(directory.entries.map(({ name }) => name)).toEqual(['王芳']);
  });

  test('a row that is there twice is one person; without a name or an assessed post it is nobody', () => {
    const directory = directoryOfRoster([
      rosterRow(4, '城东 王芳 专管员', 40),
      rosterRow(5, '城东 王芳 专管员', 60),
      rosterRow(6, '城东 - 专管员'),
      rosterRow(7, '城东 钱会 会计'),
      rosterRow(8, '- 钱会 会计'),
      rosterRow(9, '- - 专管员'),
      rosterRow(10, '城东 王芳 送货员'),
    ]);
    expect(
      directory.entries.map(({ id, name, post, customers, cell, row }) => [
        id,
        name,
        post,
        customers,
        cell,
        row?.row,
      ]),
    ).toEqual([
      [0, '王芳', 'MS', 40, { sheet: '名册', row: 3, column: 1 }, 3],
      [1, '王芳', 'DL', null, { sheet: '名册', row: 9, column: 1 }, 9],
    ]);
    expect(directory.fromRoster).toBe(true);
    expect(directory.unreadable).toEqual([]);
    expect([...directory.inSeveralPosts()]).toEqual([[0, 1]]);
    expect(directory.postsOf({ department: '城东', name: '王芳' })).toEqual([0, 1]);
    expect(directory.postsOf({ department: '城东', name: '钱会' })).toEqual([]);
    expect(directory.postsOf({ department: '城西', name: '王芳' })).toEqual([]);
  });
});

describe('without a roster everybody is assessed whom a visit names', () => {
  const visits = (...persons: readonly (Who | string)[]) =>
    directoryOfVisits(persons.map((who, index) => rowOf(DETAILS, 4 + index, who, {})));

  test('once a person and post, at the first row', () => {
    const wang = whoOf('城东 王芳 专管员');
    const directory = visits(
      wang,
      wang,
      '城东 李明 客户经理',
      '城东 王芳 专管员',
      '城东 王芳 送货员',
      '城西 王芳 专管员',
    );
    expect(
      directory.entries.map(({ id, department, name, post, cell }) => [id, department, name, post, cell.row]),
    ).toEqual([
      [0, '城东', '王芳', 'MS', 3],
      [1, '城东', '李明', 'CM', 5],
      [2, '城东', '王芳', 'DL', 7],
      [3, '城西', '王芳', 'MS', 8],
    ]);
    expect(directory.entries.every(({ customers, row }) => customers === null && row === null)).toBe(true);
    expect(directory.fromRoster).toBe(false);
    expect([...directory.inSeveralPosts()]).toEqual([[0, 2]]);
  });

  test('nobody is made of a row that lacks something', () => {
    const rows = [
      '城东 - 专管员',
      '- 王芳 专管员',
      '城东 王芳 会计',
      whoOf('城东 #N/A 专管员', { broken: true }),
    ];
    expect(visits(...rows).entries).toEqual([]);
  });

  test('a stranger cannot be told', () => {
    const found = looked(visits('城东 王芳 专管员'), [
      '城东 孙丽 专管员',
      '城西 王芳 专管员',
      '城东 王芳 送货员',
    ]);
    expect(found.owners).toEqual([NOBODY, NOBODY, NOBODY]);
    expect(linesOf(found.desk)).toEqual([]);
    expect(consequences(found)).toEqual({ unscored: [], withheld: [] });
  });

  test('a word that is no post can', () => {
    const found = looked(visits('城东 王芳 专管员'), ['城东 王芳 会计', '城西 孙丽 会计']);
    expect(found.owners).toEqual([NOBODY, NOBODY]);
    expect(linesOf(found.desk)).toEqual([
      'role-mismatch 明细!C4 - | 会计 → 客户经理、专管员、送货员 | 王芳 | 城东的王芳应是客户经理、专管员、送货员,这里是“会计”。请改正岗位或名册。',
      'role-mismatch 明细!C5 - | 会计 → 客户经理、专管员、送货员 | 孙丽 | 城西的孙丽应是客户经理、专管员、送货员,这里是“会计”。请改正岗位或名册。',
    ]);
    expect(consequences(found)).toEqual({ unscored: [0], withheld: ['城东', '城西'] });
  });

  test('a blank department can', () => {
    const found = looked(visits('城东 王芳 专管员', '城西 李明 客户经理'), [
      '- 王芳 专管员',
      '- 孙丽 专管员',
      '- 李朋 客户经理',
    ]);
    expect(linesOf(found.desk)).toEqual([
      'department-mismatch 明细!A4 - |  → 城东 | 王芳 | 王芳应属于城东,这里的部(所)是空白。请改正。',
      'department-mismatch 明细!A5 - |  → 部(所) | 孙丽 | 孙丽应属于部(所),这里的部(所)是空白。请改正。',
      'department-mismatch 明细!A6 - |  → 部(所) | 李朋 | 李朋应属于部(所),这里的部(所)是空白。请改正。',
    ]);
    expect(consequences(found)).toEqual({ unscored: [0, 1], withheld: [] });
  });

  test('a blank name and an error are what they are everywhere', () => {
    const found = looked(visits('城东 王芳 专管员'), [
      '城东 - 专管员',
      rowOf(DETAILS, 5, whoOf('城东 王芳 #N/A', { broken: true }), {}),
    ]);
    expect(placesOf(found.desk)).toEqual(['blank-person 明细!B4']);
    expect(consequences(found)).toEqual({ unscored: [0], withheld: ['城东'] });
  });
});
