import Fraction from 'fraction.js';
import type { DepartmentScore, PersonScore, Scheme, Step } from '../../src/model';

/** The result JSON of contract §3, as far as the pane's tests need it. */
export interface SampleResult {
  readonly period: string;
  readonly persons: readonly {
    readonly name: string;
    readonly department: string;
    readonly role: string;
    readonly households: number;
    readonly sections: Readonly<Record<string, number | null>>;
    readonly status: string;
    readonly missing: readonly string[];
    readonly rawTotal: number | null;
    readonly rawMaximum: number | null;
    readonly score: number | null;
    readonly rank: number | null;
    readonly qualified: boolean | null;
    readonly deduction: number | null;
  }[];
  readonly departments: readonly {
    readonly name: string;
    readonly persons: number;
    readonly score: number | null;
    readonly rank: number | null;
    readonly qualified: boolean | null;
    readonly headDeduction: number | null;
  }[];
}

const fraction = (value: number | null) => (value === null ? null : new Fraction(String(value)));

function step(kind: Step['kind'], subject: string): Step {
  return { kind, subject, value: null, data: {}, cells: [], children: [], rulings: [] };
}

/** A person as scored, without what lies under the figures; `id` is the place in the roster, from 0. */
export function personScore(
  scheme: Scheme,
  person: SampleResult['persons'][number],
  id: number,
): PersonScore {
  const post = scheme.posts.find((each) => each.name === person.role)!.id;
  const cell = { sheet: '人员名册', row: id + 1, column: 1 };
  return {
    assessee: { id, department: person.department, name: person.name, post, cell },
    status: person.status === 'scored' ? 'scored' : 'unscored',
    households: person.households,
    sections: scheme.sections.map((section) => {
      const points = fraction(person.sections[section.id] ?? null);
      const missing = person.missing.includes(section.id);
      const state = points !== null ? 'scored' : missing ? 'missing' : 'unknown';
      return {
        section: section.id,
        maximum: section.points[post]!,
        points,
        state,
        step: step('section', section.id),
      };
    }),
    missing: person.missing,
    rawTotal: fraction(person.rawTotal),
    rawMaximum: person.rawMaximum,
    score: fraction(person.score),
    rank: person.rank,
    qualified: person.qualified,
    deduction: fraction(person.deduction),
    step: step('person', person.name),
  };
}

/** A department as scored, without what lies under the figures. */
export function departmentScore(department: SampleResult['departments'][number]): DepartmentScore {
  return {
    ...department,
    score: fraction(department.score),
    headDeduction: fraction(department.headDeduction),
    step: step('averaging', department.name),
  };
}
