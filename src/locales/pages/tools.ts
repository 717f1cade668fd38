import { inLanguages } from '../languages';

/** The list of everything that is not needed every day. */
export const toolsWords = inLanguages(
  {
    title: '更多功能',
    entry: { title: '快速登记', note: '把一户的走访写进自己的明细表，边填边看得分' },
    cycle: { title: '半年工作', note: '抽样、汇集、通报、归档和对比' },
    rules: { title: '评分标准', note: '看按哪个版本计分；写成工作表修改，先看谁的得分会变再采用' },
    schemes: { title: '其他办法', note: '物业月度评分、部门考核、客户分类、质检统计等' },
    seal: { title: '核对提交凭证', note: '看看封存以后有没有改动' },
    marks: { title: '清除标记', note: '去掉问题单元格上的颜色，恢复原来的格式' },
    snapshot: { title: '保存快照', note: '把读到的内容存成文件，交给维护人员重新计算' },
    guide: { title: '使用指南', note: '带图的步骤，以及各种提示该怎么办' },
  },
  {
    title: 'More',
    entry: {
      title: 'Quick entry',
      note: 'Write one visit into your own sheet and see its score as you go',
    },
    cycle: { title: 'The half-year', note: 'Draw, collect, publish, archive and compare' },
    rules: {
      title: 'Rules',
      note: 'Which version counts; change the rules on a sheet and see whose score would move',
    },
    schemes: { title: 'Other regulations', note: 'Monthly scoring, departments, classes, counts' },
    seal: { title: 'Verify the seal', note: 'See whether anything has changed since it was sealed' },
    marks: { title: 'Clear marks', note: 'Take the colours off the cells with issues' },
    snapshot: {
      title: 'Save a snapshot',
      note: 'Save what was read as a file, to be computed again elsewhere',
    },
    guide: { title: 'Guide', note: 'The steps with pictures, and what to do about each message' },
  },
);
