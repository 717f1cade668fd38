import { FigureTable, slotOf } from '../../model';
import { compare, divide, quotient } from '../../model/rational';
import { plainScale, setPlain, type PlainScale } from './plainFigures';
import { exact } from './values/number';

/** The figure as it stands in a table afterwards; `null` where it was not put. */
function put(value: number, scale: PlainScale | null) {
  const figures = new FigureTable([{ field: 'stock', column: 0 }], 1);
  if (scale === null || !setPlain(figures, 0, 0, value, scale)) {
    expect(figures.countAt(0)).toBe(0);
    return null;
  }
  return figures.at(figures.positionOf(slotOf('stock')), 0);
}

const AMOUNT = plainScale('amount', 'fraction');
const PERCENT = plainScale('rate', 'percent');
const SHARE = plainScale('rate', 'fraction');
const COUNT = plainScale('count', 'fraction');

test.each([
  ['a whole amount', 2500, AMOUNT, quotient(2500, 1)],
  ['an amount with three decimals', 12.345, AMOUNT, quotient(2469, 200)],
  ['a percentage', 93.4, PERCENT, quotient(467, 500)],
  ['no percent', 0, PERCENT, quotient(0, 1)],
  ['all of it', 100, PERCENT, quotient(1, 1)],
  ['a share', 0.95, SHARE, quotient(19, 20)],
  ['a count', 7, COUNT, quotient(7, 1)],
])('%s is put as it is meant', (_, value, scale, expected) => {
  expect(compare(put(value, scale) as typeof expected, expected)).toBe(0);
});

test.each([
  ['more decimals than three', 12.3456, AMOUNT],
  ['a sum that Excel shows otherwise than it keeps it', 0.1 + 0.2, AMOUNT],
  ['below 0', -1, AMOUNT],
  ['no number', NaN, AMOUNT],
  ['endless', Infinity, AMOUNT],
  ['too large for the table', 2 ** 26, AMOUNT],
  ['too large with its decimals', 70_000.5, AMOUNT],
  ['over 100 percent', 100.1, PERCENT],
  ['a share over 1', 1.5, SHARE],
  ['half a household', 2.5, COUNT],
])('%s needs a closer look', (_, value, scale) => {
  expect(put(value, scale)).toBeNull();
});

test('a rate of which the unit is not known, or per mille, is never plain; no state is', () => {
  expect(plainScale('rate', 'unknown')).toBeNull();
  expect(plainScale('rate', 'permille')).toBeNull();
  expect(plainScale('ratio', 'percent')).toBeNull();
  expect(plainScale('state', 'fraction')).toBeNull();
});

test('what is put is the same number that a closer look reads', () => {
  for (let step = 0; step < 3_000; step++) {
    const value = (step * 7_919) / [1, 10, 100, 1_000][step % 4]!;
    for (const scale of [AMOUNT, PERCENT, SHARE]) {
      const figure = put(value, scale);
      const closely = divide(exact(value), quotient(scale!.divisor, 1));
      if (figure !== null) expect(compare(figure as typeof closely, closely)).toBe(0);
      else expect(value > scale!.most || value * 1_000 >= 2 ** 26).toBe(true);
    }
  }
});
