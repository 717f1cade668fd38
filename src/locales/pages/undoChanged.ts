import { inLanguages } from '../languages';
import { plural } from '../plural';

/** What is asked before an undo gives up later edits. */
export const undoChangedWords = inLanguages(
  {
    title: '填写之后又有改动',
    explain: (count: number) =>
      `这 ${count} 个单元格在填写之后被改过。撤销会恢复填写之前的内容，这些改动将会丢失。`,
    anyway: '仍要撤销',
    keep: '不撤销',
  },
  {
    title: 'Changed since the fill',
    explain: (count) =>
      `${plural(count, 'cell was', 'cells were')} changed after the fill. Undoing brings back what stood there before the fill; these changes will be lost.`,
    anyway: 'Undo anyway',
    keep: 'Do not undo',
  },
);
