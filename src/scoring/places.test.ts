import { Places } from './places';

test('places are kept once, counted and told ascending; a copy does not concern the other', () => {
  const places = new Places(5);
  [4, 1, 4].forEach((place) => places.add(place));
  const other = places.copy();
  other.delete(1);
  other.delete(1);
  other.add(0);
  expect([[...places], places.size]).toEqual([[1, 4], 2]);
  expect([[...other], other.size]).toEqual([[0, 4], 2]);
  expect([places.has(1), other.has(1), places.has(3)]).toEqual([true, false, false]);
});
