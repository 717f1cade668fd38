import { inLanguages } from '../languages';
import { plural } from '../plural';

/** The page about one department. */
export const departmentWords = inLanguages(
  {
    rank: (rank: number, of: number) => `部(所)第 ${rank} 名，共 ${of} 个`,
    persons: (count: number) => `${count} 人`,
    below: (count: number) => (count === 0 ? '没有人低于达标线' : `${count} 人低于达标线`),
    withheld: '有人未计分，平均得分暂不公布',
    deductions: '第十九条扣分',
    head: (points: string) => `负责人扣 ${points} 分`,
    ofPersons: (count: number, points: string) => `个人扣分 ${count} 人，合计 ${points} 分`,
    noDeduction: '没有扣分',
    list: '本部(所)人员',
    deduction: '考核扣分',
    pareto: '本部(所)扣分最多的条款',
    notFound: '最新的结果中没有这个部(所)。',
    open: (name: string) => `查看 ${name}`,
  },
  {
    rank: (rank: number, of: number) => `Rank ${rank} of ${of} departments`,
    persons: (count: number) => plural(count, 'person', 'people'),
    below: (count: number) => (count === 0 ? 'Nobody below the line' : `${count} below the line`),
    withheld: 'Mean withheld: somebody is not scored',
    deductions: 'Deductions of article 19',
    head: (points: string) => `The head loses ${points}`,
    ofPersons: (count: number, points: string) => `${plural(count, 'person', 'people')}, ${points} in all`,
    noDeduction: 'No deduction',
    list: 'People of this department',
    deduction: 'Deduction',
    pareto: 'Rules that cost this department most',
    notFound: 'This department is not in the latest result.',
    open: (name: string) => `Look at ${name}`,
  },
);
