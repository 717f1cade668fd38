import type { Evaluation, FillOptions } from '../../app/evaluation';
import type { VisitEntry } from '../../app/entry/desk';
import { inParts } from '../../app/slices';
import { freshlyAfter, options, type Tools } from './work';

/** Number of persons with a score that a fill was about. */
function filledPersons({ scores }: Evaluation, { departments }: FillOptions): number {
  return scores.persons.filter(
    ({ status, assessee }) =>
      status === 'scored' && (!departments || departments.includes(assessee.department)),
  ).length;
}

/** Actions that write into the workbook's sheets, or show what they would write. */
export function writingActions(tools: Tools) {
  return { ...fillActions(tools), ...sheetActions(tools), undo: undoAction(tools) };
}

function fillActions({ services, get, run }: Tools) {
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
      return {
        evaluation: planned.evaluation,
        outcome: { kind: 'planned' },
        view: { name: 'preview', planned, options: extra },
      };
    });
  return {
    fillNow,
    preview,
    fill: () => (get().preferences.previewBeforeFill ? preview() : fillNow()),
  };
}

/** What adds rows or sheets of their own; the workbook is read afresh after it. */
function sheetActions(tools: Tools) {
  const { services, get, run } = tools;
  return {
    addTemplate: () =>
      run('template', async (watch) => {
        const sheets = await services.addTemplate(watch);
        return freshlyAfter(tools, watch, { kind: 'templateAdded', sheets });
      }),
    addExample: () =>
      run('example', async (watch) => {
        const sheets = await services.addExample(watch);
        return freshlyAfter(tools, watch, { kind: 'exampleAdded', sheets });
      }),
    enter: async (entry: VisitEntry, accepted: readonly string[]) => {
      let isEntered = false;
      await run('entry', async (watch) => {
        const { kind, preview } = await services.entry.enter(entry, accepted, options(get()), watch);
        isEntered = kind === 'entered';
        if (!isEntered) return freshlyAfter(tools, watch, { kind: 'entryAsked' });
        const place = { ...preview.plan.rows[0]!, column: 0 };
        const household = entry.household || entry.licence;
        return freshlyAfter(tools, watch, { kind: 'entered', household, place });
      });
      return isEntered;
    },
  };
}

function undoAction(tools: Tools) {
  const { services, get, run } = tools;
  return (evenIfChanged = false) =>
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
      const kind = undone.kind === 'undone' ? UNDONE[work] : 'nothingToUndo';
      const view = { name: PAGE_OF[work] };
      return { ...(await freshlyAfter(tools, { ...watch, onProgress: reading! }, { kind })), view };
    });
}

const UNDONE = {
  fill: 'undone',
  fixes: 'fixesUndone',
  entry: 'entryUndone',
  correction: 'correctionUndone',
} as const;

/** Where somebody goes on after an undo. */
const PAGE_OF = { fill: 'results', fixes: 'fixes', entry: 'entry', correction: 'cycle' } as const;
