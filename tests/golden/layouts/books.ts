import type { CellValue } from '../../../src/model';
import type { SheetSnapshot } from '../../../src/workbook/snapshot';
import { sheetOfRows } from '../../fixtures/sheetEdits';
import { sample, without } from '../../fixtures/workbooks';

export const LIST = '问题记录';
export const VISITS = '走访登记';
export const BOOK = 'existing-summary';
export const POST_SHEETS = ['明细测评表-客户经理', '明细测评表-专管员', '明细测评表-送货员'] as const;
export const POST_NAMES = ['客户经理', '专管员', '送货员'] as const;

/** One visit as it can be written into any layout; `date` as the cell has it. */
export interface VisitOf {
  readonly department: string;
  readonly name: string;
  readonly post: string;
  readonly household: string;
  readonly licence: string;
  readonly date: CellValue;
  readonly findings: readonly (readonly [string, number])[];
}

/** The visits of a clean matrix, to be laid out otherwise. */
function visitsOf(sheetName: string, post: string): VisitOf[] {
  const sheet = sample(BOOK).sheets.find((each) => each.name === sheetName)!;
  const header = sheet.values[3]!;
  let department = '';
  let name = '';
  return sheet.values.slice(4).map((row) => {
    department = String(row[1]) || department;
    name = String(row[2]) || name;
    const findings = header.flatMap((title, at): [string, number][] =>
      title !== '' && typeof row[at] === 'number' ? [[String(title), Number(row[at])]] : [],
    );
    return {
      department,
      name,
      post,
      household: String(row[3]),
      licence: String(row[4]),
      date: row[5]!,
      findings,
    };
  });
}

/** Every visit of the sample, in the order of its matrices. */
export const ALL = POST_SHEETS.flatMap((name, at) => visitsOf(name, POST_NAMES[at]!));

/** A register of the visits, without findings. */
export function visitList(visits: readonly VisitOf[]): SheetSnapshot {
  return sheetOfRows(VISITS, [
    ['走访登记表'],
    ['部(所)', '姓名', '岗位', '客户名称', '许可证号', '检查日期'],
    ...visits.map((v) => [v.department, v.name, v.post, v.household, v.licence, v.date]),
  ]);
}

/** A list with a row a finding; a visit without findings has none. */
export function findingList(visits: readonly VisitOf[], name = LIST): SheetSnapshot {
  return sheetOfRows(name, [
    ['服务质量问题记录'],
    ['序号', '部(所)', '姓名', '岗位', '客户名称', '许可证号', '检查日期', '条款', '扣分', '问题描述'],
    ...visits.flatMap((v) =>
      v.findings.map(([rule, points], at) => [
        at + 1,
        v.department,
        v.name,
        v.post,
        v.household,
        v.licence,
        v.date,
        rule,
        points,
        rule,
      ]),
    ),
  ]);
}

/** One visit on a form of its own; `meta` writes the lines above its table otherwise. */
export function card(visit: VisitOf, at: number, meta?: (v: VisitOf) => CellValue[][]): SheetSnapshot {
  const rules = RULES[visit.post]!;
  const above = meta?.(visit) ?? [
    [`被测评人:${visit.name}  岗位:${visit.post}  部(所):${visit.department}`],
    [`客户名称:${visit.household}  许可证号:${visit.licence}  检查日期:${dateText(visit.date)}`],
  ];
  return sheetOfRows(`卡${at}`, [
    ['零售客户服务质量测评卡'],
    ...above,
    ['序号', '测评项目', '评分标准', '分值', '扣分', '得分', '扣分原因'],
    ...rules.map((rule, row) => {
      const points = visit.findings.find(([title]) => title === rule)?.[1] ?? '';
      return [row + 1, rule, '一项不符扣分', '', points, '', ''];
    }),
    ['合计', '', '', '', visit.findings.reduce((sum, each) => sum + each[1], 0)],
    ['测评人签字:        被测评人签字:        年  月  日'],
  ]);
}

const RULES: Record<string, string[]> = Object.fromEntries(
  POST_SHEETS.map((name, at) => {
    const sheet = sample(BOOK).sheets.find((each) => each.name === name)!;
    return [POST_NAMES[at]!, sheet.values[3]!.filter((v) => v !== '').map(String)];
  }),
);

/** A day of Excel's 1900 system as 2008-03-03. */
export function dateText(serial: CellValue): string {
  return new Date((Number(serial) - 25569) * 86_400_000).toISOString().slice(0, 10);
}

/** The sample without its matrices. */
export const rest = without(sample(BOOK), ...POST_SHEETS);

/** The second person: her name stands in one department alone. */
export const FIRST = ALL.findIndex((visit) => visit.name === '郑磊');
export const NAME = ALL[FIRST]!;
/** Her key in the results. */
export const WHO = `${NAME.department} ${NAME.name} ${NAME.post}`;
