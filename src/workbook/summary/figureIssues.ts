import { type CellValue, type Issue, makeIssue, type Scheme, shownValue } from '../../model';
import { vocabularyOf } from '../recognise/vocabulary';
import { type FigureCell, isStale } from './figureCells';

/** One fault gives one issue: a formula that shows another figure is not also out of date (contract §4). */
export function figureIssue(scheme: Scheme, figure: FigureCell): readonly Issue[] {
  if (figure.formula !== null) return [formulaIssue(scheme, figure)];
  return isStale(scheme, figure) ? [staleIssue(scheme, figure)] : [];
}

function titleOf(scheme: Scheme, figure: FigureCell): string {
  return vocabularyOf(scheme).field(figure.field).name;
}

function staleIssue(scheme: Scheme, figure: FigureCell): Issue {
  const { cell, who, person, department, computed } = figure;
  const title = titleOf(scheme, figure);
  const should = shouldBe(computed);
  const shown = shownValue(figure.filled);
  return makeIssue('summary-stale', {
    cell,
    person,
    department,
    received: shown,
    expected: should,
    message: figure.known
      ? `汇总表中“${who}”的“${title}”是 ${shown},按明细计算应为 ${should}。请重新填写汇总表。`
      : `汇总表中“${who}”的“${title}”是 ${shown},但明细里没有这个人,填写不会改这一行。请核对姓名、部(所)和岗位;已经离岗的,请清空这一行的数或删去这一行。`,
  });
}

function shouldBe(computed: CellValue): string {
  return computed === '' ? '空白(没有可以公布的数)' : String(computed);
}

function formulaIssue(scheme: Scheme, figure: FigureCell): Issue {
  const { cell, who, person, department, formula } = figure;
  const title = titleOf(scheme, figure);
  const differs = isStale(scheme, figure)
    ? `(现在显示 ${shownValue(figure.filled)},按明细计算应为 ${shouldBe(figure.computed)})`
    : '';
  return makeIssue('summary-formula', {
    cell,
    person,
    department,
    received: formula,
    expected: figure.computed === '' ? null : String(figure.computed),
    message: `汇总表中“${who}”的“${title}”是公式 ${formula}${differs},填写时保留公式,不写入计算结果。要写入结果,请选择覆盖公式。`,
  });
}
