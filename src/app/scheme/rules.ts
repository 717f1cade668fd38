import type { AnyScheme } from '../../model';
import { SchemeError } from '../../schemes';
import { FORGET_SETTINGS, type Memory, MemoryError, otherEntry } from '../../workbook/memory';
import { canonicalJson } from '../handin/digest';
import { formOf } from './form';

/** The part of a scheme that its owner may change. */
export type SchemeRules = Readonly<Record<string, unknown>>;

/** That part of a scheme, and nothing else. */
export function rulesOf(scheme: AnyScheme): SchemeRules {
  const all = scheme as unknown as SchemeRules;
  const { keys } = formOf(scheme);
  return Object.fromEntries(keys.flatMap((key) => (all[key] === undefined ? [] : [[key, all[key]]])));
}

/** Whether two schemes of one id have the same rules, versions and history included. */
export function sameRules(one: AnyScheme, other: AnyScheme): boolean {
  return canonicalJson(rulesOf(one)) === canonicalJson(rulesOf(other));
}

/** Whether everything that a score hangs on is the same, whatever the version is called. */
export function sameContent(one: AnyScheme, other: AnyScheme): boolean {
  const content = (scheme: AnyScheme): string =>
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
  const data = otherEntry(memory, ENTRY);
  if (data === undefined) return null;
  if (typeof data !== 'object' || data === null || !('id' in data) || typeof data.id !== 'string') {
    throw new MemoryError(`工作簿里保存的评分标准看不懂。${FORGET_SETTINGS}`);
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
export function withRules<S extends AnyScheme>(base: S, rules: unknown): S {
  const { load, optional } = formOf(base);
  const rest = Object.entries(base).filter(([key]) => !optional.includes(key));
  try {
    return load({ ...Object.fromEntries(rest), ...(rules as object) });
  } catch (error) {
    if (!(error instanceof SchemeError)) throw error;
    throw new MemoryError(`工作簿里采用的评分标准不能使用:${error.message}`);
  }
}
