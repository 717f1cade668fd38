import { run } from '../../fixtures/outcomes';
import { addColumn, removeColumn, removeRow } from '../../fixtures/sheetEdits';
import { edited, sample, without } from '../../fixtures/workbooks';
import { after, BOOK, CM, DL, MS, UCM, UDL, UMS } from './faults';

describe('sheets and columns', () => {
  test('a column that is missing', () => {
    const found = after(CM, removeColumn('J'));
    expect(found.added.filter((issue) => issue.startsWith('column-missing'))).toHaveLength(1);
    expect(found.unscored).toHaveLength(6);
    for (const [sheet, letter] of [
      [UCM, 'F'],
      [UMS, 'F'],
      [UDL, 'C'],
      ['客户满意度', 'D'],
      ['客户满意度', 'C'],
      ['客户投诉测评表', 'G'],
      ['客户投诉测评表', 'C'],
      ['人员名册', 'C'],
    ] as const) {
      const each = after(sheet, removeColumn(letter));
      expect({ sheet, letter, codes: [...new Set(each.added.map((issue) => issue.split(' ')[0]))] }).toEqual({
        sheet,
        letter,
        codes: ['column-missing'],
      });
      expect(each.changed).toEqual([]);
    }
  });

  test('two columns that claim one field', () => {
    expect(after('客户满意度', addColumn(['', '满意度'])).added).toEqual(['header-ambiguous 客户满意度!E2']);
    const rule = after(CM, addColumn(['', '', '', '价签维护']));
    expect(rule.added).toEqual([`header-ambiguous ${CM}!V4`]);
    expect(rule.unscored).toHaveLength(6);
    expect(after(CM, addColumn(['', '', '许可证号'])).added).toEqual([`header-ambiguous ${CM}!V3`]);
  });

  test('no detail sheet', () => {
    const found = run(without(sample(BOOK), CM, MS, DL));
    expect(found.issues.filter((issue) => issue.startsWith('sheet-missing'))).toHaveLength(1);
    expect(found.result.persons.every((person) => person.status === 'unscored')).toBe(true);
  });

  test('two half-years tie', () => {
    const book = edited(sample(BOOK), CM, (s) => s);
    const dates = [CM, MS, DL].reduce(
      (made, name) =>
        edited(made, name, (s) => ({
          ...s,
          values: s.values.map((row, at) =>
            row.map((v, c) => (c === 5 && at >= 4 ? (at % 2 === 0 ? 39500 : 39700) : v)),
          ),
        })),
      book,
    );
    const tied = [CM, MS, DL].reduce(
      (made, name) =>
        edited(made, name, (s) => (s.values.length % 2 === 0 ? s : removeRow(s.values.length)(s))),
      dates,
    );
    const found = run(tied);
    expect(found.issues.filter((issue) => issue.startsWith('period-ambiguous'))).toHaveLength(1);
    expect(found.result.persons.every((person) => person.status === 'unscored')).toBe(true);
    const given = run(tied, { period: '2008H2' });
    expect(given.result.period).toBe('2008H2');
    expect(given.issues.some((issue) => issue.startsWith('period-ambiguous'))).toBe(false);
  });
});
