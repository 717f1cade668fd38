import { cellName, type Fix, published, type Rulings, type Severity } from '../model';
import type { Evaluation } from './evaluation';

/** The result as other programs read it (contract §3). Numbers are rounded to two decimals, half-up. */
export interface Result {
  readonly scheme: { readonly id: string; readonly version: string };
  readonly period: string | null;
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
}

export interface ResultDepartment {
  readonly name: string;
  readonly persons: number;
  readonly score: number | null;
  readonly rank: number | null;
  readonly qualified: boolean | null;
  readonly headDeduction: number | null;
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

/** The evaluation as plain data for `--json`. */
export function toResult(evaluation: Evaluation): Result {
  const { scheme, scores, issues } = evaluation;
  const posts = new Map(scheme.posts.map((post) => [post.id, post.name] as const));
  return {
    scheme: { id: scheme.id, version: scheme.version },
    period: evaluation.period,
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
    })),
    departments: scores.departments.map((department) => ({
      name: department.name,
      persons: department.persons,
      score: published(department.score),
      rank: department.rank,
      qualified: department.qualified,
      headDeduction: published(department.headDeduction),
    })),
    issues: issues.map((issue) => ({
      code: issue.code,
      severity: issue.severity,
      sheet: issue.sheet,
      cell: issue.cell ? cellName(issue.cell.row, issue.cell.column) : null,
      clause: issue.clause,
      received: issue.received,
      expected: issue.expected,
      message: issue.message,
      fix: issue.fix,
    })),
  };
}
