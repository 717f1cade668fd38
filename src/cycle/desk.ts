import type { Evaluation } from '../app/evaluation';
import { isExpectedFailure } from '../app/failures';
import { memoryOf, settingsOf } from '../app/remembered';
import type { Scheme } from '../model';
import { HostError } from '../workbook/host';
import { archived, compared, verified } from './archive/desk';
import { bulletinSheets } from './bulletin/bulletin';
import type { Naming } from './bulletin/naming';
import { type CollectOutcome, CollectRun } from './collect/collectRun';
import { collectReportText } from './collect/reportSheet';
import type { CollectedFile } from './collect/part';
import { takeFile } from './collect/take';
import { compareVisits, isAsDrawn } from './draw/compareVisits';
import { draw, whyNoDraw } from './draw/draw';
import { absentStrata, readCustomers } from './draw/readCustomers';
import { type DrawRecord, recordOf, requireDraw } from './draw/record';
import { type Detail, drawSheets } from './draw/sheets';
import { comparisonText, drawText } from './draw/texts';
import { drawMemory } from './draw/workbook';
import type { ChosenFile, FileWork, Made } from './files';
import { schemeOfBook, scoringSchemeById } from './scheme';
import { scoredText } from './scoredText';
import { slipSheet } from './slips/slips';

export type { ChosenFile, Made } from './files';

/** How a long call is watched and stopped. `onProgress` gets 0 to 1. */
interface Watch {
  readonly signal: AbortSignal;
  readonly onProgress: (share: number) => void;
}

export interface DrawWish {
  readonly seed: string;
  readonly detail: Detail;
  /** Ids of strata, of those that the desk names. */
  readonly strata: readonly string[];
  /** Workbook of the last draw, whose customers are spared; `null` for none. */
  readonly last: ChosenFile | null;
}

/**
 * The half-year's work over files that somebody chooses; every call rejects with a sentence for people, or aborted.
 * `scheme` gives the one of the open workbook; a file that remembers its own goes by that.
 */
export function createCycleDesk(files: FileWork, scheme: () => Scheme) {
  return {
    /** What a draw can be divided by. */
    get strata() {
      return (scheme().sampling.strata ?? []).map(({ id, name }) => ({ id, name }));
    },
    draw: async (list: ChosenFile, wish: DrawWish): Promise<Made> => drawn(files, scheme(), list, wish),
    /** Compares visits with the draw that `drawn` bears, or the workbook itself. */
    drawCheck: async (workbook: ChosenFile, drawn: ChosenFile | null): Promise<Made> =>
      checkedDraw(files, workbook, drawn),
    collect: (chosen: readonly ChosenFile[], period: string | null, watch: Watch): Promise<Made> =>
      collected(files, schemeOfFiles(files, chosen) ?? scheme(), chosen, period, watch),
    bulletin: async (evaluation: Evaluation, naming: Naming): Promise<Made> => {
      const text = scoredText(evaluation);
      if (evaluation.scores.persons.every(({ status }) => status === 'unscored')) {
        return { bytes: null, text, isClean: false };
      }
      const bytes = files.newWorkbook(await bulletinSheets(evaluation, naming));
      return { bytes, text, isClean: evaluation.counts.error === 0 };
    },
    slips: async (evaluation: Evaluation): Promise<Made> => {
      const { persons } = evaluation.scores;
      if (persons.length === 0) return { bytes: null, text: '没有可以出明细单的人。', isClean: false };
      const bytes = files.newWorkbook([slipSheet(evaluation, persons)]);
      return { bytes, text: scoredText(evaluation), isClean: evaluation.counts.error === 0 };
    },
    archive: (workbook: ChosenFile, now: Date): Promise<Made> => archived(files, workbook, now),
    verify: (archive: ChosenFile): Promise<Made> => verified(files, archive),
    compare: (before: ChosenFile, after: ChosenFile): Promise<Made> => compared(files, before, after),
  };
}

/** The calls as a pane makes them. */
export type CycleDesk = ReturnType<typeof createCycleDesk>;

