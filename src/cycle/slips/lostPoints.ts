import { indicatorText } from '../../app/explain/indicatorText';
import { figure } from '../../app/explain/figures';
import { cellName, type PersonScore, type Scheme, type Step } from '../../model';

/** One line of a person's slip. */
export interface LostPoints {
  readonly clause: string;
  readonly rule: string;
  /** Household where points were lost, `''` for figures of the person. */
  readonly household: string;
  /** Points taken there, before any mean or floor; at most two decimals. */
  readonly points: string;
  readonly reason: string;
  /** `明细表!D12`, several joined with 、. */
  readonly place: string;
}

/** Where a person lost points in one section, line by line, read off the score's own tree. */
export function lostPoints(person: PersonScore, section: string, scheme: Scheme): LostPoints[] {
  const found = person.sections.find((each) => each.section === section);
  return found ? linesOf(found.step, '', scheme) : [];
}

function linesOf(step: Step, household: string, scheme: Scheme): LostPoints[] {
  const inside = step.kind === 'household' ? step.subject : household;
  const isRule = step.kind === 'finding' || step.kind === 'indicator' || step.kind === 'accident';
  if (!isRule) return step.children.flatMap((child) => linesOf(child, inside, scheme));
  const indicator = scheme.indicators.find(({ id }) => id === step.subject);
  if (!indicator || step.value === null || step.value.compare(0) <= 0) return [];
  const note = typeof step.data.note === 'string' ? step.data.note : '';
  const cells = [step, ...step.children].flatMap((each) => each.cells);
  const places = cells.map(({ sheet, row, column }) => `${sheet}!${cellName(row, column)}`);
  return [
    {
      clause: indicator.clause,
      rule: `${indicator.id} ${indicator.title}`,
      household: inside,
      points: figure(step.value),
      reason: step.kind === 'finding' ? note : indicatorText(step, indicator, scheme),
      place: [...new Set(places)].slice(0, 3).join('、'),
    },
  ];
}
