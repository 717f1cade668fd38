import type { Scheme, TableScheme } from '../model';
import { schemeById, schemeIds, tableSchemeById, tableSchemeIds } from '../schemes';
import { type ReadOptions, resting, type WorkbookHost } from '../workbook/host';
import type { Memory } from '../workbook/memory';
import { templateSheets } from '../workbook/template';
import type { Evaluation } from './evaluation';
import { memoryChange } from './fill';
import { memoryOf, schemeIdOf } from './remembered';
import { changeText, ruleChanges } from './scheme/diff';
import { addSchemeSheet } from './scheme/export';
import { rememberedScheme, withScheme } from './scheme/rules';
import { giveUp, type Signature, takeOver } from './scheme/rulesDesk';
import { computeTable } from './tables/compute';
import { fittingSchemes } from './tables/fitting';
import type { TableOutcome } from './tables/outcome';
import { effectLine, tableEffects } from './tables/preview';
import { missingSheets } from './template';
import { type FilledTable, fillTable, tableTemplate } from './tables/sheets';

/** A scheme of the product, as it stands to a workbook. */
export interface SchemeOffer {
  readonly id: string;
  readonly title: string;
  /** It works on a table and scores nobody in a post. */
  readonly isTable: boolean;
  /** Its sheets stand in the workbook. */
  readonly fits: boolean;
  /** The workbook remembers it. */
  readonly isOwn: boolean;
}

/** What a sheet of rules of a scheme over a table changes that nobody has taken over yet. */
export interface PendingTableRules {
  readonly version: string;
  /** The differences to what held before, a line each. */
  readonly changes: readonly string[];
  /** Cells of the results that they move, a line each. */
  readonly effects: readonly string[];
}

/** What a scheme over a table finds, and what waits on its sheet of rules; `null` for nothing. */
export interface TableLook {
  readonly outcome: TableOutcome;
  readonly pending: PendingTableRules | null;
}

/** How a call is watched and stopped. */
type Watch = Required<Pick<ReadOptions, 'signal' | 'onProgress'>>;

/** What somebody can do with the schemes of the product over an open workbook. Calls reject with HostError or MemoryError. */
export function createSchemesDesk(host: WorkbookHost) {
  return {
    /** All schemes, those whose sheets the workbook has first; it is not read again. */
    list: (evaluation: Evaluation): readonly SchemeOffer[] => listOf(evaluation),
    /** Remembers the scheme in the workbook, which is read and scored by it from then on. */
    async use(id: string, watch: Watch): Promise<void> {
      const snapshot = await host.read(watch);
      const memory = memoryOf(snapshot);
      if (schemeIdOf(memory) === id) return;
      await host.write(memoryChange(memory, onto(memory, id)), resting(snapshot, watch.signal));
    },
    /**
     * Adds the sheets of the scheme's template that the workbook does not have; the number of those added. A workbook that
     * has nothing of any scheme and remembers none is scored by this one from then on, like a workbook made from the template.
     */
    async template(id: string, watch: Watch): Promise<number> {
      const snapshot = await host.read(watch);
      const changes = missingSheets(snapshot, templateOf(schemeOf(id)));
      const memory = memoryOf(snapshot);
      const isFree = rememberedScheme(memory) === null && fittingSchemes(snapshot).length === 0;
      const settled = isFree && schemeById(id) ? memoryChange(memory, onto(memory, id)) : [];
      if (changes.length > 0) await host.write([...changes, ...settled], resting(snapshot, watch.signal));
      return changes.length;
    },
    /** Computes a scheme over a table afresh; nothing is written. */
    async look(id: string, watch: Watch): Promise<TableLook> {
      const outcome = computeTable(await host.read(watch), tableSchemeById(id)!);
      const { before, rules } = outcome.standing;
      const pending: PendingTableRules | null = before && {
        version: rules.version,
        changes: ruleChanges(before, rules).map(changeText),
        effects: tableEffects(outcome).map(effectLine),
      };
      return { outcome, pending };
    },
    /** Adds the rules in force of a scheme over a table as a sheet; its name. */
    writeRules: (id: string): Promise<string> => addSchemeSheet(host, tableSchemeById(id)!),
    takeRulesOver: (id: string, signature: Signature, watch: Watch): Promise<void> =>
      takeOver(host, tableSchemeById(id)!, signature, watch),
    giveRulesUp: (id: string): Promise<void> => giveUp(host, tableSchemeById(id)!),
    /** Computes a scheme over a table afresh and adds the sheets with its results. Rejects with OtherScheme, too. */
    fill: (id: string): Promise<FilledTable> => fillTable(host, tableSchemeById(id)!),
  };
}

/** The calls as a pane makes them. */
export type SchemesDesk = ReturnType<typeof createSchemesDesk>;

/** The memory with the scheme. Period and rulings were decided for another regulation. */
function onto(memory: Memory, id: string): Memory {
  return { ...withScheme(memory, id, null), period: null, rulings: {} };
}

function schemeOf(id: string): Scheme | TableScheme {
  return schemeById(id) ?? tableSchemeById(id)!;
}

function templateOf(scheme: Scheme | TableScheme) {
  return 'kind' in scheme ? tableTemplate(scheme) : templateSheets(scheme);
}

function listOf({ snapshot }: Evaluation): readonly SchemeOffer[] {
  const fitting = new Set(fittingSchemes(snapshot).map(({ scheme }) => scheme.id));
  const own = schemeIdOf(memoryOf(snapshot));
  const offers = [...schemeIds, ...tableSchemeIds].map((id): SchemeOffer => {
    const scheme = schemeOf(id);
    return {
      id,
      title: scheme.title,
      isTable: 'kind' in scheme,
      fits: fitting.has(id),
      isOwn: id === own,
    };
  });
  // The workbook's own first, then those that fit it.
  const rank = ({ isOwn, fits }: SchemeOffer): number => (isOwn ? 0 : fits ? 1 : 2);
  return offers.sort((one, other) => rank(one) - rank(other));
}
