import { makeIssue } from '../../model';
import { type Draft, headerCell } from './draft';
import type { HeaderColumn } from './header';
import { normaliseHeader } from './normalise';
import type { Vocabulary } from './vocabulary';

/** 次数, 项数, 处数 in the header: a number of faults, not points (R4b). A parent may say it for all below it. */
export function countsFaults(draft: Draft, column: HeaderColumn): boolean {
  if (draft.answer?.deductions !== undefined) return draft.answer.deductions === 'count';
  const said = wordsOf(draft.vocabulary, 'findingCount');
  if (said.some((word) => normaliseHeader(column.leaf).includes(word))) return true;
  const points = wordsOf(draft.vocabulary, 'deduction');
  if (points.some((word) => normaliseHeader(column.leaf).includes(word))) return false;
  return column.parents.some((parent) => saysOfAll(parent, said));
}

/** A header or parent that speaks of what was reached (标准服务得分, `价签维护(得分)`), where none says what is lost. */
export function saysReached(draft: Draft, column: HeaderColumn): boolean {
  if (draft.answer?.deductions !== undefined) return false;
  const lost = [...wordsOf(draft.vocabulary, 'deduction'), ...wordsOf(draft.vocabulary, 'findingCount')];
  const texts = [column.leaf, ...column.parents].map(normaliseHeader);
  if (texts.some((text) => lost.some((word) => text.includes(word)))) return false;
  return reachedIn(draft, column) !== undefined;
}

/** The text of a column that ends with what was reached, or has it in brackets. */
function reachedIn(draft: Draft, { leaf, parents }: HeaderColumn): string | undefined {
  const reached = wordsOf(draft.vocabulary, 'rowScore');
  // 应得分 is what there is to reach.
  const full = wordsOf(draft.vocabulary, 'itemPoints');
  return [...parents, leaf].find((text) => saysOfAll(text, reached) && !saysOfAll(text, full));
}

/** Points reached read as points lost would turn a figure round: which they are has to be said. */
export function notDeducted(draft: Draft, columns: readonly HeaderColumn[]): void {
  const first = columns.reduce((left, column) => (column.column < left.column ? column : left));
  const text = reachedIn(draft, first) ?? first.leaf;
  const [lost = ''] = wordsOf(draft.vocabulary, 'deduction');
  draft.issues.push(
    makeIssue('header-ambiguous', {
      cell: headerCell(draft, first),
      received: text,
      expected: lost,
      message: `表头“${text}”写的是得分,这里要的是${lost}。填的若是${lost},请把表头改成${lost};若是得分,请换算成${lost}再填。`,
    }),
  );
}

/** A field's name and synonyms, as header texts are compared. */
export function wordsOf(vocabulary: Vocabulary, field: string): readonly string[] {
  const found = vocabulary.scheme.fields.find(({ id }) => id === field);
  return found ? [found.name, ...found.synonyms].map(normaliseHeader) : [];
}

/** `标准服务(项数)`, `标准服务不符项数`: what a parent ends with, or has in brackets, is said of all its columns. */
export function saysOfAll(parent: string, words: readonly string[]): boolean {
  const ends = normaliseHeader(parent).split(/[()[\]{}【】〔〕「」]/);
  return words.some((word) => ends.some((part) => part.endsWith(word)));
}
