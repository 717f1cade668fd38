import { inLanguages } from '../languages';

/** The page on the product's schemes: what the workbook has sheets for, and what it goes by. */
export const schemesWords = inLanguages(
  {
    title: '其他办法',
    intro: '程序带有几种办法。工作簿里有哪一种的表，就列在前面；选定的办法会记在工作簿里。',
    own: '正在使用',
    fits: '工作簿里有它的表',
    use: '按它计分',
    template: '新建模板',
    results: '看结果',
    added: (count: number) => (count === 0 ? '模板的表都已经有了。' : `已加入 ${count} 张表。`),
    used: '已按选定的办法重新计分，工作簿会记住。',
    failed: (message: string) => `没有完成：${message}`,
    list: '办法',
  },
  {
    title: 'Other regulations',
    intro:
      'Several regulations come with the product. Those whose sheets the workbook has stand first; the chosen one is remembered in the workbook.',
    own: 'In use',
    fits: 'Its sheets are in the workbook',
    use: 'Score by it',
    template: 'New template',
    results: 'See the results',
    added: (count: number) => (count === 0 ? 'All its sheets are there already.' : `Sheets added: ${count}`),
    used: 'Scored by the chosen regulation; the workbook remembers it.',
    failed: (message: string) => `Not done: ${message}`,
    list: 'Regulations',
  },
);
