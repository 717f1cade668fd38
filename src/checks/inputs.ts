import Fraction from 'fraction.js';
import {
  fieldCell,
  type Indicator,
  type Measure,
  type MeasureRow,
  type RateIndicator,
  type RatioSource,
  type RulingValue,
} from '../model';
import { compare, isZero as isNothing } from '../model/rational';
import type { Desk } from './desk';
import { compareEntered, rateFromParts } from './enteredRates';
import { choicesFor, groupFields } from './inputChoices';
import { doubtfulRows } from './soundInputs';

/** How several rates make one, by the ruling's value; handed in by the caller, who knows the scoring. */
export type CombineRates = (rates: readonly Fraction[], ruling: RulingValue) => Fraction;

/** Looks at the figures of one person for all indicators of the row's section. */
export class InputCheck {
  constructor(
    private readonly desk: Desk,
    private readonly rulings: Readonly<Record<string, RulingValue>>,
    private readonly combine: CombineRates,
  ) {}

  /** Reports what is blank, impossible or contradicts; blocks the section where a figure is not known. */
  check(row: MeasureRow, assessee: number, indicators: readonly Indicator[]): void {
    if (row.broken.size > 0) this.desk.block(assessee, row.section);
    else if (doubtfulRows(row.figures, indicators)[row.place] === 0) return;
    for (const indicator of indicators)
      if (!this.checkIndicator(row, indicator)) this.desk.block(assessee, row.section);
  }

  private checkIndicator(row: MeasureRow, indicator: Indicator): boolean {
    switch (indicator.kind) {
      case 'perCount':
        return (
          this.needs(row, indicator, choicesFor(indicator)) &&
          this.countFits(row, indicator.count, indicator.outOf, indicator)
        );
      case 'rateBelow':
      case 'rateAbove':
        return this.checkRate(row, indicator);
      case 'band': {
        if (!this.needs(row, indicator, choicesFor(indicator))) return false;
        const ratio = this.ratioFits(row, indicator.ratio, indicator, false);
        return this.notZero(row, indicator.standard, indicator) && ratio;
      }
      case 'zeroOnAccident':
        return this.needs(row, indicator, choicesFor(indicator));
      case 'notDone':
        return !row.broken.has(indicator.field);
      case 'perFinding':
      case 'registerCount':
        return true;
    }
  }

  private checkRate(row: MeasureRow, indicator: RateIndicator): boolean {
    if (indicator.groups) {
      let known = true;
      for (const { ratio } of indicator.groups) if (!this.checkGroup(row, indicator, ratio)) known = false;
      return known;
    }
    const { entered, ratio } = indicator.rate;
    if (!this.needs(row, indicator, choicesFor(indicator))) return false;
    if (entered !== undefined && row.measures.has(entered)) {
      this.checkEntered(row, indicator, row.measures.get(entered)!);
      return true;
    }
    return ratio ? this.ratioFits(row, ratio, indicator, true) : true;
  }

  private checkEntered(row: MeasureRow, indicator: RateIndicator, entered: Measure): void {
    const parts = rateFromParts(row, indicator.rate, (rates, ruling) =>
      this.combine(rates, this.rulings[ruling] ?? ''),
    );
    if (parts !== null) compareEntered(this.desk, row, indicator, entered, parts);
  }

  /** A group that is blank, or 0 of 0, is no group. */
  private checkGroup(row: MeasureRow, indicator: Indicator, ratio: RatioSource): boolean {
    const { fields, choices } = groupFields(ratio);
    let filled = 0;
    let nothing = 0;
    for (const field of fields) {
      if (row.broken.has(field)) return false;
      const measure = row.measures.get(field);
      if (!measure) continue;
      filled += 1;
      if (isZero(measure)) nothing += 1;
    }
    if (filled === 0) return true;
    const absent = fields.filter((field) => !row.source.columns.has(field));
    if (absent.length > 0) return this.lacksColumns(row, absent);
    if (!this.needs(row, indicator, choices)) return false;
    if (nothing === fields.length) return true;
    return this.ratioFits(row, ratio, indicator, true);
  }

