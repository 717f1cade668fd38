import type Fraction from 'fraction.js';
import {
  cellName,
  type Fix,
  gradeOf,
  type Issue,
  published,
  reportDay,
  type Rulings,
  type Scheme,
  type Severity,
} from '../model';
import type { Evaluation } from './evaluation';

/** The result as other programs read it (contract §3). Numbers are rounded to two decimals, half-up. */
export interface Result {
  readonly scheme: { readonly id: string; readonly version: string };
  readonly period: string | null;
  /** Day by which the results are to be reported, `2008-07-10`; only where the scheme says one. */
  readonly reportBy?: string;
  readonly rulings: Rulings;
  readonly persons: readonly ResultPerson[];
  readonly departments: readonly ResultDepartment[];
  readonly issues: readonly ResultIssue[];
}

export interface ResultPerson {
  readonly name: string;
  readonly department: string;
  /** The post's own name. */
  readonly role: string;
  readonly households: number;
  /** By section id; `null` where missing or not known. */
  readonly sections: Readonly<Record<string, number | null>>;
  readonly status: 'scored' | 'unscored';
  readonly missing: readonly string[];
  readonly rawTotal: number | null;
  readonly rawMaximum: number | null;
  readonly score: number | null;
  readonly rank: number | null;
  readonly qualified: boolean | null;
  readonly deduction: number | null;
  /** Only where the scheme has grades. */
  readonly grade?: string | null;
}

export interface ResultDepartment {
  readonly name: string;
  readonly persons: number;
  readonly score: number | null;
  readonly rank: number | null;
  readonly qualified: boolean | null;
  readonly headDeduction: number | null;
  readonly grade?: string | null;
}

export interface ResultIssue {
  readonly code: string;
  readonly severity: Severity;
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly clause: string | null;
  readonly received: string | null;
  readonly expected: string | null;
  readonly message: string;
  readonly fix: Fix | null;
}

function gradeIn(scheme: Scheme, score: Fraction | null): { readonly grade?: string | null } {
  return scheme.bands ? { grade: gradeOf(scheme, score) } : {};
}

function reportBy({ scheme, period }: Evaluation): { readonly reportBy?: string } {
  const day = scheme.reporting && period !== null ? reportDay(period, scheme.reporting.day) : null;
  return day === null ? {} : { reportBy: day };
}

/** The evaluation as plain data for `--json`. */
export function toResult(evaluation: Evaluation): Result {
  const { scheme, scores, issues } = evaluation;
  const posts = new Map(scheme.posts.map((post) => [post.id, post.name] as const));
  return {
    scheme: { id: scheme.id, version: scheme.version },
    period: evaluation.period,
    ...reportBy(evaluation),
    rulings: evaluation.rulings,
    persons: scores.persons.map((person) => ({
      name: person.assessee.name,
      department: person.assessee.department,
      role: posts.get(person.assessee.post) ?? person.assessee.post,
      households: person.households,
      sections: Object.fromEntries(person.sections.map((each) => [each.section, published(each.points)])),
      status: person.status,
      missing: person.missing,
      rawTotal: published(person.rawTotal),
      rawMaximum: person.rawMaximum,
      score: published(person.score),
      rank: person.rank,
      qualified: person.qualified,
      deduction: published(person.deduction),
      ...gradeIn(scheme, person.score),
    })),
    departments: scores.departments.map((department) => ({
      name: department.name,
      persons: department.persons,
      score: published(department.score),
      rank: department.rank,
      qualified: department.qualified,
      headDeduction: published(department.headDeduction),
      ...gradeIn(scheme, department.score),
    })),
    issues: issues.map(issueData),
  };
}

/** An issue as other programs read it. */
export function issueData(issue: Issue): ResultIssue {
  return {
    code: issue.code,
    severity: issue.severity,
    sheet: issue.sheet,
    cell: issue.cell ? cellName(issue.cell.row, issue.cell.column) : null,
    clause: issue.clause,
    received: issue.received,
    expected: issue.expected,
    message: issue.message,
    fix: issue.fix,
  };
}
