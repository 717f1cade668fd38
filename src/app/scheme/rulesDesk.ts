import type { Revision, Scheme } from '../../model';
import { HostError, type ReadOptions, resting, type WorkbookHost } from '../../workbook/host';
import { revisionChanges } from '../../workbook/schemeSheet';
import type { Evaluation } from '../evaluation';
import { memoryChange } from '../fill';
import { memoryOf } from '../remembered';
import { changeText, ruleChanges } from './diff';
import { addSchemeSheet } from './export';
import { previewScheme, type ScoreEffect } from './preview';
import { rulesOf, withScheme } from './rules';
import { standingOf } from './standing';

/** What a sheet of rules that waits would change. */
export interface PendingRules {
  readonly version: string;
  /** The differences to the rules in force, a line each. */
  readonly changes: readonly string[];
  /** Whose published figures would move, from what to what. */
  readonly effects: readonly ScoreEffect[];
}

/** Who takes rules over, when, and how they are called from then on. */
export type Signature = Pick<Revision, 'version' | 'date' | 'who'>;

/** How a call is watched and stopped. */
type Watch = Required<Pick<ReadOptions, 'signal' | 'onProgress'>>;

/** What somebody can do with the rules of an open workbook. Calls reject with HostError or MemoryError. */
export function createRulesDesk(host: WorkbookHost, shipped: Scheme) {
  return {
    /** What waits on the sheet, `null` for nothing; the workbook is not read again. */
    pending: (evaluation: Evaluation): PendingRules | null => {
      const { pending, rules } = evaluation.standing;
      if (pending === null) return null;
      const changes = ruleChanges(rules, pending).map(changeText);
      return { version: pending.version, changes, effects: previewScheme(evaluation, pending) };
    },
    /** Adds the rules in force as a sheet; its name. */
    write: (): Promise<string> => addSchemeSheet(host, shipped, 'remembered'),
    takeOver: (signature: Signature, watch: Watch): Promise<void> =>
      takeOver(host, shipped, signature, watch),
    giveUp: (): Promise<void> => giveUp(host, shipped),
  };
}

/** The calls as a pane makes them. */
export type RulesDesk = ReturnType<typeof createRulesDesk>;

/** Takes the sheet's rules over after a fresh read: they are remembered, and version and history stand on the sheet. */
async function takeOver(
  host: WorkbookHost,
  shipped: Scheme,
  signature: Signature,
  watch: Watch,
): Promise<void> {
  const snapshot = await host.read(watch);
  const memory = memoryOf(snapshot);
  const { pending, rules, sheet: name } = standingOf(snapshot, shipped, memory, 'remembered');
  const sheet = snapshot.sheets.find((each) => each.name === name);
  if (pending === null || !sheet) {
    throw new HostError('unsupported', '评分标准表没有等待采用的改动。请重新校验后再看。');
  }
  const what = ruleChanges(rules, pending).map(changeText).join(';');
  const revision: Revision = { ...signature, what: what === '' ? '没有改动' : what };
  const taken = { ...pending, version: signature.version, history: [...(pending.history ?? []), revision] };
  const next = withScheme(memory, shipped.id, rulesOf(taken));
  const changes = [...revisionChanges(sheet, revision), ...memoryChange(memory, next)];
  await host.write(changes, resting(snapshot, watch.signal));
}

/** Lets the product's own rules hold again; a sheet of rules stays, and waits. */
async function giveUp(host: WorkbookHost, shipped: Scheme): Promise<void> {
  const snapshot = await host.read();
  const memory = memoryOf(snapshot);
  const changes = memoryChange(memory, withScheme(memory, shipped.id, null));
  if (changes.length > 0) await host.write(changes, resting(snapshot));
}
