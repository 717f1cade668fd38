import type { Step } from '../../model';
import { figure, figureIn } from './figures';

/** The score and the arithmetic of its basis. */
export function scoreText(step: Step): string {
  if (step.value === null) return '未计分:有错误未改正,或没有抽查样本';
  const score = figure(step.value);
  if (step.data.zeroed === true) return `成绩 ${score}:发生事故,总得分计 0 分`;
  const raw = step.children[0];
  const points = raw ? figure(figureIn(raw, 'exact')) : '—';
  const maximum = raw ? figure(figureIn(raw, 'maximum')) : '—';
  switch (step.data.basis) {
    case 'normalized':
      return `成绩 ${score}:各项合计 ${points} ÷ 应得 ${maximum} × 100`;
    case 'hundredMinusDeductions':
      return `成绩 ${score}:100 减去各项扣分(应得 ${maximum},合计 ${points})`;
    case 'rawCappedAt100':
      return `成绩 ${score}:各项合计 ${points},最多计 100`;
    default:
      return `成绩 ${score}:各项合计 ${points} / ${maximum}`;
  }
}

const MISSING: Readonly<Record<string, string>> = {
  exclude: '没有数据,不计入总分',
  fullMarks: '没有数据,按满分计',
  zero: '没有数据,按 0 分计',
  unscored: '没有抽查样本,不能计分',
};

export function sectionText(step: Step, title: string): string {
  const maximum = figure(figureIn(step, 'maximum'));
  if (step.data.state === 'missing')
    return `${title}(${maximum} 分):${MISSING[String(step.data.mode)] ?? ''}`;
  if (step.value === null) return `${title}(${maximum} 分):数据有错误,改正后才能计算`;
  const floored = step.data.floored === true ? `,应扣 ${figure(figureIn(step, 'lost'))} 分,扣完为止` : '';
  return `${title} ${figure(step.value)} / ${maximum}${floored}`;
}

export function averagingText(step: Step): string {
  const households = figure(figureIn(step, 'households'));
  const lost = figure(figureIn(step, 'lost'));
  const head = `抽查 ${households} 户,`;
  switch (step.data.mode) {
    case 'meanOfCapped':
      return `${head}各户得分平均:${figure(figureIn(step, 'reached'))} ÷ ${households} = ${figure(step.value)}`;
    case 'capOfMean': {
      if (step.data.itemsLimited === true)
        return `${head}平均每户扣分:${lost} ÷ ${households}${limitedText(step)}`;
      const taken = figure(figureIn(step, 'taken'));
      return `${head}平均每户扣分:${lost} ÷ ${households} = ${taken};${fromWhole(step)}`;
    }
    default:
      if (step.data.itemsLimited === true) return `${head}各户扣分累计 ${lost} 分${limitedText(step)}`;
      return `${head}各户扣分累计 ${lost} 分;${fromWhole(step)}`;
  }
}

/** Where items have points of their own, no more than those is taken under each. */
function limitedText(step: Step): string {
  return `,单项分值扣完为止,共扣 ${figure(figureIn(step, 'taken'))} 分;${fromWhole(step)}`;
}

/** `20 - 8.5 = 11.5`, or where the floor binds. */
function fromWhole(step: Step): string {
  const maximum = figureIn(step, 'maximum');
  const taken = figureIn(step, 'taken');
  const floored = maximum !== null && taken !== null && taken.compare(maximum) > 0;
  return `${figure(maximum)} - ${figure(taken)} = ${figure(step.value)}${floored ? '(扣完为止)' : ''}`;
}

export function householdText(step: Step): string {
  const name = step.subject === '' ? '(未写户名)' : step.subject;
  const floored = step.data.floored === true ? ',扣完为止' : '';
  return `${name}:${figure(step.value)} / ${figure(figureIn(step, 'maximum'))}${floored}`;
}

export function passLineText(step: Step): string {
  const { grade } = step.data;
  return typeof grade === 'string' ? `等次 ${grade};${lineText(step)}` : lineText(step);
}

function lineText(step: Step): string {
  const line = figure(figureIn(step, 'line'));
  const short = figureIn(step, 'short');
  if (short === null) return `达标线 ${line} 分:未计分,是否达标不能确定`;
  if (short.compare(0) <= 0) return `达标线 ${line} 分:已达标`;
  const below = `达标线 ${line} 分:差 ${figure(short)} 分`;
  if (step.data.deducts === false) return below;
  if (step.value === null) return `${below},考核扣分尚不能确定`;
  const mean = figureIn(step, 'department');
  const spared = step.data.condition === 'onlyIfDepartmentBelowLine' && step.value.compare(0) === 0;
  const why = spared && mean !== null ? `(部门平均 ${figure(mean)},按此口径部门未达标才扣)` : '';
  return `${below},考核扣分 ${figure(step.value)}${why}`;
}
