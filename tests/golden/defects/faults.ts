import { difference, type Difference, NO_DIFFERENCE, plain, run } from '../../fixtures/outcomes';
import type { Edit } from '../../fixtures/sheetEdits';
import { edited, sample } from '../../fixtures/workbooks';

/** The clean workbook that the defects are put into, its tabs, and one department and person of it. */
export const BOOK = 'existing-summary';
export const CM = '明细测评表-客户经理';
export const MS = '明细测评表-专管员';
export const DL = '明细测评表-送货员';
export const UCM = '提升服务-客户经理';
export const UMS = '提升服务-专管员';
export const UDL = '提升服务-送货员';
export const EAST = '城东营销部';
export const HUA = '城东营销部 华立新 客户经理';

/** What differs from the clean workbook once a sheet of it is changed. */
export function after(sheet: string, ...edits: readonly Edit[]): Difference {
  return difference(plain(BOOK), run(edited(sample(BOOK), sheet, ...edits)));
}

/** One fault: that issue, these persons unscored, their departments withheld, nobody else touched. */
export function fault(issue: string, unscored: readonly string[], departments = [EAST]): Difference {
  return { ...NO_DIFFERENCE, added: [issue], unscored, withheld: unscored.length > 0 ? departments : [] };
}

/** A remark: that issue and nothing else. */
export const remark = (issue: string): Difference => ({ ...NO_DIFFERENCE, added: [issue] });
