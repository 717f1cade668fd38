import type { Indicator } from '../../model';
import { stepRulingKey, type Context } from '../context';

/** Keys of the rulings that what is lost under an indicator hangs on. */
export function rulingKeys(indicator: Indicator, context: Context): readonly string[] {
  switch (indicator.kind) {
    case 'rateBelow':
    case 'rateAbove': {
      const keys = [stepRulingKey(context, indicator.id), 'rateRounding'];
      if (typeof indicator.step !== 'string') keys.push(indicator.step.ruling);
      if (indicator.rate.combine) keys.push(indicator.rate.combine.ruling);
      return keys;
    }
    case 'band':
      return [stepRulingKey(context, indicator.id), 'rateRounding', indicator.ruling];
    case 'zeroOnAccident':
      return [indicator.rulings.scope, indicator.rulings.needsViolation];
    case 'perFinding':
      return indicator.awareness
        ? [indicator.awareness.ruling, stepRulingKey(context, indicator.id), 'rateRounding']
        : [];
    default:
      return [];
  }
}

/** Keys that decide over totals alone, once the sections are scored. */
const TOTAL_KEYS: ReadonlySet<string> = new Set(['totalBasis', 'rounding']);

/** Whether a ruling decides over totals alone. */
export function isTotalKey(key: string): boolean {
  return TOTAL_KEYS.has(key);
}

/** Ids of the sections of a post that hang on a ruling (a scheme key), or `all` where it cannot be told. */
export function dependentSections(context: Context, key: string, post: string): DependentSections {
  let own = known.get(context);
  if (!own) known.set(context, (own = new Map<string, DependentSections>()));
  const name = `${key}\n${post}`;
  let sections = own.get(name);
  if (!sections) own.set(name, (sections = findDependent(context, key, post)));
  return sections;
}

type DependentSections = ReadonlySet<string> | 'all';

/** Edit after edit asks for the same. */
const known = new WeakMap<Context, Map<string, DependentSections>>();

function findDependent(context: Context, key: string, post: string): DependentSections {
  if (TOTAL_KEYS.has(key)) return new Set();
  const named = context.scheme.indicators.filter((indicator) =>
    rulingKeys(indicator, context).some((own) => own.split('.')[0] === key),
  );
  if (named.length === 0) return 'all';
  return new Set(named.filter(({ posts }) => posts.includes(post)).map(({ section }) => section));
}
