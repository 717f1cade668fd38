import { consequences, looked, OFFICE, roster } from '../../tests/fixtures/checkedPersons';
import { linesOf, placesOf, rowOf, sheetOf } from '../../tests/fixtures/checkRows';
import { NOBODY } from './identity';

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

  test('a blank post is called blank', () => {
    expect(linesOf(looked(roster(...OFFICE), ['城东 王芳 -']).desk)).toEqual([
      'role-mismatch 明细!C4 - | - → 专管员 | 王芳 | 城东的王芳应是专管员,这里是空白。请改正岗位或名册。',
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
      'role-mismatch 明细!C5 - | 专管员 → 空白 | 孙总 | 城东的孙总在名册里没有写岗位,这里是“专管员”。请改正岗位或名册。',
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
      'department-mismatch 明细!A4 - | - → 城东 | 王芳 | 王芳应属于城东,这里的部(所)是空白。请改正。',
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
