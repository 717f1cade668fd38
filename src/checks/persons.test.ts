import { consequences, DETAILS, looked, roster, rosterRow } from '../../tests/fixtures/checkedPersons';
import { emptyDesk, linesOf, placesOf, rowOf, whoOf } from '../../tests/fixtures/checkRows';
import type { Who } from '../model';
import { checkRoster, NOBODY } from './identity';
import { yinchuan2008 } from '../schemes';
import { directoryOfRoster, directoryOfVisits } from './persons';
import { postsByDetails } from './rosterPosts';

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

describe('a post of the roster that cannot be told', () => {
  const posts = yinchuan2008().posts;
  const details = [rowOf(DETAILS, 4, '城东 李明 客户经理', {}), rowOf(DETAILS, 5, '城东 王芳 专管员', {})];
  const found = (...texts: readonly string[]) => {
    const rows = texts.map((who, index) => rosterRow(4 + index, who));
    return directoryOfRoster(
      rows,
      postsByDetails(rows, () => details, posts),
    );
  };

  test('misspelt or blank, it is the one of the detail sheets: the person is there and unscored, and it is said once', () => {
    const desk = emptyDesk();
    const directory = found('城东 李明 客户经里', '城东 王芳 -', '城西 赵强 送货员');
    expect(directory.entries.map(({ name, post }) => [name, post])).toEqual([
      ['李明', 'CM'],
      ['王芳', 'MS'],
      ['赵强', 'DL'],
    ]);
    checkRoster(directory, desk);
    expect(linesOf(desk)).toEqual([
      'role-mismatch 名册!C4 - | 客户经里 → 客户经理、专管员、送货员 | 李明 | 城东的李明在名册里的岗位是“客户经里”,明细表里是客户经理。请改正名册。 [set-text 客户经理]',
      'role-mismatch 名册!C5 - | - → 客户经理、专管员、送货员 | 王芳 | 城东的王芳在名册里没有写岗位,明细表里是专管员。请改正名册。',
    ]);
    expect(consequences({ desk }).unscored).toEqual([0, 1]);
  });

  test('a word of its own is another post, and who is in no detail sheet is nobody', () => {
    const directory = found('城东 李明 部长', '城东 王芳 会计', '城西 孙丽 -', '城西 周岩 专管圆');
    expect(directory.entries).toEqual([]);
    expect(directory.doubtful).toEqual([]);
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
      'department-mismatch 明细!A4 - | - → 城东 | 王芳 | 王芳应属于城东,这里的部(所)是空白。请改正。',
      'department-mismatch 明细!A5 - | - → 部(所) | 孙丽 | 孙丽没有写部(所)。请补上。',
      'department-mismatch 明细!A6 - | - → 部(所) | 李朋 | 李朋没有写部(所)。请补上。',
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
