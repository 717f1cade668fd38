import { evaluate } from '../../app/evaluate';
import { newWorkbook } from '../../hosts/file/newWorkbook';
import { readWorkbook } from '../../hosts/file/read/readWorkbook';
import { yinchuan2008 } from '../../schemes';
import { recognise } from '../recognise/recognise';
import { findSummary } from '../summary';
import { templateSheets } from '.';

const scheme = yinchuan2008();
const sheets = templateSheets(scheme);
const snapshot = readWorkbook(newWorkbook(sheets), '模板.xlsx');

describe('the blank workbook', () => {
  it('is recognised sheet by sheet as what the scheme says', () => {
    const { layouts } = recognise(snapshot, scheme);
    const read = new Map(layouts.map((layout) => [layout.sheet.name, layout]));
    for (const definition of scheme.sheets.filter(({ kind }) => kind !== 'card')) {
      const layout = read.get(definition.name);
      expect([definition.name, layout?.definition.id]).toEqual([definition.name, definition.id]);
      expect([definition.name, layout?.issues, [...(layout?.unreadable ?? [])]]).toEqual([
        definition.name,
        [],
        [],
      ]);
      if (definition.kind === 'matrix') {
        const rules = scheme.indicators.filter(
          ({ kind, posts }) => kind === 'perFinding' && posts.includes(definition.post!),
        );
        expect(layout?.rules.map(({ indicator }) => indicator)).toEqual(rules.map(({ id }) => id));
      }
      if (definition.kind === 'combined') expect(layout?.rules).toHaveLength(22);
    }
    for (const post of scheme.posts) {
      expect(read.get(`测评卡-${post.name}`)?.definition.kind).toBe('card');
    }
    expect(read.has('填写说明')).toBe(false);
  });

  it('says above a name and a remark whose they are', () => {
    const headers = (name: string, row: number): readonly unknown[] =>
      snapshot.sheets.find((each) => each.name === name)!.values[row]!;
    expect(headers('客户投诉测评表', 1)).toContain('被投诉人');
    expect(headers('客户投诉测评表', 1)).not.toContain('姓名');
    expect(headers('问题记录', 1)).toContain('问题描述');
    expect(headers('测评卡-专管员', 3)).toEqual(
      expect.arrayContaining(['测评项目', '评分标准', '分值', '扣分', '得分', '扣分原因']),
    );
  });

  it('has a summary that can be filled', () => {
    const sheet = snapshot.sheets.find(({ name }) => name === '客户服务质量测评汇总表')!;
    const layout = findSummary(sheet, scheme)!;
    expect(layout.persons.runs[0]!.free).toHaveLength(1);
    expect(layout.departments!.runs[0]!.free).toHaveLength(1);
  });

  it('says only that nothing has been filled in yet', () => {
    const { issues } = evaluate(snapshot, scheme);
    expect(issues.map(({ code }) => code)).toEqual(['sheet-missing']);
  });
});
