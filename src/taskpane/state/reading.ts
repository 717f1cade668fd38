import type { SheetAnswer } from '../../app/sheetChoices';
import type { RulingValue } from '../../model';
import type { PaneState } from './paneState';
import { freshly, freshlyAfter, type Tools } from './work';

/** Actions that read the workbook afresh, some after they have made it remember something. */
export function readingActions(tools: Tools) {
  const { services, set, get, run } = tools;
  const read = (done: (state: PaneState) => Partial<PaneState>) =>
    run('check', async (watch) => ({ ...(await freshly(tools, watch)), ...done(get()) }));
  return {
    open: () => read(() => ({ outcome: { kind: 'read' } })),
    corrected: () => read(() => ({ outcome: { kind: 'corrected' } })),
    check: () =>
      read((state) => ({
        outcome: { kind: 'checked' },
        verdict: true,
        view: { name: 'results' },
        attention: state.attention + 1,
      })),
    async choosePeriod(period: string | null) {
      if (get().work) return;
      set({ period });
      await run('check', async (watch) => {
        await services.setPeriod(period);
        return { ...(await freshly(tools, watch)), outcome: { kind: 'read' } };
      });
    },
    applyRulings: (change: Readonly<Record<string, RulingValue>>) =>
      run('rulings', async (watch) => {
        await services.setRulings(change);
        return freshlyAfter(tools, watch, { kind: 'rulingsApplied' });
      }),
    answer: (answer: SheetAnswer) =>
      run('answers', async (watch) => {
        await services.answer(answer);
        return freshlyAfter(tools, watch, { kind: 'answered' });
      }),
    forget: (sheet: string) =>
      run('answers', async (watch) => {
        await services.forget(sheet);
        return freshlyAfter(tools, watch, { kind: 'forgotten' });
      }),
  };
}
