import type { Evaluation, FillOptions } from '../../app/evaluation';
import type { VisitEntry } from '../../app/entry/desk';
import { inParts } from '../../app/slices';
import { freshly, options, type Tools } from './work';

/** Number of persons with a score that a fill was about. */
function filledPersons({ scores }: Evaluation, { departments }: FillOptions): number {
  return scores.persons.filter(
    ({ status, assessee }) =>
      status === 'scored' && (!departments || departments.includes(assessee.department)),
  ).length;
}

/** Actions that write into the workbook's sheets, or show what they would write. */
export function writingActions(tools: Tools) {
  const { services, get, run } = tools;
  const fillNow = (extra: FillOptions = {}) =>
    run('fill', async (watch) => {
      const { evaluation, plan } = await services.fill({ ...options(get()), ...extra }, watch);
      const partial = extra.departments !== undefined;
      return {
        evaluation,
        summary: plan && !partial ? 'current' : plan ? services.summaryState(evaluation) : get().summary,
        outcome: { kind: 'filled', plan, persons: filledPersons(evaluation, extra), options: extra },
        verdict: false,
        view: { name: 'results' },
        attention: get().attention + 1,
      };
    });
  const preview = (extra: FillOptions = {}) =>
    run('plan', async (watch) => {
      const planned = await services.plan({ ...options(get()), ...extra }, watch);
      return { evaluation: planned.evaluation, view: { name: 'preview', planned, options: extra } };
    });
  return {
    fillNow,
    preview,
    addTemplate: () =>
      run('template', async (watch) => {
        const sheets = await services.addTemplate(watch);
        return { ...(await freshly(tools, watch)), outcome: { kind: 'templateAdded', sheets } };
      }),
    enter: async (entry: VisitEntry, accepted: readonly string[]) => {
      let isEntered = false;
      await run('entry', async (watch) => {
        const { kind, preview } = await services.entry.enter(entry, accepted, options(get()), watch);
        isEntered = kind === 'entered';
        const fresh = await freshly(tools, watch);
        if (!isEntered) return { ...fresh, outcome: { kind: 'entryAsked' } };
        const [place] = preview.plan.rows;
        const household = entry.household || entry.licence;
        return { ...fresh, outcome: { kind: 'entered', household, place: { ...place!, column: 0 } } };
      });
      return isEntered;
    },
    addExample: () =>
      run('example', async (watch) => {
        const sheets = await services.addExample(watch);
        return { ...(await freshly(tools, watch)), outcome: { kind: 'exampleAdded', sheets } };
      }),
    fill: () => (get().preferences.previewBeforeFill ? preview() : fillNow()),
    undo: (evenIfChanged = false) =>
      run('undo', async (watch) => {
        const work = get().undoes ?? 'fill';
        const [undoing, reading] = inParts(watch.onProgress, [0.5, 0.5]);
        const undone = await services.undo({ evenIfChanged }, { ...watch, onProgress: undoing! });
        if (undone.kind === 'changed') {
          const { cells } = undone;
          return {
            outcome: { kind: 'undoAsked', work, cells: cells.length },
            view: { name: 'undo', work, cells },
          };
        }
        const outcome = undone.kind === 'undone' ? UNDONE[work] : 'nothingToUndo';
        const view = { name: PAGE_OF[work] };
        const fresh = await freshly(tools, { ...watch, onProgress: reading! });
        return { ...fresh, outcome: { kind: outcome }, view };
      }),
  };
}

const UNDONE = {
  fill: 'undone',
  fixes: 'fixesUndone',
  entry: 'entryUndone',
  correction: 'correctionUndone',
} as const;

/** Where somebody goes on after an undo. */
const PAGE_OF = { fill: 'results', fixes: 'fixes', entry: 'entry', correction: 'cycle' } as const;
