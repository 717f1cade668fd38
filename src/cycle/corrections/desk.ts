import { resting, type ReadOptions, type WorkbookHost } from '../../workbook/host';
import { schemeOfBook } from '../scheme';
import { planCorrection, type Wish } from './correct';
import type { Correction } from './record';

/** How a call is watched and stopped. */
type Watch = Required<Pick<ReadOptions, 'signal' | 'onProgress'>>;

/**
 * Corrections of an open workbook, on somebody's word. Each call reads it afresh and rejects with a CorrectionError,
 * HostError or MemoryError, and nothing was written then.
 */
export function createCorrections(host: WorkbookHost) {
  const plan = async (wish: Wish, watch: Watch, keepUndo: boolean) => {
    const snapshot = await host.read(watch);
    return { snapshot, ...planCorrection(snapshot, schemeOfBook(snapshot), wish, new Date(), { keepUndo }) };
  };
  return {
    /** What it would put on record; nothing is written. */
    preview: async (wish: Wish, watch: Watch): Promise<Correction> =>
      (await plan(wish, watch, false)).correction,
    /** Writes the cell and the record; one undo of the session takes both back. */
    async correct(wish: Wish, watch: Watch): Promise<Correction> {
      const { changes, correction, snapshot } = await plan(wish, watch, true);
      watch.signal.throwIfAborted();
      await host.write(changes, resting(snapshot, watch.signal));
      return correction;
    },
  };
}

/** The calls as a pane makes them. */
export type Corrections = ReturnType<typeof createCorrections>;
