import type { Indicator, Scheme, Step } from '../../model';
import { figure, figureIn, rate, type RateUnit } from './figures';

const MODES: Readonly<Record<string, string>> = {
  whole: '只算满的',
  started: '不满的也算',
  proportional: '按比例算',
};

/** What an indicator's arithmetic comes to, in words; each kind of mechanism has its own sentence. */
export function indicatorText(step: Step, indicator: Indicator, scheme: Scheme): string {
  const head = `${indicator.id} ${indicator.title}`;
  return `${head}:${arithmetic(step, indicator, scheme)}`;
}

function arithmetic(step: Step, indicator: Indicator, scheme: Scheme): string {
  switch (indicator.kind) {
    case 'rateBelow':
    case 'rateAbove':
      return step.children.length > 0 ? '分组计算' : rateText(step, indicator);
    case 'band':
      return bandText(step);
    case 'perCount':
      return countText(step);
    case 'notDone':
      return stateText(step, scheme, indicator.field);
    case 'registerCount':
      return `登记 ${figure(figureIn(step, 'entries'))} 起,计 ${figure(figureIn(step, 'counted'))} 起,每起 ${indicator.points} 分`;
    case 'zeroOnAccident':
      return accidentText(step);
    case 'perFinding':
      return awarenessText(step);
  }
}

/** `实际 93%,要求不低于 95%;差 2%,每 1% 扣 2 分`; also for the groups of an indicator. */
export function rateText(
  step: Step,
  indicator: Extract<Indicator, { kind: 'rateBelow' | 'rateAbove' }>,
): string {
  const unit = indicator.unit ?? 'percent';
  const found = figureIn(step, 'rate');
  const limit = rate(figureIn(step, 'threshold'), unit);
  const wanted = `要求不${indicator.kind === 'rateBelow' ? '低于' : '高于'} ${limit}`;
  if (found === null) return `缺少数据,无法计算(${wanted})`;
  return `实际 ${rate(found, unit)},${wanted}${shortText(step, unit)}`;
}

function shortText(step: Step, unit: RateUnit): string {
  const distance = figureIn(step, 'distance');
  if (distance === null || distance.compare(0) <= 0) return ',不扣分';
  const size = rate(figureIn(step, 'size'), unit);
  const mode = MODES[String(step.data.mode)] ?? '';
  const steps = figure(figureIn(step, 'steps'));
  const points = figure(figureIn(step, 'points'));
  return `;相差 ${rate(distance, unit)},每 ${size} 扣 ${points} 分(${mode}),计 ${steps} 次`;
}

function bandText(step: Step): string {
  const ratio = figureIn(step, 'ratio');
  if (ratio === null) return '缺少数据,无法计算';
  const standard = rate(figureIn(step, 'standard'), 'ratio');
  const relative = rate(figureIn(step, 'relative'), 'percent');
  const lower = rate(figureIn(step, 'lower'), 'percent');
  return `实际 ${rate(ratio, 'ratio')},标准 ${standard},相当于标准的 ${relative}(应在 ${lower} 到 100% 之间)${shortText(step, 'percent')}`;
}

function countText(step: Step): string {
  const count = figureIn(step, 'count');
  return count === null ? '缺少数据,无法计算' : `${figure(count)} × ${figure(figureIn(step, 'points'))} 分`;
}

function stateText(step: Step, scheme: Scheme, field: string): string {
  const state = step.data.state;
  if (typeof state !== 'string') return '未填,不扣分';
  const word = scheme.fields.find((each) => each.id === field)?.states?.[state]?.[0] ?? state;
  return step.data.failed === true ? `${word},扣 ${figure(figureIn(step, 'points'))} 分` : `${word},不扣分`;
}

const TAKEN: Readonly<Record<string, string>> = {
  section: '本类计 0 分',
  item: '该项分值全扣',
  total: '总得分计 0 分',
};

function accidentText(step: Step): string {
  if (typeof step.data.accident !== 'boolean' || typeof step.data.violation !== 'boolean') {
    return '缺少数据,无法计算';
  }
  const accident = step.data.accident ? '发生事故' : '没有事故';
  const violation = step.data.violation ? '违反规定' : '没有违反规定';
  const effect = step.data.counts === true ? (TAKEN[String(step.data.scope)] ?? '') : '不扣分';
  return `${accident},${violation},${effect}`;
}

function awarenessText(step: Step): string {
  const unaware = figure(figureIn(step, 'unaware'));
  const households = figure(figureIn(step, 'households'));
  const found = rate(figureIn(step, 'rate'), 'percent');
  const limit = rate(figureIn(step, 'threshold'), 'percent');
  const each = step.data.awareness === 'perUnawareShop' ? ';各户已按户扣分' : '';
  const effect = step.data.waives === true && each === '' ? ';按此口径不按户扣分' : each;
  return `${households} 户中 ${unaware} 户不符,比率 ${found},要求 ${limit}${effect}`;
}
