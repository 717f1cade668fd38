import { yinchuan2008 } from '../../schemes';
import { contextOf, under } from '../context';
import { resolveRulings } from '../rulings';
import { dependentSections } from '.';

const scheme = yinchuan2008();
const context = contextOf(scheme, resolveRulings(scheme));
const sections = (key: string, post: string): readonly string[] | 'all' => {
  const found = dependentSections(context, key, post);
  return found === 'all' ? found : [...found].sort();
};

/* Only these sections are scored again when the other readings are tried out: one too few would hide who is touched. */

test.each([
  ['percentStep', 'CM', ['enhanced', 'satisfaction']],
  ['percentStep', 'MS', ['enhanced', 'satisfaction', 'standard']],
  ['rateRounding', 'DL', ['enhanced', 'satisfaction']],
  ['rateRounding', 'MS', ['enhanced', 'satisfaction', 'standard']],
  ['stockSalesUnit', 'CM', ['enhanced']],
  ['stockSalesUnit', 'DL', []],
  ['policyAwareness', 'MS', ['standard']],
  ['policyAwareness', 'CM', []],
  ['marketPurity', 'MS', ['enhanced']],
  ['breakageStep', 'DL', ['enhanced']],
  ['breakageStep', 'MS', []],
  ['accidentZeroes', 'DL', ['enhanced']],
  ['accidentNeedsViolation', 'DL', ['enhanced']],
  ['totalBasis', 'CM', []],
  ['rounding', 'CM', []],
])('%s touches for %s the sections %j', (key, post, expected) => {
  expect(sections(key, post)).toEqual(expected);
});

test('a ruling that no indicator reads may touch any section', () => {
  expect(sections('repeatFindings', 'CM')).toBe('all');
  expect(sections('missingSection', 'CM')).toBe('all');
});

test('a setting of one indicator counts as the ruling that it belongs to', () => {
  const own = under(context, 'percentStep.K2', 'started');
  expect(dependentSections(own, 'percentStep', 'CM')).toEqual(new Set(['enhanced', 'satisfaction']));
});
