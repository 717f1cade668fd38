import { inLanguages } from '../languages';

/** The page that says whom to fill and how. */
export const fillingWords = inLanguages(
  {
    title: '填写选项',
    departments: '填写哪些部(所)',
    all: '全部',
    persons: (count: number) => `${count} 人`,
    sheets: '汇总表',
    oneForAll: '一张，或者沿用已有的',
    perDepartment: '每个部(所)一张',
    order: '新行的次序',
    orders: {
      department: '部(所)、岗位，再按名册',
      rank: '部(所)、岗位，再按名次',
      roster: '按名册',
      score: '按得分，从高到低',
    },
    orderNote: '汇总表里已有的行不移动，旁边的备注也不会错位。',
    none: '至少选一个部(所)。',
    preview: '先看会写什么',
    fill: '按此填写',
    always: '每次填写前都先预览',
    empty: '还没有可以填写的人员。',
  },
  {
    title: 'Filling options',
    departments: 'Departments to fill',
    all: 'All',
    persons: (count) => `${count} ${count === 1 ? 'person' : 'people'}`,
    sheets: 'Summary',
    oneForAll: 'One for all, or as the workbook has them',
    perDepartment: 'One a department',
    order: 'Order of new rows',
    orders: {
      department: 'Department, post, then roster',
      rank: 'Department, post, then rank',
      roster: 'Roster',
      score: 'Score, highest first',
    },
    orderNote: 'Rows that stand in the summary already are never moved, so remarks stay beside them.',
    none: 'Choose at least one department.',
    preview: 'See what will be written',
    fill: 'Fill like this',
    always: 'Always preview before filling',
    empty: 'There is nobody to fill in yet.',
  },
);
