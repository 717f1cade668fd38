import { sheetOfRows } from '../../../tests/fixtures/sheetEdits';
import { yinchuan2008 } from '../../schemes';
import { missing, newDraft } from './draft';
import { vocabularyOf } from './vocabulary';

/** What is said of a roster without 岗位 on a tab of that name. */
function saidOf(tab: string): string {
  const scheme = yinchuan2008();
  const definition = scheme.sheets.find(({ kind }) => kind === 'roster')!;
  const header = { top: 0, bottom: 0, columns: [] };
  const draft = newDraft(sheetOfRows(tab, [['姓名']]), header, definition, vocabularyOf(scheme), null, []);
  missing(draft, '岗位', 'post');
  return draft.issues[0]!.message;
}

test('a tab that is called like its kind is not called so twice', () => {
  expect(saidOf('人员名册')).toMatch(/^工作表“人员名册”缺少“岗位”/);
  expect(saidOf('2008年人员名册')).toMatch(/^工作表“2008年人员名册”缺少/);
  expect(saidOf('Sheet1')).toMatch(/^工作表“Sheet1”\(人员名册\)缺少/);
});
