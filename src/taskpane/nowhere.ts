import type { PaneServices } from './state/services';

class NoWorkbook extends Error {
  override name = 'HostError';
}

/** Services where there is no workbook: each says so. What the pane shows outside Excel. */
export function createNowhereServices(): PaneServices {
  const refuse = () => Promise.reject(new NoWorkbook('请在 Excel 里打开本面板。'));
  return {
    check: refuse,
    plan: refuse,
    planOf: () => {
      throw new NoWorkbook('没有打开的工作簿。');
    },
    fill: refuse,
    undo: refuse,
    undoable: () => null,
    select: refuse,
    summaryState: () => 'none',
    explain: () => [],
    rememberedPeriod: () => null,
    setPeriod: refuse,
    setRulings: refuse,
    addTemplate: refuse,
    addExample: refuse,
    snapshotToSave: () => null,
    answer: refuse,
    forget: refuse,
    previewRulings: () => ({ persons: [], departments: [] }),
    rules: { pending: () => null, write: refuse, takeOver: refuse, giveUp: refuse },
    entry: {
      choices: () => ({ targets: [], closed: [], persons: [], households: [] }),
      acceptance: () => '',
      serial: () => null,
      preview: refuse,
      enter: refuse,
    },
    schemes: {
      list: () => [],
      use: refuse,
      template: refuse,
      look: refuse,
      fill: refuse,
      writeRules: refuse,
      takeRulesOver: refuse,
      giveRulesUp: refuse,
    },
    corrections: { preview: refuse, correct: refuse },
    follower: { watch: refuse, follow: refuse, prepare: refuse, missed: () => undefined },
    submission: {
      offers: refuse,
      fix: refuse,
      mark: refuse,
      removeMarks: refuse,
      report: refuse,
      seal: refuse,
      verify: refuse,
    },
  };
}
