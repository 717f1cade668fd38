import type {
  BandIndicator,
  Indicator,
  PerCount,
  RateIndicator,
  RatioSource,
  Scheme,
  Step,
} from '../../model';
import { figure, figureIn, rate, type RateUnit } from './figures';
import { inputText, rateSourceText, ratioText } from './sourceText';

const MODES: Readonly<Record<string, string>> = {
  whole: '只算满的',
  started: '不满的也算',
  proportional: '按比例算',
};

/** What an indicator's arithmetic comes to, in words; each kind of mechanism has its own sentence. */
export function indicatorText(step: Step, indicator: Indicator, scheme: Scheme): string {
  const head = `${indicator.id} ${indicator.title}`;
  return `${head}:${arithmetic(step, indicator, scheme)}${itemText(step)}`;
}

/** Where the item's own points are used up, what would have been lost is not what is lost. */
function itemText(step: Step): string {
  const uncapped = figureIn(step, 'uncapped');
  return uncapped === null
    ? ''
    : `;应扣 ${figure(uncapped)} 分,本项 ${figure(figureIn(step, 'cap'))} 分扣完为止`;
}

function arithmetic(step: Step, indicator: Indicator, scheme: Scheme): string {
  switch (indicator.kind) {
    case 'rateBelow':
    case 'rateAbove':
      return step.children.length > 0 ? '分组计算' : rateText(step, indicator, scheme);
    case 'band':
      return bandText(step, indicator, scheme);
    case 'perCount':
      return countText(step, indicator, scheme);
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

/** `准时户次 58 ÷ 抽查户次 60 = 96.67%,要求不低于 100%;相差 3.33%,每 1% 扣 2 分(只算满的):3 × 2 = 6`. */
export function rateText(step: Step, indicator: RateIndicator, scheme: Scheme, ratio?: RatioSource): string {
  const unit = indicator.unit ?? 'percent';
  const found = figureIn(step, 'rate');
  const limit = rate(figureIn(step, 'threshold'), unit);
  const wanted = `要求不${indicator.kind === 'rateBelow' ? '低于' : '高于'} ${limit}`;
  if (found === null) return `缺少数据,无法计算(${wanted})`;
  const source = ratio ? { ...indicator, rate: { ratio } } : indicator;
  return `${rateSourceText(step, source, unit, scheme)},${wanted}${shortText(step, unit)}`;
}

function shortText(step: Step, unit: RateUnit): string {
  const distance = figureIn(step, 'distance');
  if (distance === null || distance.compare(0) <= 0) return ',不扣分';
  const size = rate(figureIn(step, 'size'), unit);
  const mode = MODES[String(step.data.mode)] ?? '';
  const steps = figure(figureIn(step, 'steps'));
  const points = figure(figureIn(step, 'points'));
  return `;相差 ${rate(distance, unit)},每 ${size}${unit === 'points' ? '' : ' '}扣 ${points} 分(${mode}):${steps} × ${points} = ${figure(figureIn(step, 'uncapped') ?? step.value)}`;
}

function bandText(step: Step, indicator: BandIndicator, scheme: Scheme): string {
  const ratio = figureIn(step, 'ratio');
  if (ratio === null) return '缺少数据,无法计算';
  const standard = inputText(step, indicator.standard, scheme);
  const relative = rate(figureIn(step, 'relative'), 'percent');
  const lower = rate(figureIn(step, 'lower'), 'percent');
  return `${ratioText(step, indicator.ratio, scheme)} = ${rate(ratio, 'ratio')},${standard},相当于标准的 ${relative}(应在 ${lower} 到 100% 之间)${shortText(step, 'percent')}`;
}

function countText(step: Step, indicator: PerCount, scheme: Scheme): string {
  const count = figureIn(step, 'count');
  if (count === null) return '缺少数据,无法计算';
  const points = figure(figureIn(step, 'points'));
  return `${inputText(step, indicator.count, scheme)} × ${points} 分 = ${figure(figureIn(step, 'uncapped') ?? step.value)}`;
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
  return `${households} 户中 ${unaware} 户不符,比率 ${found},要求 ${limit}${effect}${onceText(step)}`;
}

/** What the rate takes by itself, once for all households. */
function onceText(step: Step): string {
  if (step.value === null || step.value.compare(0) <= 0) return '';
  if (step.data.awareness === 'perPercent') return shortText(step, 'percent');
  return `;平均后一次扣 ${figure(step.value)} 分`;
}
