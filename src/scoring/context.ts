import {
  ENGINE_RULINGS,
  knownMode,
  type EngineRuling,
  type Indicator,
  type RulingDefinition,
  type Rulings,
  type RulingValue,
  type Scheme,
  type Section,
  type StepMode,
} from '../model';

type EngineValue<K extends EngineRuling> = (typeof ENGINE_RULINGS)[K][number];

/** A scheme with the rulings in force, and what scoring looks up often. */
export interface Context {
  readonly scheme: Scheme;
  readonly rulings: Rulings;
  readonly definitions: ReadonlyMap<string, RulingDefinition>;
  readonly indicators: ReadonlyMap<string, Indicator>;
  /** Section → post → the indicators of both. */
  readonly bySection: ReadonlyMap<string, ReadonlyMap<string, readonly Indicator[]>>;
  /** Rulings looked up already, by key: each is asked for once a person and indicator. */
  readonly modes: Map<string, RulingValue>;
}

/** The context of each scheme that was asked for last: pass after pass is made under the same rulings. */
const last = new WeakMap<Scheme, Context>();

/** What holds for all persons; looked up once while the rulings stay the same. */
export function contextOf(scheme: Scheme, rulings: Rulings): Context {
  const known = last.get(scheme);
  if (known && isSame(known.rulings, rulings)) return known;
  const context = newContext(scheme, rulings);
  last.set(scheme, context);
  return context;
}

function isSame(one: Rulings, other: Rulings): boolean {
  if (one === other) return true;
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  // In their order too: it is that in which rulings are told.
  return Object.keys(other).every((key, at) => key === keys[at] && other[key] === one[key]);
}

function newContext(scheme: Scheme, rulings: Rulings): Context {
  const bySection = new Map<string, Map<string, Indicator[]>>();
  for (const indicator of scheme.indicators) {
    const byPost = bySection.get(indicator.section) ?? new Map<string, Indicator[]>();
    bySection.set(indicator.section, byPost);
    for (const post of indicator.posts) byPost.set(post, [...(byPost.get(post) ?? []), indicator]);
  }
  return {
    scheme,
    rulings,
    definitions: new Map(scheme.rulings.map((definition) => [definition.key, definition])),
    indicators: new Map(scheme.indicators.map((indicator) => [indicator.id, indicator])),
    bySection,
    modes: new Map(),
  };
}

/** The same scheme under one other ruling. */
export function under(context: Context, key: string, value: RulingValue): Context {
  return { ...context, rulings: { ...context.rulings, [key]: value }, modes: new Map() };
}

/** Indicators of a section that a post is measured by, in the scheme's order. */
export function indicatorsOf(context: Context, section: Section, post: string): readonly Indicator[] {
  return context.bySection.get(section.id)?.get(post) ?? NO_INDICATORS;
}

const NO_INDICATORS: readonly Indicator[] = [];

/** A ruling that the engine itself reads; its own default where the scheme has no such key. Throws on an unknown value. */
export function engineRuling<K extends EngineRuling>(context: Context, key: K): EngineValue<K> {
  const before = context.modes.get(key) as EngineValue<K> | undefined;
  if (before !== undefined) return before;
  const known: readonly EngineValue<K>[] = ENGINE_RULINGS[key];
  const value = context.rulings[key];
  const mode = value === undefined ? known[0]! : knownMode(known, value);
  if (mode === null) throw new RangeError(`ruling ${key} has no value ${String(value)}`);
  context.modes.set(key, mode);
  return mode;
}

/** A ruling that an indicator names; throws where it is not one of `known`. */
export function namedRuling<T extends RulingValue>(context: Context, key: string, known: readonly T[]): T {
  const mode = knownMode(known, context.rulings[key]);
  if (mode === null) throw new RangeError(`ruling ${key} has no value ${String(context.rulings[key])}`);
  return mode;
}

/** Key under which the step ruling of one indicator is found: its own, where one is set. */
export function stepRulingKey(context: Context, indicator: string): string {
  const own = `percentStep.${indicator}`;
  return context.rulings[own] === undefined ? 'percentStep' : own;
}

/** How a shortfall of one indicator is counted in steps. */
export function stepModeOf(context: Context, indicator: string): StepMode {
  // An indicator's id is no key of a ruling.
  const before = context.modes.get(indicator) as StepMode | undefined;
  if (before !== undefined) return before;
  const mode = stepMode(context, indicator);
  context.modes.set(indicator, mode);
  return mode;
}

function stepMode(context: Context, indicator: string): StepMode {
  const own = context.rulings[`percentStep.${indicator}`];
  if (own === undefined) return engineRuling(context, 'percentStep');
  const mode = knownMode(ENGINE_RULINGS.percentStep, own);
  if (mode === null) throw new RangeError(`ruling percentStep.${indicator} has no value ${String(own)}`);
  return mode;
}

/**
 * Which of the rulings in `keys` that are still to be confirmed make a difference: `differs` is asked for each of
 * their other values. Returns scheme keys (`percentStep` also where one indicator's own is in force).
 */
export function decisive(
  context: Context,
  keys: readonly string[],
  differs: (other: Context) => boolean,
): readonly string[] {
  const found: string[] = [];
  for (const key of keys) {
    const base = key.split('.')[0]!;
    const definition = context.definitions.get(base);
    if (!definition?.needsConfirmation) continue;
    const others = (definition.values ?? []).filter(({ value }) => value !== context.rulings[key]);
    if (others.some(({ value }) => differs(under(context, key, value)))) found.push(base);
  }
  return found;
}
