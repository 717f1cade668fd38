import type { Evaluation } from '../../app/evaluation';
import { periodTitle, published, reportDay } from '../../model';
import { fieldName } from '../fieldName';
import type { Facts } from './facts';

/** The bulletin in a few sentences; every figure is one of the results. */
export function sentences(evaluation: Evaluation, facts: Facts): string[] {
  const { scores, period, scheme } = evaluation;
  const { departments, persons } = scores;
  const unit = fieldName(scheme, 'department');
  const posts = facts.posts.map(({ name, persons: count }) => `${name} ${count} 人次`).join('、');
  const lines = [
    `${periodTitle(period) || '本期'}按《${scheme.title}》对 ${departments.length} 个${unit}、${persons.length} 人次进行了测评,其中${posts}。`,
  ];
  const ranked = [...departments].filter(({ score }) => score !== null);
  ranked.sort((one, other) => other.score!.compare(one.score!));
  const [first] = ranked;
  const last = ranked.at(-1);
  if (first && last && first !== last) {
    lines.push(
      `${unit}平均得分最高的是${first.name}(${published(first.score)} 分),最低的是${last.name}(${published(last.score)} 分)。`,
    );
  }
  const short = departments.filter(({ qualified }) => qualified === false);
  lines.push(
    short.length === 0
      ? `公布平均得分的${unit}都达到 ${facts.line} 分。`
      : `平均得分低于 ${facts.line} 分的${unit}有 ${short.length} 个:${short.map(({ name }) => name).join('、')}。`,
  );
  const deducted =
    scheme.passLine.deducts === false
      ? ''
      : `,按${scheme.passLine.clause}扣考核分的有 ${facts.deducted.length} 人次`;
  lines.push(
    facts.below.length === 0
      ? '没有个人得分低于达标线。'
      : `个人得分低于达标线的有 ${facts.below.length} 人次${deducted}。`,
  );
  const [dearest] = facts.rules;
  if (dearest) {
    lines.push(
      `扣分最多的一条是“${dearest.title}”(${dearest.clause}),涉及 ${dearest.persons} 人次、${dearest.places} 处,共 ${dearest.points} 分。`,
    );
  }
  const { reporting } = scheme;
  const reportBy = reporting && period !== null ? reportDay(period, reporting.day) : null;
  if (reportBy !== null) lines.push(`应于 ${reportBy} 前通报(${reporting?.clause ?? ''})。`);
  if (facts.unscored.length > 0) {
    lines.push(`还有 ${facts.unscored.length} 人次因资料有错误没有计分,以上数字不是最终结果。`);
  }
  return lines;
}
