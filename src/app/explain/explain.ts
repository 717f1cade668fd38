import type { CellRef, PersonScore, Scheme, Step } from '../../model';
import { lostText } from './figures';
import { clauseOf, lostAt, openRulings, stepText } from './stepText';

/** One line of an explanation, in reading order; `depth` 0 is the score itself. */
export interface ExplainedLine {
  readonly depth: number;
  readonly text: string;
  /** Where the figures come from; may be empty. */
  readonly cells: readonly CellRef[];
  /** Clause that the line follows, `null` where it only counts. */
  readonly clause: string | null;
  /** Points lost at this line, already formatted; `null` where it takes nothing or is not known. */
  readonly lost: string | null;
}

/** How a person's score came about, as lines of text: the score's own tree, rendered and not computed again. */
export function explain(person: PersonScore, scheme: Scheme): readonly ExplainedLine[] {
  return person.step.children.flatMap((child) => linesOf(child, 0, scheme));
}

function linesOf(step: Step, depth: number, scheme: Scheme, parent?: Step): ExplainedLine[] {
  // The raw total says nothing that the score above it does not say.
  if (step.kind === 'rawTotal') return step.children.flatMap((child) => linesOf(child, depth, scheme));
  const below =
    step.kind === 'averaging'
      ? households(step, depth + 1, scheme)
      : step.children.flatMap((child) => linesOf(child, depth + 1, scheme, step));
  return [
    {
      depth,
      text: stepText(step, scheme, parent) + marks(step, scheme),
      cells: step.cells,
      clause: clauseOf(step, scheme),
      lost: lostText(lostAt(step)),
    },
    ...below,
  ];
}

/** Names the rulings that still have to be confirmed and changed this figure. */
function marks(step: Step, scheme: Scheme): string {
  const numbers = openRulings(step, scheme);
  return numbers.length === 0 ? '' : `【待确认:${numbers.join('、')}】`;
}

/** Households that lost points, each by itself; the others in one line. */
function households(step: Step, depth: number, scheme: Scheme): ExplainedLine[] {
  const losing = step.children.filter((child) => child.children.length > 0);
  const clean = step.children.filter((child) => child.children.length === 0);
  const lines = losing.flatMap((child) => linesOf(child, depth, scheme));
  if (clean.length === 0) return lines;
  const text = losing.length === 0 ? `${clean.length} 户都没有扣分` : `其余 ${clean.length} 户没有扣分`;
  return [...lines, { depth, text, cells: clean.flatMap((child) => child.cells), clause: null, lost: null }];
}
