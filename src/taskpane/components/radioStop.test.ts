import { radioStop } from './radioStop';

test('the chosen one is the stop, else the first', () => {
  const values = ['list', 'matrix', 'cards'];
  expect(values.map(radioStop(values, 'matrix'))).toEqual([-1, 0, -1]);
  expect(values.map(radioStop<string | null>(values, null))).toEqual([0, -1, -1]);
});
