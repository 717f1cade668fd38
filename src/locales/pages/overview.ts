import { inLanguages } from '../languages';
import { plural } from '../plural';

/** A band of scores; one end may be open. */
function band(from: number, to: number): string {
  if (from === -Infinity) return `<${to}`;
  return to === Infinity ? `≥${from}` : `${from}–${to}`;
}

/** The page about the whole. */
export const overviewWords = inLanguages(
  {
    departments: '部(所)',
    mean: '平均得分',
    head: (points: string) => `负责人扣 ${points} 分`,
    below: (count: number) => `${count} 人未达标`,
    distribution: '得分分布',
    personCount: (count: number) => `${count} 人`,
    band,
    empty: '还没有结果。',
    withheld: '有人未计分，暂不公布',
    pareto: '扣分最多的条款',
    rule: '条款',
    paretoNote: '各人按总得分计的扣分之和；右边是累计占全部扣分的比例。',
    times: '处数',
    people: '人数',
    points: '扣分合计',
    pointsOf: (points: string) => `扣 ${points} 分`,
    cumulative: '累计',
    separator: '；',
    comma: '，',
    colon: '：',
    table: '查看数据表',
  },
  {
    departments: 'Departments',
    mean: 'Mean',
    head: (points) => `head loses ${points}`,
    below: (count) => `${count} below the line`,
    distribution: 'Distribution of scores',
    personCount: (count) => plural(count, 'person', 'people'),
    band,
    empty: 'No result yet.',
    withheld: 'Withheld: somebody is not scored',
    pareto: 'Rules that cost most points',
    rule: 'Rule',
    paretoNote:
      'Points of the raw totals lost by all people; at the right the running share of all points lost.',
    times: 'Places',
    people: 'People',
    points: 'Points',
    pointsOf: (points) => `${points} points`,
    cumulative: 'Running',
    separator: '; ',
    comma: ', ',
    colon: ': ',
    table: 'Show as table',
  },
);
