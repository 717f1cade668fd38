import {
  nearestOf,
  type Indicator,
  type RulingDefinition,
  type Rulings,
  type RulingValue,
  type Scheme,
} from '../model';

/** Settings of rulings from one source; a value may be given as text (`--set key=value`). */
export type RulingLayer = Readonly<Record<string, RulingValue>>;

/** A ruling or a value that the scheme does not have. `possible` lists what can be given instead. */
export class RulingError extends Error {
  override readonly name = 'RulingError';

  constructor(
    message: string,
    readonly key: string,
    readonly possible: readonly string[],
  ) {
    super(message);
  }
}

/**
 * The rulings in force: the scheme's defaults, overridden by each layer in turn (what the workbook remembers, then
 * what the caller says). Every key of the scheme is there. Throws a RulingError on an unknown key or value.
 */
export function resolveRulings(scheme: Scheme, ...layers: readonly (RulingLayer | undefined)[]): Rulings {
  const given = layers.flatMap((layer) => Object.entries(layer ?? {}));
  if (given.length === 0) return defaultsOf(scheme);
  const inForce = new Map<string, RulingValue>(Object.entries(defaultsOf(scheme)));
  for (const [key, value] of given) inForce.set(key, parseValue(definitionOf(scheme, key), key, value));
  return Object.fromEntries(inForce);
}

const defaults = new WeakMap<Scheme, Rulings>();

/** The rulings of a scheme as it stands, made once. */
function defaultsOf(scheme: Scheme): Rulings {
  let own = defaults.get(scheme);
  if (!own) {
    own = Object.freeze(Object.fromEntries(scheme.rulings.map(({ key, default: value }) => [key, value])));
    defaults.set(scheme, own);
  }
  return own;
}

/** Indicators for which a ruling such as the counting of steps can be set by itself. */
export function hasSteps(indicator: Indicator): boolean {
  if (indicator.kind === 'perFinding') return indicator.awareness !== undefined;
  return indicator.kind === 'rateBelow' || indicator.kind === 'rateAbove' || indicator.kind === 'band';
}

function definitionOf(scheme: Scheme, key: string): RulingDefinition {
  const [base = '', indicator] = splitKey(key);
  const definition = scheme.rulings.find((ruling) => ruling.key === base);
  if (!definition) throw unknownKey(key, base, scheme);
  if (indicator !== null) checkIndicator(scheme, definition, key, indicator);
  return definition;
}

/** `percentStep.X` → `percentStep` and `X`; without a dot the second is `null`. */
function splitKey(key: string): [string, string | null] {
  const dot = key.indexOf('.');
  return dot < 0 ? [key, null] : [key.slice(0, dot), key.slice(dot + 1)];
}

function unknownKey(key: string, base: string, scheme: Scheme): RulingError {
  const keys = scheme.rulings.map((ruling) => ruling.key);
  const meant = nearestOf(base, keys);
  const hint = meant === null ? '' : `是否想写 ${meant}?`;
  return new RulingError(`没有名为 ${key} 的裁定。${hint}可用的有:${keys.join('、')}`, key, keys);
}

function checkIndicator(scheme: Scheme, definition: RulingDefinition, key: string, indicator: string): void {
  if (!definition.perIndicator) {
    throw new RulingError(`裁定 ${definition.key} 不能按单个指标设定,请直接写 ${definition.key}`, key, [
      definition.key,
    ]);
  }
  const possible = scheme.indicators.filter(hasSteps).map(({ id }) => id);
  if (possible.includes(indicator)) return;
  const meant = nearestOf(indicator, possible);
  const hint = meant === null ? '' : `是否想写 ${definition.key}.${meant}?`;
  throw new RulingError(
    `裁定 ${definition.key} 不能用于指标 ${indicator}。${hint}可用的指标有:${possible.join('、')}`,
    key,
    possible.map((id) => `${definition.key}.${id}`),
  );
}

function parseValue(definition: RulingDefinition, key: string, given: RulingValue): RulingValue {
  if (definition.range) return parseInRange(definition.range, key, given);
  const values = (definition.values ?? []).map(({ value }) => value);
  const found = values.find((value) => sameSetting(value, given));
  if (found !== undefined) return found;
  const possible = values.map(String);
  const meant = nearestOf(String(given), possible);
  const hint = meant === null ? '' : `是否想写 ${meant}?`;
  throw new RulingError(
    `裁定 ${key} 没有取值 ${String(given)}。${hint}可用的有:${possible.join('、')}`,
    key,
    possible,
  );
}

/** The value itself, or a text that stands for it. */
function sameSetting(value: RulingValue, given: RulingValue): boolean {
  if (value === given) return true;
  if (typeof given !== 'string') return false;
  const text = given.trim();
  if (typeof value === 'number') return isDecimal(text) && Number(text) === value;
  return text === String(value);
}

function parseInRange([low, high]: readonly [number, number], key: string, given: RulingValue): RulingValue {
  const text = String(given).trim();
  const value = typeof given !== 'boolean' && isDecimal(text) ? Number(text) : NaN;
  if (value >= low && value <= high) return value;
  const range = `${low} 到 ${high} 之间的数字`;
  throw new RulingError(`裁定 ${key} 应为 ${range},实际是 ${String(given)}`, key, [range]);
}

function isDecimal(text: string): boolean {
  return /^\d+(\.\d+)?$/.test(text);
}
