import { makeIssue } from '../../model';
import { type Draft, headerCell } from './draft';
import type { HeaderColumn } from './header';
import { normaliseHeader } from './normalise';

/** 次数, 项数, 处数 in the header: a number of faults, not points (R4b). A parent may say it for all below it. */
export function countsFaults(draft: Draft, column: HeaderColumn): boolean {
  if (draft.answer?.deductions !== undefined) return draft.answer.deductions === 'count';
  const said = wordsOf(draft, 'findingCount');
  if (said.some((word) => normaliseHeader(column.leaf).includes(word))) return true;
  const points = wordsOf(draft, 'deduction');
  if (points.some((word) => normaliseHeader(column.leaf).includes(word))) return false;
  return column.parents.some((parent) => saysOfAll(parent, said));
}

/** A parent that speaks of what was reached (标准服务得分), over columns that do not say what they hold. */
export function saysReached(draft: Draft, column: HeaderColumn): boolean {
  if (draft.answer?.deductions !== undefined) return false;
  const lost = [...wordsOf(draft, 'deduction'), ...wordsOf(draft, 'findingCount')];
  const texts = [column.leaf, ...column.parents].map(normaliseHeader);
  if (texts.some((text) => lost.some((word) => text.includes(word)))) return false;
  return column.parents.some((parent) => saysOfAll(parent, wordsOf(draft, 'rowScore')));
}

/** Points reached read as points lost would turn a figure round: which they are has to be said. */
export function notDeducted(draft: Draft, columns: readonly HeaderColumn[]): void {
  const first = columns.reduce((left, column) => (column.column < left.column ? column : left));
  const parent = first.parents.find((text) => saysOfAll(text, wordsOf(draft, 'rowScore'))) ?? first.leaf;
  const [lost = ''] = wordsOf(draft, 'deduction');
  draft.issues.push(
    makeIssue('header-ambiguous', {
      cell: headerCell(draft, first),
      received: parent,
      expected: lost,
      message: `上级表头“${parent}”写的是得分,这里要的是${lost}。填的若是${lost},请把表头改成${lost};若是得分,请换算成${lost}再填。`,
    }),
  );
}

/** A field's name and synonyms, as header texts are compared. */
function wordsOf(draft: Draft, field: string): readonly string[] {
  const found = draft.vocabulary.scheme.fields.find(({ id }) => id === field);
  return found ? [found.name, ...found.synonyms].map(normaliseHeader) : [];
}

/** `标准服务(项数)`, `标准服务不符项数`: what a parent ends with, or has in brackets, is said of all its columns. */
function saysOfAll(parent: string, words: readonly string[]): boolean {
  const ends = normaliseHeader(parent).split(/[()[\]{}【】〔〕「」]/);
  return words.some((word) => ends.some((part) => part.endsWith(word)));
}
