import type { Corrections } from '../../src/cycle/corrections/desk';
import type { UndoableWork } from '../../src/taskpane/state/services';

interface Stage {
  readonly calls: string[];
  undoes: UndoableWork | null;
}

/** Corrections of one cell over a stage in memory: the same one whatever is asked for. */
export function createFakeCorrections(stage: () => Stage): Corrections {
  const corrections: Corrections = {
    async preview({ value, by, reason }) {
      stage().calls.push('preview a correction');
      return {
        time: '2024-07-01T08:00:00+08:00',
        by,
        reason,
        place: '明细!D12',
        before: 2,
        after: value,
        effects: ['一所 李明:68.33 分(考核扣分 16) → 69 分(考核扣分 15)'],
      };
    },
    async correct(wish, watch) {
      stage().calls.push(`correct ${wish.cell.sheet} ${wish.cell.row} ${wish.cell.column} by ${wish.by}`);
      stage().undoes = 'correction';
      return corrections.preview(wish, watch);
    },
  };
  return corrections;
}
