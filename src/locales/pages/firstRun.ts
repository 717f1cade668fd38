import { inLanguages } from '../languages';

/** What a workbook without anything to score is offered. */
export const firstRunWords = inLanguages(
  {
    title: '从这里开始',
    empty: '这个工作簿里还没有认出明细表。可以加一套空白模板来填写；已经有测评表的，到读表里看看认出了什么。',
    blank: '认出了表头，下面还没有数据。填好走访记录以后再点“提交前校验”。',
    create: '新建模板',
    example: '打开示例',
    tried: '示例是六个人的虚构数据，用来看看填写汇总表是什么样；只写进空白工作簿。',
    created: '模板加在现有的表后面，同名的表不动，不改动别的内容。',
    others: '其他办法',
    table: (title: string) => `这个工作簿里有“${title}”的表。`,
    results: '看结果',
    look: '看看读表',
    guide: '使用指南',
  },
  {
    title: 'Start here',
    empty:
      'No detail sheet was recognised in this workbook. Add a blank template to fill in; if you have scoring sheets, look under Sheets at what was made of them.',
    blank:
      'Headers were recognised, but there is no data below. Enter the visits, then press “Check before submitting”.',
    create: 'Make template',
    example: 'Open example',
    tried:
      'The example holds made-up entries of six people, to see what filling the summary is like; it is written into an empty workbook only.',
    created:
      'The template comes after the sheets that are there; a sheet of the same name is left alone, and nothing else is changed.',
    others: 'Other regulations',
    table: (title: string) => `The workbook has the sheets of “${title}”.`,
    results: 'See the results',
    look: 'Look at Sheets',
    guide: 'Guide',
  },
);
