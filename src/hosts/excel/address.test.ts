import { areasOf } from './address';

test.each([
  ['B2', [[1, 1, 1, 1]]],
  ['A1:$C$3', [[0, 0, 2, 2]]],
  ['2:5', [[1, 0, 4, 16_383]]],
  ['A:C', [[0, 0, 1_048_575, 2]]],
  [
    "A1,'二 部'!B2:B3",
    [
      [0, 0, 0, 0],
      [1, 1, 2, 1],
    ],
  ],
])('%s', (address, areas) => {
  expect(areasOf(address)?.map(({ top, left, bottom, right }) => [top, left, bottom, right])).toEqual(areas);
});

test.each(['', 'A0', 'A1:2', '表1[扣分]'])('%j is no address', (address) => {
  expect(areasOf(address)).toBeNull();
});
