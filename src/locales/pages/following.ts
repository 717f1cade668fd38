import { inLanguages } from '../languages';

/** How the figures stand to what is typed into the sheets. */
export const followingWords = inLanguages(
  {
    rows: '已随改动更新',
    whole: '表头、行列或工作表有变动，已重读整本工作簿',
    waiting: '表里有改动，还没有算进来',
    off: '表里有改动，点“提交前校验”重算',
    failed: '没有跟上表里的改动，点“提交前校验”重算',
    title: '随改随算',
    note: '改动测评表以后，得分立刻更新；填写前总会重读整本工作簿',
  },
  {
    rows: 'Updated after the edit',
    whole: 'Headers, rows, columns or sheets changed: the whole workbook was read again',
    waiting: 'The sheets have changed; not taken in yet',
    off: 'The sheets have changed; press “Check before submitting” to recompute',
    failed: 'The edits could not be followed; press “Check before submitting”',
    title: 'Follow edits',
    note: 'Figures follow what is typed; the whole workbook is always read again before anything is written',
  },
);
