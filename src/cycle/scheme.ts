import { memoryOf, rememberedSchemeId } from '../app/remembered';
import { rememberedScheme } from '../app/scheme/rules';
import type { Scheme } from '../model';
import { schemeById, tableSchemeById } from '../schemes';
import { HostError } from '../workbook/host';
import type { Snapshot } from '../workbook/snapshot';

/**
 * The scheme of an id, for work around the scores of persons. Throws HostError with a sentence for one that the product
 * does not have, or that scores nobody.
 */
export function scoringSchemeById(id: string): Scheme {
  const scheme = schemeById(id);
  if (scheme) return scheme;
  const table = tableSchemeById(id);
  const message = table
    ? `《${table.title}》(${id})不给人计分,没有规定这一步,没有做。`
    : `工作簿记住的办法是“${id}”,本程序没有,没有做。`;
  throw new HostError('unsupported', message);
}

/** The scheme that a workbook goes by, the product's first where it remembers none. Throws HostError, MemoryError. */
export function schemeOfBook({ memory }: Pick<Snapshot, 'memory'>): Scheme {
  return scoringSchemeById(rememberedSchemeId(memory));
}

/** A workbook goes by another regulation than the one at work; the message says which. */
export class OtherSchemeFile extends HostError {
  constructor(message: string) {
    super('unsupported', message);
  }
}

/** Throws OtherSchemeFile where a workbook remembers another scheme than the one that it is to be read by; MemoryError. */
export function requireSameScheme(snapshot: Snapshot, scheme: Scheme): void {
  const own = rememberedScheme(memoryOf(snapshot))?.id ?? scheme.id;
  if (own === scheme.id) return;
  const message = `这个文件记住的办法是“${own}”,这次按“${scheme.id}”(${scheme.title})汇集,没有收进来。不同的办法请分开汇集。`;
  throw new OtherSchemeFile(message);
}
