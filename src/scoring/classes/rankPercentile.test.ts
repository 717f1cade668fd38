import fc from 'fast-check';
import Fraction from 'fraction.js';
import { countAtEnd, placesByIndex, shareIndices } from './rankPercentile';

const of = (...values: number[]): Fraction[] => values.map((value) => new Fraction(value));

test.each([
  [1, 0],
  [2, 0],
  [3, 1],
  [7, 1],
  [8, 2],
  [10, 2],
  [12, 2],
  [13, 3],
  [23, 5],
])('of %d members %d stand at each end', (size, count) => {
  expect(countAtEnd(size, '0.2')).toBe(count);
});

test('the index is the mean of the shares, exactly', () => {
  expect(shareIndices([of(1, 10), of(2, 20)])!.map(String)).toEqual(['0.(3)', '0.(6)']);
  expect(shareIndices([of(1, 0), of(3, 1)])!.map(String)).toEqual(['0.125', '0.875']);
  expect(shareIndices([of(0, 1), of(0, 3)])).toBeNull();
  expect(shareIndices([])).toBeNull();
});

test('ties go to the larger class', () => {
  // Five members, one at each end: the second is as large as the first, the fifth as large as the fourth.
  expect(placesByIndex(of(9, 9, 5, 3, 3), '0.2')).toEqual(['top', 'top', 'middle', 'middle', 'middle']);
  expect(placesByIndex(of(1, 1, 1, 1, 1), '0.2')).toEqual(Array(5).fill('top'));
  expect(placesByIndex(of(3, 1, 2, 5, 4), '0.2')).toEqual(['middle', 'bottom', 'middle', 'top', 'middle']);
  expect(placesByIndex(of(4, 4), '0.2')).toEqual(['middle', 'middle']);
});

test('without ties the ends have their number, whatever the order', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 60 }),
      (values) => {
        const places = placesByIndex(of(...values), '0.2');
        const count = countAtEnd(values.length, '0.2');
        const ranked = [...values].sort((one, other) => other - one);
        expect(places).toEqual(
          values.map((value) => {
            const at = ranked.indexOf(value);
            if (at < count) return 'top';
            return at >= values.length - count ? 'bottom' : 'middle';
          }),
        );
      },
    ),
  );
});