  /** Half of a group has no column: another group is enough for the sheet, but not for whoever has this one. */
  private lacksColumns(row: MeasureRow, absent: readonly string[]): false {
    const unsaid = absent.filter((field) => row.source.unreadable?.has(field) !== true);
    if (unsaid.length === 0) return false;
    const names = unsaid.map((field) => this.desk.fieldName(field)).join('、');
    const { sheet } = row.source;
    this.desk.reportOnce('column-missing', {
      cell: row.source.corner,
      expected: names,
      message: `工作表“${sheet}”缺少“${names}”这一列,与它成对的一列却有数。请补上这一列,或在“这张表我是这样读的”中指定它。`,
    });
    return false;
  }

  /** Whether one of the choices is wholly there; else the first blank of the one that is nearest is reported. */
  private needs(row: MeasureRow, indicator: Indicator, choices: readonly (readonly string[])[]): boolean {
    for (const fields of choices) if (hasAll(row, fields)) return true;
    const readable = choices.filter((fields) => fields.every((field) => row.source.columns.has(field)));
    if (choices.some((fields) => fields.some((field) => row.broken.has(field)))) return false;
    const count = (fields: readonly string[]): number =>
      fields.filter((field) => row.measures.has(field)).length;
    const best = [...readable].sort((one, other) => count(other) - count(one))[0];
    if (!best) return false; // The column is missing, which was reported for the sheet.
    const blank = best.find((field) => !row.measures.has(field))!;
    const names = best.map((field) => this.desk.fieldName(field)).join('、');
    this.desk.reportOnce('missing-input', {
      cell: fieldCell(row, blank),
      clause: indicator.clause,
      expected: this.desk.fieldName(blank),
      message: `${row.who.name}的“${this.desk.fieldName(blank)}”是空的,${indicator.id} ${indicator.title}算不出来(需要${names})。请补上;确实是零就写 0。`,
      person: row.who.name,
    });
    return false;
  }

  private ratioFits(row: MeasureRow, ratio: RatioSource, indicator: Indicator, share: boolean): boolean {
    if (!this.notZero(row, ratio.denominator, indicator)) return false;
    const part = ratio.numerator ?? ratio.subtract;
    return share && part !== undefined ? this.countFits(row, part, ratio.denominator, indicator) : true;
  }

  private notZero(row: MeasureRow, field: string, indicator: Indicator): boolean {
    const measure = row.measures.get(field);
    if (!measure || !isZero(measure)) return true;
    this.desk.reportOnce('denominator-zero', {
      cell: measure.cell,
      clause: indicator.clause,
      received: '0',
      expected: '大于 0 的数',
      message: `“${this.desk.fieldName(field)}”是 0,因此 ${indicator.id} ${indicator.title}没有可比的基数。请核对。`,
      person: row.who.name,
    });
    return false;
  }

  private countFits(row: MeasureRow, part: string, whole: string | undefined, indicator: Indicator): boolean {
    const one = row.measures.get(part)?.value;
    const all = whole === undefined ? undefined : row.measures.get(whole)?.value;
    if (!(one instanceof Fraction) || !(all instanceof Fraction) || compare(one, all) <= 0) return true;
    this.desk.reportOnce('numerator-exceeds-denominator', {
      cell: row.measures.get(part)!.cell,
      clause: indicator.clause,
      received: one.toString(6),
      expected: `不大于${this.desk.fieldName(whole!)} ${all.toString(6)}`,
      message: `“${this.desk.fieldName(part)}”是 ${one.toString(6)},比“${this.desk.fieldName(whole!)}”${all.toString(6)} 还多。请核对这两个数。`,
      person: row.who.name,
    });
    return false;
  }
}

function hasAll({ measures }: MeasureRow, fields: readonly string[]): boolean {
  for (const field of fields) if (!measures.has(field)) return false;
  return true;
}

function isZero(measure: Measure): boolean {
  return measure.value instanceof Fraction && isNothing(measure.value);
}
