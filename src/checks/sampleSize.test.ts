import { yinchuan2008 } from '../schemes';
import { sampleNeeded } from './sampleSize';

const { sampling } = yinchuan2008();

test.each([
  [203, 11],
  [200, 10],
  [201, 11],
  [20, 1],
  [21, 2],
  [1, 1],
  [0, 1],
  [1000, 50],
])('5 %% of %i customers are %i households, rounded up, at least one', (customers, needed) => {
  expect(sampleNeeded(sampling, customers)).toBe(needed);
});

test('another scheme has another share and minimum', () => {
  expect(sampleNeeded({ ...sampling, share: '0.1' }, 203)).toBe(21);
  expect(sampleNeeded({ ...sampling, share: '1/3', minimum: 5 }, 9)).toBe(5);
  expect(sampleNeeded({ ...sampling, share: '1/3', minimum: 5 }, 19)).toBe(7);
  expect(sampleNeeded(sampling, 203)).toBe(11);
});
