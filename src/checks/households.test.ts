import { DETAIL, sheetOf, visitOf } from '../../tests/fixtures/checkRows';
import { Households } from './households';
import { KnownVisit } from './knownVisit';

const DETAILS = sheetOf('明细', DETAIL);
const visitAt = (row: number): KnownVisit =>
  new KnownVisit(visitOf(DETAILS, row, '城东 王芳 专管员'), 0, [], null);

test.each([3, 24, 25, 26, 60])('a household of %i is found by its number', (count) => {
  const households = new Households(3, 2 * count);
  const visits = Array.from({ length: count }, (_, index) => visitAt(4 + index));
  visits.forEach((visit, index) => {
    expect(households.find(1, 1000 + index, '')).toBeUndefined();
    households.add(1, 1000 + index, '', visit);
    households.add(2, 1001 + index, '', visits[0]!);
  });
  visits.forEach((visit, index) => {
    expect(households.find(1, 1000 + index, '')).toBe(visit);
    expect(households.find(2, 1001 + index, '')).toBe(visits[0]);
  });
  for (const assessee of [0, 1, 2]) expect(households.find(assessee, 0, '')).toBeUndefined();
  expect(households.find(0, 1000, '')).toBeUndefined();
});

test('one without a number is found by its text, and only by it', () => {
  const households = new Households(2, 3);
  const [first, second, third] = [4, 5, 6].map(visitAt);
  expect(households.find(1, -1, '=甲店')).toBeUndefined();
  households.add(1, -1, '=甲店', first!);
  households.add(1, -1, '=乙店', second!);
  households.add(1, 0, '', third!);
  expect(households.find(1, -1, '=甲店')).toBe(first);
  expect(households.find(1, -1, '=乙店')).toBe(second);
  expect(households.find(1, -1, '=丙店')).toBeUndefined();
  expect(households.find(1, 0, '=甲店')).toBe(third);
  expect(households.find(0, -1, '=甲店')).toBeUndefined();
});
