import type { NewSheet } from '../../src/workbook/host';
import type { BuiltWorkbook } from './buildWorkbook';

/** What a workbook is made to remember. */
export const MEMORY =
  '<memory xmlns="urn:service-score:memory:1"><ruling key="甲">乙 &amp; 丙</ruling></memory>';

/** What each host is filled with. */
export const BOOK: BuiltWorkbook = {
  formats: ['0.00%', 'yyyy-mm-dd', '0.00', 'yyyy"年"m"月"d"日"'],
  sheets: [
    {
      name: '汇总 表',
      merges: ['A1:D1'],
      cells: {
        A1: '汇总',
        A2: '姓名',
        B2: '得分',
        A3: '甲',
        B3: { value: 80, style: 3 },
        C3: { value: 0.95, style: 1 },
        A4: '乙',
        B4: { value: 90, style: 3 },
        C4: { value: 39500, style: 2 },
        D4: { value: 39501, style: 4 },
        A5: '合计',
        B5: { formula: 'SUM(B3:B4)', value: 170 },
        C5: { formula: '明细!B2*2', value: 14 },
        A7: '制表:',
      },
    },
    {
      name: '明细',
      cells: {
        A1: true,
        B1: { error: '#N/A' },
        C1: '#N/A',
        B2: 7,
        A3: { formula: "'汇总 表'!B4+$B$2", value: 97 },
        A4: { formula: "SUM('汇总 表'!B3:B4)", value: 170 },
        D9: '  两头有空格 ',
      },
    },
    { name: '隐藏', hidden: true, cells: { A1: '看不见也要读' } },
  ],
  names: [
    { name: 'Scores', ref: "'汇总 表'!$B$3:$B$4" },
    { name: '_xlnm.Print_Area', ref: "'汇总 表'!$A$1:$D$7", localSheet: 0 },
  ],
};

/** A sheet with one cell of many kinds. */
export const NEW_SHEET: NewSheet = {
  name: '新汇总',
  cells: [
    { row: 0, column: 0, value: '客户服务质量测评汇总表', style: 'title' },
    { row: 2, column: 0, value: '姓名', style: 'header' },
    { row: 3, column: 0, value: '=HYPERLINK("x")', style: 'text' },
    { row: 3, column: 1, value: 68.33, style: 'decimal' },
    { row: 3, column: 2, value: 0.5, style: 'percent' },
    { row: 3, column: 3, value: 39500, style: 'date' },
    { row: 3, column: 4, value: '', style: 'flag' },
  ],
  merges: [{ top: 0, left: 0, bottom: 0, right: 4 }],
  columnWidths: [12, 10, 10, 12, 8],
  headerRows: 3,
  landscape: true,
  lists: [{ area: { top: 3, left: 4, bottom: 20, right: 4 }, values: ['达标', '未达标'] }],
};
