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