function drawn(files: FileWork, scheme: Scheme, list: ChosenFile, wish: DrawWish): Made {
  const { seed, detail, strata, last } = wish;
  const refusal = whyNoDraw(scheme);
  if (refusal !== null) return { bytes: null, text: refusal, isClean: false };
  const read = readCustomers(files.readWorkbook(list.bytes, list.name), scheme);
  const absent = absentStrata(read, strata, scheme);
  if (absent !== null) return { bytes: null, text: absent, isClean: false };
  const exclude = new Set(last ? drawnIn(files, last).drawn.map(({ key }) => key) : []);
  const options = { seed, strata, exclude };
  const { areas, notes } = draw(read.customers, scheme, options);
  const record = recordOf(scheme, list.name, read.customers, areas, options);
  const all = [...read.notes, ...notes];
  const text = drawText(record, all);
  if (record.drawn.length === 0) return { bytes: null, text, isClean: false };
  const bytes = files.newWorkbook(drawSheets(scheme, record, all, detail), drawMemory(record));
  return { bytes, text, isClean: all.every(({ severity }) => severity !== 'error') };
}

const noDraw = (message: string): HostError => new HostError('unsupported', message);

/** The draw that a file bears. Throws HostError or MemoryError. */
function drawnIn(files: FileWork, { bytes, name }: ChosenFile): DrawRecord {
  return requireDraw(files.readWorkbook(bytes, name), name, noDraw);
}

function checkedDraw(files: FileWork, workbook: ChosenFile, drawn: ChosenFile | null): Made {
  const snapshot = files.readWorkbook(workbook.bytes, workbook.name);
  const record = drawn ? drawnIn(files, drawn) : requireDraw(snapshot, workbook.name, noDraw);
  const scheme = scoringSchemeById(record.scheme.id);
  const { answers } = settingsOf(memoryOf(snapshot), scheme);
  const comparison = compareVisits(snapshot, scheme, record, answers);
  return { bytes: null, text: comparisonText(comparison, scheme), isClean: isAsDrawn(comparison) };
}

async function collected(
  files: FileWork,
  scheme: Scheme,
  chosen: readonly ChosenFile[],
  period: string | null,
  { signal, onProgress }: Watch,
): Promise<Made> {
  const run = new CollectRun(scheme, { period, rulings: {} }, files.longTables());
  for (const [at, { name, bytes }] of chosen.entries()) {
    onProgress(at / chosen.length);
    await breath();
    signal.throwIfAborted();
    const taken = await taking(files, scheme, { name, bytes });
    // What no longer fits into a sheet ends the whole: a workbook with part of a file in it would pass for the whole.
    if (typeof taken === 'string') run.fail(name, taken);
    else run.add(taken);
  }
  const outcome: CollectOutcome = run.finish();
  if (outcome.kind === 'again') {
    return collected(files, scheme, chosen, outcome.period, { signal, onProgress });
  }
  const { report } = outcome;
  const text = collectReportText(report);
  if (outcome.kind === 'refused') return { bytes: null, text: text + outcome.message, isClean: false };
  const isClean = report.notes.every(({ severity }) => severity !== 'error');
  return { bytes: outcome.bytes, text, isClean };
}

/** What a file gives; the sentence that says why it gives nothing. */
async function taking(
  files: FileWork,
  scheme: Scheme,
  { name, bytes }: ChosenFile,
): Promise<CollectedFile | string> {
  try {
    return await takeFile(files.readWorkbook(bytes, name), scheme, name);
  } catch (error) {
    if (!isExpectedFailure(error)) throw error;
    return error.message;
  }
}

/** The scheme that the first file remembers which remembers one; `null` for none. Throws HostError. */
function schemeOfFiles(files: FileWork, chosen: readonly ChosenFile[]): Scheme | null {
  for (const { name, bytes } of chosen) {
    const memory = memoryIn(files, { name, bytes });
    if (memory !== null) return schemeOfBook({ memory });
  }
  return null;
}

/** What a file remembers; `null` for nothing, and where it cannot be read: that is said when it is taken. */
function memoryIn(files: FileWork, { name, bytes }: ChosenFile): string | null {
  try {
    return files.readMemory(bytes, name);
  } catch (error) {
    if (!isExpectedFailure(error)) throw error;
    return null;
  }
}

/** Lets the page show how far it is, and a press on 取消 arrive. */
function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
