import type { Evaluation, SheetReading } from '../../src/app/evaluation';
import { plainStanding } from '../../src/app/scheme/standing';
import {
  makeIssue,
  parseCellName,
  type Issue,
  type IssueCode,
  type Rulings,
  type Scheme,
} from '../../src/model';
import { recognise } from '../../src/workbook/recognise/recognise';
import { departmentScore, personScore, type SampleResult } from './sampleScores';

/** An issue as a result JSON has it. */
export interface SampleIssue {
  readonly code: IssueCode;
  readonly sheet?: string;
  readonly cell?: string;
  readonly message: string;
  readonly received?: string;
  readonly expected?: string;
  readonly person?: string;
}

function issue({ code, sheet, cell, ...rest }: SampleIssue): Issue {
  const place = cell === undefined ? null : parseCellName(cell);
  return makeIssue(code, {
    ...rest,
    sheet: sheet ?? null,
    cell: place && sheet !== undefined ? { sheet, ...place } : null,
  });
}

function readings(scheme: Scheme): SheetReading[] {
  return scheme.sheets.slice(0, 5).map((sheet, at) => ({
    sheet: sheet.name,
    definition: sheet.id,
    label: sheet.title,
    confidence: at === 0 ? 1 : 0.96,
    candidates: [],
    evidence: ['第 3 行有“姓名”“许可证号”“检查日期”'],
    headerRows: [2, 3],
    columns: sheet.fields.map((field, column) => {
      const name = scheme.fields.find((each) => each.id === field)?.name ?? field;
      return {
        column,
        header: name,
        occurrence: 0,
        among: 1,
        field,
        label: name,
        preview: ['一', '二', '三'],
      };
    }),
    dataRows: 120,
    skipped: [{ row: 130, reason: '首格为“合计”' }],
    answer: null,
  }));
}

/** An evaluation as the use cases would give it, made from a result that was written down. */
export function sampleEvaluation(
  scheme: Scheme,
  result: SampleResult,
  issues: readonly SampleIssue[] = [],
): Evaluation {
  const found = issues.map(issue);
  const count = (severity: Issue['severity']) => found.filter((each) => each.severity === severity).length;
  const rulings: Rulings = Object.fromEntries(scheme.rulings.map((each) => [each.key, each.default]));
  const snapshot = { name: 'sample.xlsx', sheets: [], memory: null, date1904: false };
  return {
    scheme,
    standing: plainStanding(scheme),
    snapshot,
    recognition: recognise(snapshot, scheme),
    period: result.period,
    periodSource: 'dates',
    rulings,
    rulingSources: {},
    readings: [
      ...readings(scheme),
      {
        sheet: '通讯录',
        definition: null,
        label: '',
        confidence: 0,
        candidates: [],
        evidence: [],
        headerRows: [],
        columns: [],
        dataRows: 0,
        skipped: [],
        answer: null,
      },
    ],
    scores: {
      persons: result.persons.map((person, id) => personScore(scheme, person, id)),
      departments: result.departments.map(departmentScore),
    },
    issues: found,
    notRun: [{ check: '抽查户数是否达到 5%', reason: '人员名册没有“片区零售客户数”一列' }],
    counts: { error: count('error'), warning: count('warning'), info: count('info') },
  };
}
