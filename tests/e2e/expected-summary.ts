import { readFileSync } from 'node:fs';
import type { SummaryRow } from './summary-table';

interface ExpectedPerson {
  readonly name: string;
  readonly department: string;
  readonly role: string;
  readonly households: number;
  readonly sections: Readonly<Record<string, number | null | '*'>>;
  readonly status: 'scored' | 'unscored';
  readonly rawTotal: number | null;
  readonly score: number | null;
  readonly rank: number | null;
  readonly qualified: boolean | null;
  readonly deduction: number | null;
}

interface ExpectedDepartment {
  readonly name: string;
  readonly persons: number;
  readonly score: number | null;
  readonly rank: number | null;
  readonly qualified: boolean | null;
  readonly headDeduction: number | null;
}

export interface Expected {
  readonly persons: readonly ExpectedPerson[];
  readonly departments: readonly ExpectedDepartment[];
  readonly issues: readonly {
    readonly code: string;
    readonly severity: string;
    readonly sheet: string | null;
    readonly cell: string | null;
  }[];
}

/** The expected result of a sample, by the workbook's path. */
export function readExpected(workbook: string): Expected {
  return JSON.parse(readFileSync(workbook.replace(/\.xlsx$/, '.expected.json'), 'utf8')) as Expected;
}

/** Columns of the sections, by their id in the result. */
const SECTIONS = {
  standard: '标准服务',
  enhanced: '提升服务',
  complaints: '客户投诉',
  satisfaction: '客户满意度',
};

function verdict(qualified: boolean | null): string {
  return qualified === null ? '' : qualified ? '达标' : '未达标';
}

function blankIfUnknown(figure: number | null): number | string {
  return figure ?? '';
}

function personRow(person: ExpectedPerson): SummaryRow {
  const key = { '部(所)': person.department, 姓名: person.name, 岗位: person.role };
  if (person.status === 'unscored')
    return { ...key, 总得分: '', 折算百分制: '', 名次: '', 是否达标: '未计分' };
  const sections = Object.entries(SECTIONS).map(([id, title]) => [title, person.sections[id] ?? '']);
  return {
    ...key,
    抽查户数: person.households,
    ...(Object.fromEntries(sections) as SummaryRow),
    总得分: blankIfUnknown(person.rawTotal),
    折算百分制: blankIfUnknown(person.score),
    名次: blankIfUnknown(person.rank),
    是否达标: verdict(person.qualified),
    考核扣分: blankIfUnknown(person.deduction),
  };
}

function departmentRow(department: ExpectedDepartment): SummaryRow {
  return {
    '部(所)': department.name,
    人数: department.persons,
    平均得分: blankIfUnknown(department.score),
    名次: blankIfUnknown(department.rank),
    是否达标: verdict(department.qualified),
    负责人扣分: blankIfUnknown(department.headDeduction),
  };
}

/** The rows that the summary must hold, in no particular order. */
export function expectedRows(expected: Expected): { persons: SummaryRow[]; departments: SummaryRow[] } {
  return {
    persons: expected.persons.map(personRow),
    departments: expected.departments.map(departmentRow),
  };
}

/** Reduces `actual` to the columns that `wanted` names, figures to two decimals, so that both compare by equality. */
export function comparable(actual: readonly SummaryRow[], wanted: readonly SummaryRow[]): SummaryRow[] {
  const keyOf = (row: SummaryRow): string => `${row['部(所)']}|${row['姓名'] ?? ''}|${row['岗位'] ?? ''}`;
  return wanted.map((row) => {
    const found = actual.find((each) => keyOf(each) === keyOf(row));
    if (!found) return { missing: keyOf(row) };
    return Object.fromEntries(
      Object.entries(row).map(([column, value]) => {
        const cell = found[column] ?? '(no column)';
        if (value === '*') return [column, '*'];
        return [column, typeof cell === 'number' ? Math.round(cell * 100 + Number.EPSILON) / 100 : cell];
      }),
    );
  });
}
