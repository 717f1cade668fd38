import Fraction from 'fraction.js';
import { cellName, published, type PersonScore, type Scheme, type Step } from '../../model';
import { clauseOf, lostAt, openRulings, reachedAt, stepText } from './stepText';

/** A node of an explanation as data, for other programs. Points are rounded to two decimals, rates are fractions of 1. */
export interface ExplainedNode {
  readonly kind: Step['kind'];
  /** Section or indicator id, household or group name. */
  readonly subject: string;
  /** The same line that people read. */
  readonly text: string;
  readonly clause: string | null;
  /** Points reached; `null` for a node that only takes points, or where they are not known. */
  readonly reached: number | null;
  /** Points lost at this node; `null` where it takes none by itself, or they are not known. */
  readonly lost: number | null;
  /** `工作表!D12` */
  readonly cells: readonly string[];
  /** Rulings still to be confirmed that changed this figure: `R7`. */
  readonly toConfirm: readonly string[];
  /** What the figure was worked out from, by name. */
  readonly figures: Readonly<Record<string, number | string | boolean | null>>;
  readonly children: readonly ExplainedNode[];
}

/** How a person's score came about, as a tree: the score's own tree, every household included. */
export function explainData(person: PersonScore, scheme: Scheme): readonly ExplainedNode[] {
  return person.step.children.map((child) => nodeOf(child, scheme));
}

function nodeOf(step: Step, scheme: Scheme, parent?: Step): ExplainedNode {
  return {
    kind: step.kind,
    subject: step.subject,
    text: step.kind === 'rawTotal' ? '各项合计' : stepText(step, scheme, parent),
    clause: clauseOf(step, scheme),
    reached: published(reachedAt(step)),
    lost: published(lostAt(step)),
    cells: step.cells.map(({ sheet, row, column }) => `${sheet}!${cellName(row, column)}`),
    toConfirm: openRulings(step, scheme),
    figures: Object.fromEntries(Object.entries(step.data).map(([name, value]) => [name, plain(value)])),
    children: step.children.map((child) => nodeOf(child, scheme, step)),
  };
}

function plain(value: Step['data'][string]): number | string | boolean | null {
  return value instanceof Fraction ? value.valueOf() : (value ?? null);
}
