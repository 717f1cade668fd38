import { WorkbookModel } from './workbook';

test('formulas and names follow a sheet to its new name', () => {
  const workbook = new WorkbookModel();
  const [sheet, other] = [workbook.addSheet('甲'), workbook.addSheet('乙')];
  workbook.enter(other, 0, 0, '=SUM(甲!A1:A3)');
  const name = { formula: '=甲!$A$1:$A$3', visible: true };
  workbook.names = [
    { ...name, name: '全部', scope: null },
    { ...name, name: '自己的', scope: '甲' },
    { ...name, name: '别人的', scope: '乙' },
  ];
  workbook.renameSheet(sheet, '丙');
  expect(other.cell(0, 0).formula).toBe('=SUM(丙!A1:A3)');
  expect(workbook.names.map(({ formula }) => formula)).toEqual(Array(3).fill('=丙!$A$1:$A$3'));
  expect(workbook.names.map(({ scope }) => scope)).toEqual([null, '丙', '乙']);
});
