import fc from 'fast-check';
import { Households } from './households';

test.each([3, 24, 25, 26, 60])('a household of %i is found by its number', (count) => {
  const households = new Households(2 * count);
  const places = Array.from({ length: count }, (_, index) => 4 + index);
  places.forEach((place, index) => {
    expect(households.find(1, 1000 + index, '')).toBe(-1);
    households.add(1, 1000 + index, '', place);
    households.add(2, 1001 + index, '', 3);
  });
  places.forEach((place, index) => {
    expect(households.find(1, 1000 + index, '')).toBe(place);
    expect(households.find(2, 1001 + index, '')).toBe(3);
  });
  for (const assessee of [0, 1, 2]) expect(households.find(assessee, 0, '')).toBe(-1);
  expect(households.find(0, 1000, '')).toBe(-1);
});

test('one without a number is found by its text, and only by it', () => {
  const households = new Households(3);
  expect(households.find(1, -1, '=甲店')).toBe(-1);
  households.add(1, -1, '=甲店', 0);
  households.add(1, -1, '=乙店', 1);
  households.add(1, 0, '', 2);
  expect(households.find(1, -1, '=甲店')).toBe(0);
  expect(households.find(1, -1, '=乙店')).toBe(1);
  expect(households.find(1, -1, '=丙店')).toBe(-1);
  expect(households.find(1, 0, '=甲店')).toBe(2);
  expect(households.find(0, -1, '=甲店')).toBe(-1);
});

test('however the numbers fall, the first visit of each household and person is found', () => {
  const visit = fc.tuple(fc.nat(3), fc.oneof(fc.nat(6), fc.nat(999_999_999_999)));
  fc.assert(
    fc.property(fc.array(visit, { maxLength: 80 }), (visits) => {
      const households = new Households(visits.length);
      const first = new Map<string, number>();
      visits.forEach(([assessee, number], place) => {
        const key = `${assessee} ${number}`;
        expect(households.findOrAdd(assessee, number, place)).toBe(first.get(key) ?? -1);
        if (!first.has(key)) first.set(key, place);
      });
    }),
  );
});
