import type Fraction from 'fraction.js';
import type { Assessee, ScoreBook } from '../model';
import { sameValue } from './exact';

/** What another ruling makes of one person in one post. `null` is: not known. */
export interface ScoreChange {
  readonly assessee: Assessee;
  readonly score: { readonly from: Fraction | null; readonly to: Fraction | null };
  readonly deduction: { readonly from: Fraction | null; readonly to: Fraction | null };
  /** Whether the pass line is reached. */
  readonly qualified: { readonly from: boolean | null; readonly to: boolean | null };
}

/** Who gets another published score or deduction, or comes to the other side of the pass line, from what to what. Both books must be of the same assessments. */
export function scoreChanges(before: ScoreBook, after: ScoreBook): readonly ScoreChange[] {
  return before.persons.flatMap((person, index) => {
    const other = after.persons[index];
    if (!other) return [];
    const same =
      sameValue(person.score, other.score) &&
      sameValue(person.deduction, other.deduction) &&
      person.qualified === other.qualified;
    if (same) return [];
    return [
      {
        assessee: person.assessee,
        score: { from: person.score, to: other.score },
        deduction: { from: person.deduction, to: other.deduction },
        qualified: { from: person.qualified, to: other.qualified },
      },
    ];
  });
}

/** Names of the departments that get another published mean, rank, result or deduction of the head. Both books must be of the same assessments. */
export function departmentsChanged(before: ScoreBook, after: ScoreBook): readonly string[] {
  return before.departments.flatMap((department, index) => {
    const other = after.departments[index];
    const same =
      !other ||
      (sameValue(department.score, other.score) &&
        department.rank === other.rank &&
        department.qualified === other.qualified &&
        sameValue(department.headDeduction, other.headDeduction));
    return same ? [] : [department.name];
  });
}
