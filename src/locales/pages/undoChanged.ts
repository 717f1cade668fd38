import { inLanguages } from '../languages';
import { plural } from '../plural';

/** What is asked before an undo gives up later edits. */
export const undoChangedWords = inLanguages(
  {
    title: (work: string) => `${work}之后又有改动`,
    explain: (work: string, count: number) =>
      `这 ${count} 个单元格在${work}之后被改过。撤销会恢复${work}之前的内容，这些改动将会丢失。`,
    anyway: '仍要撤销',
    keep: '不撤销',
  },
  {
    title: (work) => `Changed since the ${work}`,
    explain: (work, count) =>
      `${plural(count, 'cell was', 'cells were')} changed after the ${work}. Undoing brings back what stood there before; these changes will be lost.`,
    anyway: 'Undo anyway',
    keep: 'Do not undo',
  },
);
