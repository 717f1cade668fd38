import type { Indicator, RatioSource } from '../../model';
import type { SheetReader } from './reader';

/** Units in which goods and money are kept; `万条` is ten thousand of one. Customers and times are counted one way. */
const UNIT = /^(?:单位:?)?((?:亿|万|千|百)?(?:大箱|标箱|箱|件|条|包|盒|支|吨|担|元))$/;

/** The unit that a header says in brackets (`送货总数(万条)`); `null` where it says none. */
export function amountUnit(header: string): string | null {
  const brackets = header
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .matchAll(/[([【〔]([^()[\]【】〔〕]*)[)\]】〕]/g);
  for (const [, inside] of brackets) {
    const unit = UNIT.exec(inside!)?.[1];
    if (unit !== undefined) return unit;
  }
  return null;
}

/**
 * Amounts that are divided by each other and stand in different units, or of which one is kept in ten thousands and the
 * other says nothing: their rate cannot be told (rulebook R11, R20). Reports each pair at its second column; returns the
 * fields.
 */
export function unlikeAmounts(reader: SheetReader): ReadonlySet<string> {
  const { fields } = reader.layout;
  const { scheme } = reader.context.vocabulary;
  const unlike = new Set<string>();
  for (const ratio of scheme.indicators.flatMap(ratiosOf)) {
    const ids = [ratio.numerator ?? ratio.subtract ?? '', ratio.denominator];
    const columns = ids.flatMap((id) => fields.get(id) ?? []);
    const [one, other] = columns.sort((left, right) => left.column - right.column);
    if (!one || !other || areAlike(amountUnit(one.leaf), amountUnit(other.leaf))) continue;
    ids.forEach((id) => unlike.add(id));
    reader.context.report('rate-unit-ambiguous', {
      cell: reader.cell(other.leafRow, other.column),
      received: `${one.leaf}、${other.leaf}`,
      expected: '同一个单位',
      message: `“${one.leaf}”和“${other.leaf}”要相除,单位看起来不同,不能猜。请换算成同一个单位,并在两列的表头里写明,再校验。`,
    });
  }
  return unlike;
}

function ratiosOf(indicator: Indicator): readonly RatioSource[] {
  if ('ratio' in indicator) return [indicator.ratio];
  return 'rate' in indicator && indicator.rate.ratio ? [indicator.rate.ratio] : [];
}

function areAlike(one: string | null, other: string | null): boolean {
  if (one === other) return true;
  if (one !== null && other !== null) return false;
  return !/^[亿万千百]/.test(one ?? other ?? '');
}
