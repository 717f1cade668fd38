import type Fraction from 'fraction.js';
import type { Assessee } from './entries';
import type { CellRef } from './cell';

/**
 * One node of the tree that computed a score. The tree is the computation: `value` of a node follows from its
 * children and `data`, and pane, report and command line only render it.
 */
export interface Step {
  readonly kind: StepKind;
  /** What the node is about: section, indicator or ruling id, household name. */
  readonly subject: string;
  /** Points: those reached for `total`, `section`, `household`, `normalized`; those lost for the others. */
  readonly value: Fraction | null;
  /** Exact inputs and intermediate figures by name, for rendering the arithmetic. */
  readonly data: Readonly<Record<string, Fraction | string | number | boolean | null>>;
  /** Cells the figures come from. */
  readonly cells: readonly CellRef[];
  readonly children: readonly Step[];
  /** Rulings still to be confirmed that changed this node's value. */
  readonly rulings: readonly string[];
}

export type StepKind =
  | 'person'
  | 'normalized'
  | 'rawTotal'
  | 'section'
  | 'averaging'
  | 'household'
  | 'finding'
  | 'indicator'
  | 'group'
  | 'accident'
  | 'registerEntry'
  | 'passLine'
  | 'department';

export interface SectionScore {
  readonly section: string;
  readonly maximum: number;
  /** Exact points reached; `null` where missing and excluded, or not known. */
  readonly points: Fraction | null;
  readonly state: 'scored' | 'missing' | 'unknown';
  readonly step: Step;
}

export interface PersonScore {
  readonly assessee: Assessee;
  readonly status: 'scored' | 'unscored';
  readonly households: number;
  readonly sections: readonly SectionScore[];
  /** Section ids without data, also where the ruling counts them as full or zero. */
  readonly missing: readonly string[];
  /** Published figures (rounded as the rulings say); `null` where unscored. */
  readonly rawTotal: Fraction | null;
  readonly rawMaximum: number | null;
  readonly score: Fraction | null;
  /** 1-based within the post; equal scores share a rank. */
  readonly rank: number | null;
  readonly qualified: boolean | null;
  /** Points of 第十九条; `null` where not known. */
  readonly deduction: Fraction | null;
  readonly step: Step;
}

export interface DepartmentScore {
  readonly name: string;
  /** Persons, not posts. */
  readonly persons: number;
  readonly score: Fraction | null;
  readonly rank: number | null;
  readonly qualified: boolean | null;
  readonly headDeduction: Fraction | null;
  readonly step: Step;
}

/** The whole result: persons in the order of the assessments, departments in order of first appearance. */
export interface ScoreBook {
  readonly persons: readonly PersonScore[];
  readonly departments: readonly DepartmentScore[];
}
