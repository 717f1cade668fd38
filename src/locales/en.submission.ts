import type { submissionZhCN } from './zh-CN.submission';

function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** What the pane says on the way to handing in, in English. */
export const submissionEn: typeof submissionZhCN = {
  work: {
    fix: 'Repairing',
    mark: 'Marking the cells',
    unmark: 'Removing marks',
    report: 'Writing the report sheet',
    seal: 'Sealing',
    verify: 'Verifying the seal',
  },
  status: {
    fixed: (cells) => `${plural(cells, 'cell')} repaired.`,
    nothingFixed: 'Nothing repaired: the cells have changed; see the new list.',
    skipped: (cells) => `${plural(cells, 'cell')} had changed and was left alone.`,
    fixesUndone: 'Repair undone; what stood there before is back.',
    marked: (cells) =>
      `${plural(cells, 'cell')} marked. Newer Excel adds a note that says why; a cell with a note of its own is only coloured.`,
    nothingToMark: 'No cell to mark; old marks are gone.',
    unmarked: 'All marks removed; every cell looks as before.',
    reported: (sheet, rows) => `“${sheet}” written with ${plural(rows, 'row')}.`,
    sealed: 'Sealed.',
    intact: 'As it was sealed.',
    changed: (count) => `Changed since it was sealed: ${plural(count, 'place')}.`,
    noSeal: 'This workbook has no seal.',
  },
  actions: {
    label: 'After the check',
    fixes: (count) => `${plural(count, 'repair')} offered`,
    mark: 'Mark faulty cells',
    unmark: 'Remove marks',
    report: 'Write report sheet',
    seal: 'Seal',
    sealTip: 'Records content and result as they now are',
    verify: 'Verify seal',
  },
  fixes: {
    title: 'Cells that can be repaired',
    intro:
      'Only how it is written changes, no meaning and no score. Nothing is repaired unasked; one undo takes it back.',
    none: 'There is nothing to repair.',
    all: (count) => `Repair all (${count})`,
    one: 'Repair',
    oneAt: (place) => `Repair ${place}`,
    list: 'Repairs',
    before: 'Before',
    after: 'After',
    kinds: {
      number: 'Text to number',
      sign: 'Negative deduction to positive',
      text: 'Spaces or full-width characters removed',
      date: 'Text to date',
    },
  },
  seal: {
    title: 'Seal',
    intact: 'As it was sealed',
    changed: 'Changed since it was sealed',
    none: 'No seal',
    noneExplain: 'This workbook was not sealed, or the seal did not travel with the file.',
    again: 'Verify again',
    time: 'Sealed at',
    persons: 'Assessments',
    warnings: 'Warnings',
    code: 'Code',
    codeExplain: 'Pass the code on to whoever receives the workbook; they should see the same one.',
    explain: 'A seal shows whether anything was changed. It is no signature.',
    changes: 'What changed',
    more: (count) => `${count} more`,
  },
};
