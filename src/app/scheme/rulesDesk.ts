import type { AnyScheme, Revision, Scheme } from '../../model';
import { HostError, type ReadOptions, resting, type WorkbookHost } from '../../workbook/host';
import { revisionChanges } from '../../workbook/schemeSheet';
import type { Evaluation } from '../evaluation';
import { memoryChange } from '../fill';
import { memoryOf } from '../remembered';
import { changeText, ruleChanges } from './diff';
import { addSchemeSheet } from './export';
import { effectsSince, type ScoreEffect } from './preview';
import { rulesOf, withScheme } from './rules';
import { standingOf } from './standing';

/** What a sheet of rules that nobody has taken over yet changes. */
export interface PendingRules {
  readonly version: string;
  /** The differences to what held before, a line each. */
  readonly changes: readonly string[];
  /** Whose published figures it moves, from what to what. */
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
      const { before, rules } = evaluation.standing;
      if (before === null) return null;
      const changes = ruleChanges(before, rules).map(changeText);
      return { version: rules.version, changes, effects: effectsSince(before, evaluation) };
    },
    /** Adds the rules in force as a sheet; its name. */
    write: (): Promise<string> => addSchemeSheet(host, shipped),
    takeOver: (signature: Signature, watch: Watch): Promise<void> =>
      takeOver(host, shipped, signature, watch),
    giveUp: (): Promise<void> => giveUp(host, shipped),
  };
}

/** The calls as a pane makes them. */
export type RulesDesk = ReturnType<typeof createRulesDesk>;

/** Takes the sheet's rules over after a fresh read: they are remembered, and version and history stand on the sheet. */
export async function takeOver(
  host: WorkbookHost,
  shipped: AnyScheme,
  signature: Signature,
  watch: Watch,
): Promise<void> {
  const snapshot = await host.read(watch);
  const memory = memoryOf(snapshot);
  const { before, rules, sheet: name } = standingOf(snapshot, shipped, memory);
  const sheet = snapshot.sheets.find((each) => each.name === name);
  if (before === null || !sheet) {
    throw new HostError('unsupported', '评分标准表没有等待采用的改动。请重新校验后再看。');
  }
  const what = ruleChanges(before, rules).map(changeText).join(';');
  const revision: Revision = { ...signature, what: what === '' ? '没有改动' : what };
  const taken = { ...rules, version: signature.version, history: [...(rules.history ?? []), revision] };
  const next = withScheme(memory, shipped.id, rulesOf(taken));
  const changes = [...revisionChanges(sheet, revision), ...memoryChange(memory, next)];
  await host.write(changes, resting(snapshot, watch.signal));
}

/** Forgets the rules that were taken over; a sheet of rules stays, and holds as long as it stands there. */
export async function giveUp(host: WorkbookHost, shipped: AnyScheme): Promise<void> {
  const snapshot = await host.read();
  const memory = memoryOf(snapshot);
  const changes = memoryChange(memory, withScheme(memory, shipped.id, null));
  if (changes.length > 0) await host.write(changes, resting(snapshot));
}
