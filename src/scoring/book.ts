import type { Assessment, DepartmentScore, PersonScore, Rulings, Scheme, ScoreBook } from '../model';
import { contextOf, type Context } from './context';
import { scoreDepartments } from './departments';
import { personStep, qualifies } from './passLine';
import { placesOf } from './ranks';
import { step } from './step';
import { totalsOf, type PersonTotals } from './totals';

/**
 * Scores everybody under the rulings in force. `withheld` names departments whose mean cannot be published because
 * rows belong to nobody. Throws a RangeError where a ruling has a value that the engine does not know, or a finding
 * stands under an indicator of another post: both are refused before, at the scheme and at the reading.
 */
export function scoreBook(
  scheme: Scheme,
  rulings: Rulings,
  assessments: readonly Assessment[],
  withheld: ReadonlySet<string>,
): ScoreBook {
  const context = contextOf(scheme, rulings);
  const totals = assessments.map((assessment) => totalsOf(context, assessment));
  return bookOf(context, totals, withheld);
}

/** Ranks, departments and deductions over persons whose totals are there. */
export function bookOf(
  context: Context,
  totals: readonly PersonTotals[],
  withheld: ReadonlySet<string>,
): ScoreBook {
  const departments = scoreDepartments(context, totals, withheld);
  const byName = new Map(departments.map((department) => [department.name, department]));
  const ranks = ranksWithinPosts(totals);
  const persons = totals.map((entry, index) =>
    personOf(context, entry, ranks[index] ?? null, byName.get(entry.assessment.assessee.department)),
  );
  return { persons, departments };
}

function ranksWithinPosts(totals: readonly PersonTotals[]): readonly (number | null)[] {
  const byPost = new Map<string, number[]>();
  totals.forEach(({ assessment }, index) => {
    const list = byPost.get(assessment.assessee.post);
    if (list) list.push(index);
    else byPost.set(assessment.assessee.post, [index]);
  });
  const ranks: (number | null)[] = totals.map(() => null);
  for (const indices of byPost.values()) {
    const places = placesOf(indices.map((index) => totals[index]?.score ?? null));
    indices.forEach((index, position) => (ranks[index] = places[position] ?? null));
  }
  return ranks;
}

function personOf(
  context: Context,
  totals: PersonTotals,
  rank: number | null,
  department: DepartmentScore | undefined,
): PersonScore {
  const { assessment, score } = totals;
  const passLine = personStep(context, score, department?.score ?? null);
  return {
    assessee: assessment.assessee,
    status: totals.scored ? 'scored' : 'unscored',
    households: assessment.visits.length,
    sections: totals.sections,
    missing: totals.missing,
    rawTotal: totals.rawTotal,
    rawMaximum: totals.rawMaximum,
    score,
    rank,
    qualified: qualifies(context, score),
    deduction: passLine.value,
    step: step({
      kind: 'person',
      subject: assessment.assessee.name,
      value: score,
      data: { post: assessment.assessee.post, department: assessment.assessee.department, rank },
      cells: [assessment.assessee.cell],
      children: [totals.step, passLine],
    }),
  };
}
