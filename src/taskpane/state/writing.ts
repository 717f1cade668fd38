import { freshly, options, type Tools } from './work';

/** Actions that write into the workbook's sheets, or show what they would write. */
export function writingActions(tools: Tools) {
  const { services, get, run } = tools;
  const fillNow = (extra: { overwriteFormulas?: boolean } = {}) =>
    run('fill', async (watch) => {
      const { evaluation, plan } = await services.fill({ ...options(get()), ...extra }, watch);
      return {
        evaluation,
        summary: plan ? 'current' : get().summary,
        undoes: 'fill',
        outcome: { kind: 'filled', plan },
        verdict: false,
        view: { name: 'results' },
        attention: get().attention + 1,
      };
    });
  const preview = () =>
    run('plan', async (watch) => {
      const planned = await services.plan(options(get()), watch);
      return { evaluation: planned.evaluation, view: { name: 'preview', planned } };
    });
  return {
    fillNow,
    preview,
    addTemplate: () =>
      run('template', async (watch) => {
        const sheets = await services.addTemplate(watch);
        return { ...(await freshly(tools, watch)), outcome: { kind: 'templateAdded', sheets } };
      }),
    fill: () => (get().preferences.previewBeforeFill ? preview() : fillNow()),
    undo: (evenIfChanged = false) =>
      run('undo', async (watch) => {
        const undone = await services.undo({ evenIfChanged }, watch);
        if (undone.kind === 'changed') return { view: { name: 'undo', cells: undone.cells } };
        const fixes = get().undoes === 'fixes';
        const done = fixes ? 'fixesUndone' : 'undone';
        const outcome = { kind: undone.kind === 'undone' ? done : 'nothingToUndo' } as const;
        const view = { name: fixes ? 'fixes' : 'results' } as const;
        return { ...(await freshly(tools, watch)), outcome, view, undoes: 'fill' };
      }),
  };
}
