import type { Scheme } from '../../model';
import { loadScheme, SchemeError } from '../../schemes';
import { type Memory, MemoryError } from '../../workbook/memory';
import { canonicalJson } from '../handin/digest';

/** What the owner of a scheme may change; sheets, columns and words stay those of the product. */
const RULE_KEYS = [
  'version',
  'title',
  'number',
  'sections',
  'indicators',
  'rulings',
  'sampling',
  'bands',
  'history',
] as const;

/** The part of a scheme that its owner may change. */
export type SchemeRules = Pick<Scheme, (typeof RULE_KEYS)[number]>;

/** That part of a scheme, and nothing else. */
export function rulesOf(scheme: Scheme): SchemeRules {
  return Object.fromEntries(
    RULE_KEYS.flatMap((key) => (scheme[key] === undefined ? [] : [[key, scheme[key]]])),
  ) as unknown as SchemeRules;
}

/** Whether two schemes of one id have the same rules, versions and history included. */
export function sameRules(one: Scheme, other: Scheme): boolean {
  return canonicalJson(rulesOf(one)) === canonicalJson(rulesOf(other));
}

/** Whether everything that a score hangs on is the same, whatever the version is called. */
export function sameContent(one: Scheme, other: Scheme): boolean {
  const content = (scheme: Scheme): string =>
    canonicalJson({ ...rulesOf(scheme), version: '', title: '', number: '', history: [] });
  return content(one) === content(other);
}

/** Name of the memory's entry that keeps the scheme. */
const ENTRY = 'scheme';

/** What a workbook remembers of its scheme; `rules` where its owner's were taken over. */
export interface RememberedScheme {
  readonly id: string;
  readonly rules: unknown;
}

/** What the memory holds of a scheme, `null` for nothing. Throws MemoryError where it cannot be understood. */
export function rememberedScheme(memory: Memory): RememberedScheme | null {
  const text = memory.others.get(ENTRY);
  if (text === undefined) return null;
  const data: unknown = JSON.parse(text);
  if (typeof data !== 'object' || data === null || !('id' in data) || typeof data.id !== 'string') {
    throw new MemoryError('工作簿里保存的评分标准看不懂。请先备份文件,再清除其中保存的设置后重试。');
  }
  return { id: data.id, rules: 'rules' in data ? data.rules : null };
}

/** The memory with a scheme remembered; `rules` is `null` where the product's own are in force. */
export function withScheme(memory: Memory, id: string, rules: SchemeRules | null): Memory {
  const others = new Map(memory.others);
  others.set(ENTRY, JSON.stringify(rules === null ? { id } : { id, rules }));
  return { ...memory, others };
}

/** The scheme with the remembered rules. Throws MemoryError where this version of the product cannot use them. */
export function withRules(base: Scheme, rules: unknown): Scheme {
  const { bands: _bands, history: _history, ...rest } = base;
  try {
    return loadScheme({ ...rest, ...(rules as object) });
  } catch (error) {
    if (!(error instanceof SchemeError)) throw error;
    throw new MemoryError(`工作簿里采用的评分标准不能使用:${error.message}`);
  }
}
