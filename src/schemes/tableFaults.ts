import Fraction from 'fraction.js';
import type { CompositeScheme, PlainTableScheme, SurveyScheme } from '../model';
import type { SchemeFault } from './schemeError';

/** Something that is called by a name and by other words. */
interface Named {
  readonly name: string;
  readonly synonyms: readonly string[];
}

/** What no type can say of a scheme over a table; each fault with its path. */
export function tableFaults(scheme: PlainTableScheme): readonly SchemeFault[] {
  switch (scheme.kind) {
    case 'groupMean':
      return scheme.line > scheme.maximum
        ? [{ path: 'line', reason: `达标分 ${scheme.line} 超过满分 ${scheme.maximum}` }]
        : [];
    case 'composite':
      return [...sameTexts(scheme.forms, 'forms'), ...shareFaults(scheme)];
    case 'survey':
      return [...sameTexts(scheme.levels.suggested, 'levels.suggested'), ...levelFaults(scheme)];
    case 'minimums':
      return [
        ...sameWords(scheme.rules, 'rules'),
        ...scheme.rules.flatMap(({ name, minimum, share }, index) =>
          minimum === undefined && share === undefined
            ? [{ path: `rules.${index}.minimum`, reason: `“${name}”没有写最低数量,也没有写比例` }]
            : [],
        ),
      ];
    case 'tally':
      return sameWords(scheme.categories, 'categories');
  }
}

/** A word that means two entries of a list means none. */
export function sameWords(list: readonly Named[], path: string): readonly SchemeFault[] {
  const owner = new Map<string, number>();
  return list.flatMap(({ name, synonyms }, index) =>
    [name, ...synonyms].flatMap((word, at) => {
      const before = owner.get(word);
      owner.set(word, before ?? index);
      if (before === undefined) return [];
      const place = at === 0 ? 'name' : `synonyms.${at - 1}`;
      return [{ path: `${path}.${index}.${place}`, reason: `“${word}”写了两次,不知道指哪一个` }];
    }),
  );
}

function sameTexts(list: readonly string[], path: string): readonly SchemeFault[] {
  return list.flatMap((word, index) =>
    list.indexOf(word) === index ? [] : [{ path: `${path}.${index}`, reason: `“${word}”写了两次` }],
  );
}

/** Weights are given for all forms or for none, and come to the whole. */
function shareFaults({ shares, forms }: CompositeScheme): readonly SchemeFault[] {
  if (!shares) return [];
  const others = Object.keys(shares).filter((form) => !forms.includes(form));
  const missing = forms.filter((form) => shares[form] === undefined);
  const total = Object.values(shares).reduce((sum, each) => sum.add(each), new Fraction(0));
  const percent = total.mul(100).toString();
  return [
    ...others.map((form) => ({ path: `shares.${form}`, reason: `没有形式 ${form}` })),
    ...missing.map((form) => ({
      path: `shares.${form}`,
      reason: '没有写权重;各种形式要么都写,要么都不写(不采用的写 0%)',
    })),
    ...(missing.length === 0 && !total.equals(1)
      ? [{ path: 'shares', reason: `权重合计是 ${percent}%,必须正好是 100%` }]
      : []),
  ];
}

/** Points are given for all levels or for none. */
function levelFaults({ levels, levelPoints }: SurveyScheme): readonly SchemeFault[] {
  if (!levelPoints) return [];
  const others = Object.keys(levelPoints).filter((level) => !levels.suggested.includes(level));
  const missing = levels.suggested.filter((level) => levelPoints[level] === undefined);
  return [
    ...others.map((level) => ({ path: `levelPoints.${level}`, reason: `没有程度 ${level}` })),
    ...missing.map((level) => ({
      path: `levelPoints.${level}`,
      reason: `“${level}”没有写分值;各个程度要么都写,要么都不写`,
    })),
  ];
}
