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

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** `BOOK` with a note on A3 of the first sheet, of this author. */
export function withOwnNote(author: string): BuiltWorkbook {
  const [first, ...others] = BOOK.sheets;
  const relations =
    `<Relationship Id="rId1" Type="${RELATIONS}/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/>` +
    `<Relationship Id="rId2" Type="${RELATIONS}/comments" Target="../comments1.xml"/>`;
  const type =
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/>';
  const box =
    '<v:shape id="_x0000_s1025" type="#_x0000_t202" style="visibility:hidden"><x:ClientData ObjectType="Note">' +
    '<x:Anchor>1, 15, 1, 10, 4, 15, 6, 4</x:Anchor><x:Row>2</x:Row><x:Column>0</x:Column></x:ClientData></v:shape>';
  return {
    ...BOOK,
    sheets: [{ ...first!, tail: '<legacyDrawing r:id="rId1"/>', relations }, ...others],
    parts: {
      'xl/comments1.xml':
        '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors>' +
        `<author>${author}</author></authors><commentList><comment ref="A3" authorId="0"><text><r><t>病假</t></r></text>` +
        '</comment></commentList></comments>',
      'xl/drawings/vmlDrawing1.vml':
        '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" ' +
        `xmlns:x="urn:schemas-microsoft-com:office:excel">${type}${box}</xml>`,
    },
    contentTypes: {
      'xl/comments1.xml': 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml',
    },
  };
}
