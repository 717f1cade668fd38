import type { Scheme } from '../../model';
import { findSealLines, parseSeal, SEAL_ENTRY, type SealRecord } from '../../workbook/seal';
import type { Snapshot } from '../../workbook/snapshot';
import type { Evaluation } from '../evaluation';
import { memoryOf } from '../remembered';
import { evaluateWorkbook } from '../scheme/evaluateWorkbook';
import { type SealChange, wholeChange } from './changes';
import { compareTables } from './compare';
import { canonicalJson } from './digest';
import { recordDigest, resultDigest, sealedTables } from './record';
import { sealText } from './seal';

/** Whether a workbook is still what was sealed. `none`: it bears no seal. */
export type SealVerdict =
  | { readonly kind: 'none' }
  | { readonly kind: 'intact'; readonly seal: SealRecord }
  /** `seal` is `null` where its record cannot be read any more. */
  | { readonly kind: 'changed'; readonly seal: SealRecord | null; readonly changes: readonly SealChange[] };

/**
 * Compares a workbook with its seal: sheet by sheet and block by block, the result, the settings, and the seal's own
 * record and line. Reads what the workbook holds alone, so that everybody gets the same answer. Throws MemoryError.
 */
export async function verifySeal(snapshot: Snapshot, scheme: Scheme): Promise<SealVerdict> {
  const memory = memoryOf(snapshot);
  const text = memory.others.get(SEAL_ENTRY);
  if (text === undefined) return { kind: 'none' };
  const seal = parseSeal(text);
  if (seal === null) {
    const changes = [wholeChange('record', '提交凭证的记录已经损坏或被改动,不能再作为依据。')];
    return { kind: 'changed', seal: null, changes };
  }
  const evaluation = evaluateWorkbook(snapshot, scheme);
  const changes = [
    ...(await recordChanges(seal)),
    ...lineChanges(seal, snapshot, scheme),
    ...compareTables(seal.tables, await sealedTables(evaluation)),
    ...settingChanges(seal, evaluation),
    ...(await resultChanges(seal, evaluation)),
  ];
  return changes.length === 0 ? { kind: 'intact', seal } : { kind: 'changed', seal, changes };
}

async function recordChanges(seal: SealRecord): Promise<SealChange[]> {
  if ((await recordDigest(seal)) === seal.code) return [];
  return [wholeChange('record', '提交凭证的记录被改动过,不能再作为依据。')];
}

/** The line may be taken away, but what it says must be what the record says. */
function lineChanges(seal: SealRecord, snapshot: Snapshot, scheme: Scheme): SealChange[] {
  const wanted = sealText(seal);
  return findSealLines(snapshot, scheme)
    .filter(({ text }) => text !== wanted)
    .map(({ sheet, row }) => ({
      what: 'line',
      sheet,
      from: row,
      to: row,
      message: `“${sheet}”第 ${row + 1} 行写的提交凭证和保存的凭证不一致。`,
    }));
}

function settingChanges(seal: SealRecord, evaluation: Evaluation): SealChange[] {
  const { scheme, period, rulings } = evaluation;
  const changes: SealChange[] = [];
  if (seal.scheme.id !== scheme.id || seal.scheme.version !== scheme.version) {
    const message = `封存时用的办法是 ${seal.scheme.id} ${seal.scheme.version},现在用的是 ${scheme.id} ${scheme.version}。`;
    changes.push(wholeChange('scheme', message));
  }
  if (seal.period !== period) {
    const message = `测评期间封存时是 ${seal.period ?? '未定'},现在是 ${period ?? '未定'}。`;
    changes.push(wholeChange('settings', message));
  }
  const keys = [...new Set([...Object.keys(seal.rulings), ...Object.keys(rulings)])].sort();
  const differing = keys.filter(
    (key) => canonicalJson([seal.rulings[key]]) !== canonicalJson([rulings[key]]),
  );
  if (differing.length > 0) {
    const shown = differing.map((key) => `${key} ${String(seal.rulings[key])} → ${String(rulings[key])}`);
    changes.push(wholeChange('settings', `计分规定的取值变了:${shown.join('、')}。`));
  }
  return changes;
}

async function resultChanges(seal: SealRecord, evaluation: Evaluation): Promise<SealChange[]> {
  if ((await resultDigest(evaluation)) === seal.result) return [];
  return [wholeChange('result', '按现在的内容计算,得分和封存时不同。')];
}
