import type { CellRef, Indicator, PersonScore, RateIndicator, RatioSource, Scheme, Step } from '../../model';
import { figure, figureIn, lostText } from './figures';
import { indicatorText, rateText } from './indicatorText';
import { averagingText, householdText, passLineText, scoreText, sectionText } from './wholeText';

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

function linesOf(step: Step, depth: number, scheme: Scheme): ExplainedLine[] {
  // The raw total says nothing that the score above it does not say.
  if (step.kind === 'rawTotal') return step.children.flatMap((child) => linesOf(child, depth, scheme));
  const below =
    step.kind === 'averaging' ? households(step, depth + 1, scheme) : childLines(step, depth + 1, scheme);
  return [
    {
      depth,
      text: textOf(step, scheme) + rulingMarks(step, scheme),
      cells: step.cells,
      clause: clauseOf(step, scheme),
      lost: lostAt(step),
    },
    ...below,
  ];
}

function childLines(step: Step, depth: number, scheme: Scheme): ExplainedLine[] {
  const indicator = indicatorOf(step, scheme);
  return step.children.flatMap((child): ExplainedLine[] => {
    if (child.kind !== 'group' || (indicator?.kind !== 'rateBelow' && indicator?.kind !== 'rateAbove')) {
      return linesOf(child, depth, scheme);
    }
    const text = `${child.subject}:${rateText(child, indicator, scheme, ratioOf(indicator, child.subject))}`;
    return [{ depth, text, cells: child.cells, clause: null, lost: lostText(child.value) }];
  });
}

function ratioOf(indicator: RateIndicator, group: string): RatioSource | undefined {
  return indicator.groups?.find(({ title }) => title === group)?.ratio;
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

function indicatorOf(step: Step, scheme: Scheme): Indicator | undefined {
  return scheme.indicators.find((each) => each.id === step.subject);
}

function clauseOf(step: Step, scheme: Scheme): string | null {
  if (step.kind === 'passLine') return scheme.passLine.clause;
  if (step.kind === 'section')
    return scheme.sections.find((each) => each.id === step.subject)?.clause ?? null;
  return indicatorOf(step, scheme)?.clause ?? null;
}

function textOf(step: Step, scheme: Scheme): string {
  switch (step.kind) {
    case 'normalized':
      return scoreText(step);
    case 'section':
      return sectionText(
        step,
        scheme.sections.find((each) => each.id === step.subject)?.title ?? step.subject,
      );
    case 'averaging':
      return averagingText(step);
    case 'household':
      return householdText(step);
    case 'finding':
      return findingText(step, scheme);
    case 'registerEntry':
      return registerText(step, scheme);
    case 'passLine':
      return passLineText(step);
    default: {
      const indicator = indicatorOf(step, scheme);
      return indicator ? indicatorText(step, indicator, scheme) : step.subject;
    }
  }
}

function findingText(step: Step, scheme: Scheme): string {
  const title = indicatorOf(step, scheme)?.title ?? '';
  const entered = figure(figureIn(step, 'entered'));
  const notes = [
    step.data.waived === true ? '按口径不扣' : null,
    step.data.once === true ? `填 ${entered} 分,同一条只扣一次` : null,
    step.data.itemUsedUp === true ? `填 ${entered} 分,本项分值已扣完` : null,
    typeof step.data.note === 'string' && step.data.note !== '' ? step.data.note : null,
  ].filter((note) => note !== null);
  return `${step.subject} ${title}${notes.length > 0 ? `(${notes.join(';')})` : ''}`;
}

function registerText(step: Step, scheme: Scheme): string {
  const state = String(step.data.state);
  const words = scheme.fields.flatMap((field) => field.states?.[state]?.[0] ?? []);
  return `${step.subject === '' ? '(未写内容)' : step.subject}(${words[0] ?? state})`;
}

/** Points lost; a section, a household and the score say what they reached, the other steps what they took. */
function lostAt(step: Step): string | null {
  switch (step.kind) {
    case 'section': {
      const maximum = figureIn(step, 'maximum');
      return step.value === null || maximum === null ? null : lostText(maximum.sub(step.value));
    }
    case 'household':
      return lostText(figureIn(step, 'lost'));
    case 'finding':
    case 'indicator':
    case 'accident':
    case 'group':
    case 'registerEntry':
      return lostText(step.value);
    default:
      return null;
  }
}

/** Names the rulings that still have to be confirmed and changed this figure. */
function rulingMarks(step: Step, scheme: Scheme): string {
  const numbers = step.rulings.map((key) => {
    const base = key.split('.')[0];
    return scheme.rulings.find((each) => each.key === base)?.number ?? key;
  });
  return numbers.length === 0 ? '' : `【待确认:${[...new Set(numbers)].join('、')}】`;
}
