import { Department } from './members';

function department(...names: readonly string[]): Department {
  const made = new Department('城东');
  names.forEach((name, at) => made.add(10 + at, name));
  return made;
}

test('where everybody has one post they are told as they stand', () => {
  const own = department('甲', '乙');
  expect([own.persons, own.hasSeveral, own.places]).toEqual([2, false, [10, 11]]);
  expect([...own.each()]).toEqual([
    ['甲', [0]],
    ['乙', [1]],
  ]);
});

test.each([3, 30])('somebody in two posts counts once, among %i', (more) => {
  const others = Array.from({ length: more }, (_, at) => `客户经理${at}`);
  const own = department('甲', ...others, '甲');
  expect([own.persons, own.hasSeveral, own.places.length]).toEqual([more + 1, true, more + 2]);
  expect([...own.each()][0]).toEqual(['甲', [0, 1 + more]]);
});

test('whoever is added later counts too', () => {
  const own = department('甲');
  expect(own.hasSeveral).toBe(false);
  own.add(20, '甲');
  expect([own.persons, [...own.each()]]).toEqual([1, [['甲', [0, 1]]]]);
});
