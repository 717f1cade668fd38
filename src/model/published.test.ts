import Fraction from 'fraction.js';
import { published } from './published';

it.each([
  ['80.695', 80.7],
  ['80.6949', 80.69],
  ['1/3', 0.33],
  ['2/3', 0.67],
  ['0.005', 0.01],
  ['0', 0],
  ['-0.004', 0],
  ['-0.006', -0.01],
  ['-1/3', -0.33],
])('publishes %s as %d', (value, expected) => {
  expect(published(new Fraction(value)) + 0).toBe(expected);
});

it('leaves what is not known', () => {
  expect(published(null)).toBeNull();
});
