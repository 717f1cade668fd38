import type { HeaderBlock, HeaderColumn } from './header';
import type { SheetLayout } from './layout';
import { normaliseHeader } from './normalise';
import { wordsOf } from './ruleUnits';
import type { Vocabulary } from './vocabulary';

/**
 * The title or tab of a grid that speaks of points reached (`标准服务得分表`) while nothing in its header says what the
 * columns hold; `null` for none. Forms of deductions are called so as well: the figures have to tell.
 */
export function titleOfReached(layout: SheetLayout, vocabulary: Vocabulary): string | null {
  const before = titles.get(layout.rules);
  if (before?.by === vocabulary) return before.title;
  const title = findTitle(layout, vocabulary);
  titles.set(layout.rules, { by: vocabulary, title });
  return title;
}

/** The columns of rules stay the same as long as the head of their sheet does, and the title is a part of that. */
const titles = new WeakMap<
  SheetLayout['rules'],
  { readonly by: Vocabulary; readonly title: string | null }
>();

function findTitle(layout: SheetLayout, vocabulary: Vocabulary): string | null {
  const { sheet, header, rules, answer } = layout;
  if (rules.length === 0 || answer?.deductions !== undefined || rules.some(({ counts }) => counts))
    return null;
  const lost = wordsOf(vocabulary, 'deduction');
  const names = (text: string, words: readonly string[]): boolean =>
    words.some((word) => normaliseHeader(text).includes(word));
  if (header.columns.some(({ leaf, parents }) => [leaf, ...parents].some((text) => names(text, lost))))
    return null;
  const above = sheet.values.slice(0, Math.max(0, header.top - sheet.top)).flat();
  const titles = [sheet.name, ...above].filter((text): text is string => typeof text === 'string');
  if (titles.some((text) => names(text, lost))) return null;
  return titles.find((text) => names(text, wordsOf(vocabulary, 'rowScore'))) ?? null;
}

/**
 * The header with `价签维护得分` read as 价签维护 under a parent that says 得分; `null` where no column is called so.
 */
export function underReached(header: HeaderBlock, vocabulary: Vocabulary): HeaderBlock | null {
  const words = [...wordsOf(vocabulary, 'rowScore')].sort((one, other) => other.length - one.length);
  let found = 0;
  const columns = header.columns.map((column): HeaderColumn => {
    const { leaf, parents } = column;
    const plain = leaf.normalize('NFKC').replace(/\s+/g, '');
    const word = words.find((each) => plain.endsWith(each) && plain.length > each.length);
    const rule = word === undefined ? '' : plain.slice(0, -word.length).replace(/[-:/·_]$/, '');
    if (rule === '' || vocabulary.fieldClaims(leaf).length > 0) return column;
    if ((vocabulary.ruleClaim(rule, null)?.by ?? 'part') === 'part') return column;
    found += 1;
    return { ...column, leaf: rule, parents: [...parents, leaf] };
  });
  return found === 0 ? null : { ...header, columns };
}
