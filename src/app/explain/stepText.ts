import type Fraction from 'fraction.js';
import type { Indicator, Scheme, Step } from '../../model';
import { figure, figureIn } from './figures';
import { indicatorText, rateText } from './indicatorText';
import { averagingText, householdText, passLineText, scoreText, sectionText } from './wholeText';

function indicatorOf(step: Step, scheme: Scheme): Indicator | undefined {
  return scheme.indicators.find((each) => each.id === step.subject);
}

/** Clause that a node follows, `null` where it only counts. */
export function clauseOf(step: Step, scheme: Scheme): string | null {
  if (step.kind === 'passLine') return scheme.passLine.clause;
  if (step.kind === 'section')
    return scheme.sections.find((each) => each.id === step.subject)?.clause ?? null;
  return indicatorOf(step, scheme)?.clause ?? null;
}

/** Nodes whose value is points reached. */
const REACHING: ReadonlySet<Step['kind']> = new Set([
  'normalized',
  'rawTotal',
  'section',
  'averaging',
  'household',
]);

/** What a node says in one line; a group of an indicator's figures needs the indicator's node above it. */
export function stepText(step: Step, scheme: Scheme, parent?: Step): string {
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
    case 'group':
      return groupText(step, scheme, parent);
    default: {
      const indicator = indicatorOf(step, scheme);
      return indicator ? indicatorText(step, indicator, scheme) : step.subject;
    }
  }
}

function groupText(step: Step, scheme: Scheme, parent: Step | undefined): string {
  const indicator = parent && indicatorOf(parent, scheme);
  if (indicator?.kind !== 'rateBelow' && indicator?.kind !== 'rateAbove') return step.subject;
  const ratio = indicator.groups?.find(({ title }) => title === step.subject)?.ratio;
  return `${step.subject}:${rateText(step, indicator, scheme, ratio)}`;
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

/**
 * Points lost at a node, `null` where it takes none by itself or they are not known: a section, a household and the
 * score say what they reached, the other nodes what they took.
 */
export function lostAt(step: Step): Fraction | null {
  switch (step.kind) {
    case 'section': {
      const maximum = figureIn(step, 'maximum');
      return step.value === null || maximum === null ? null : maximum.sub(step.value);
    }
    case 'household':
      return figureIn(step, 'lost');
    case 'finding':
    case 'indicator':
    case 'accident':
    case 'group':
    case 'registerEntry':
      return step.value;
    default:
      return null;
  }
}

/** Points reached at a node; `null` for one that only takes points, or where they are not known. */
export function reachedAt(step: Step): Fraction | null {
  return REACHING.has(step.kind) ? step.value : null;
}

/** Numbers (`R7`) of the rulings that still have to be confirmed and changed this node's figure, each once. */
export function openRulings(step: Step, scheme: Scheme): readonly string[] {
  const numbers = step.rulings.map(
    (key) => scheme.rulings.find((ruling) => ruling.key === key)?.number ?? key,
  );
  return [...new Set(numbers)];
}
