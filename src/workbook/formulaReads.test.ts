import { cellName } from '../model';
import { formulaReads } from './formulaReads';

/** `Sheet!A1:B2` for each area, and `…` where there is more than the areas. */
function seen(formula: string): string[] {
  const { areas, open } = formulaReads(formula);
  const names = areas.map(({ sheet, area }) => {
    const corners = [cellName(area.top, area.left), cellName(area.bottom, area.right)];
    return `${sheet === null ? '' : `${sheet}!`}${[...new Set(corners)].join(':')}`;
  });
  return open ? [...names, '…'] : names;
}

test.each([
  ['=SUM(H5:Z5)', ['H5:Z5']],
  ['=A4+1', ['A4']],
  ['=1.5E3*$B$2&"A1 and C7"', ['B2']],
  ['=IF(TRUE,B2,FALSE)', ['B2']],
  ['=VLOOKUP(C5,人员名册!$B:$C,2,0)', ['C5', '人员名册!B1:C1048576']],
  ["='二 部'!D3", ['二 部!D3']],
  ['=SUM(2:3)', ['A2:XFD3']],
  ['=[1]Sheet1!A1+B1', ['B1']],
  ['=#REF!+B1', ['B1']],
  ['=IFERROR(A1,#N/A)', ['A1']],
])('%s reads what it names', (formula, wanted) => expect(seen(formula)).toEqual(wanted));

test.each([
  '=INDIRECT("A"&B1)',
  '=OFFSET(A1,1,1)',
  '=达标线*2',
  '=SUM(表1[扣分])',
  '=[@扣分]*2',
  '=SUM(一月:三月!A1)',
  '=本地!合计',
  '=A1#',
  '=_xlfn._xlws.FILTER(A1:A9,B1:B9)',
])('%s may read more', (formula) => expect(formulaReads(formula).open).toBe(true));
