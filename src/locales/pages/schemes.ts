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
    compute: '写出结果表',
    added: (count: number) => (count === 0 ? '模板的表都已经有了。' : `已加入 ${count} 张表。`),
    used: '已按选定的办法重新计分，工作簿会记住。',
    written: (names: string) => `已写出${names}。`,
    nothing: '没有可以得出的结果，没有写。',
    known: (known: number, unknown: number) => `得出结果 ${known} 行，未得出 ${unknown} 行。`,
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
    compute: 'Write the results',
    added: (count: number) => (count === 0 ? 'All its sheets are there already.' : `Sheets added: ${count}`),
    used: 'Scored by the chosen regulation; the workbook remembers it.',
    written: (names: string) => `Written: ${names}`,
    nothing: 'There is no result to write.',
    known: (known: number, unknown: number) => `Rows with a result: ${known}, without: ${unknown}`,
    failed: (message: string) => `Not done: ${message}`,
    list: 'Regulations',
  },
);
