import { EXACT } from '../rational';
import { wholeSteps } from './steps';

const PERCENT = { p: 1, q: 100 };

test.each([
  ['nothing of a step', 1, 200, [0, 1, NaN]],
  ['one step', 1, 100, [1, 1, 1]],
  ['a step and a half', 3, 200, [1, 2, NaN]],
  ['three steps', 3, 100, [3, 3, 3]],
  ['a step and a third', 4, 300, [1, 2, NaN]],
])('%s: counted whole, as started, in proportion', (_, upper, lower, expected) => {
  const modes = ['whole', 'started', 'proportional'] as const;
  expect(modes.map((mode) => wholeSteps(upper, lower, PERCENT, mode))).toEqual(expected);
});

test('steps of another size', () => {
  expect(wholeSteps(1, 2, { p: 1, q: 10 }, 'whole')).toBe(5);
  expect(wholeSteps(1, 2, { p: 3, q: 20 }, 'whole')).toBe(3);
  expect(wholeSteps(1, 2, { p: 3, q: 20 }, 'started')).toBe(4);
});

test('what is not exact, or no number, is not told', () => {
  const told = (upper: number, lower: number, size: { p: number; q: number }): boolean =>
    !Number.isNaN(wholeSteps(upper, lower, size, 'whole'));
  expect(told(EXACT, 1, { p: 1, q: 1 })).toBe(true);
  expect(told(EXACT, 1, { p: 1, q: 2 })).toBe(false);
  expect(told(1, EXACT, { p: 1, q: 1 })).toBe(true);
  expect(told(1, EXACT, { p: 2, q: 1 })).toBe(false);
  expect(told(NaN, 1, { p: 1, q: 1 })).toBe(false);
  expect(told(1, NaN, { p: 1, q: 1 })).toBe(false);
  expect(told(1, 0, { p: 1, q: 1 })).toBe(false);
  expect(told(1, 1, { p: NaN, q: NaN })).toBe(false);
});
