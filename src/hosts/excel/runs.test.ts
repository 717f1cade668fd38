import { gatherRuns } from './runs';

const cell = (row: number, column: number, value = `${row},${column}`) => ({ row, column, value });
const gather = (cells: ReturnType<typeof cell>[]) => gatherRuns(cells, ({ value }) => value);

test('single cells become full rectangles', () => {
  const runs = gather([cell(2, 1), cell(1, 1), cell(1, 2), cell(2, 2), cell(3, 1), cell(1, 5)]);
  expect(runs).toEqual([
    {
      area: { top: 1, left: 1, bottom: 2, right: 2 },
      rows: [
        ['1,1', '1,2'],
        ['2,1', '2,2'],
      ],
    },
    { area: { top: 1, left: 5, bottom: 1, right: 5 }, rows: [['1,5']] },
    { area: { top: 3, left: 1, bottom: 3, right: 1 }, rows: [['3,1']] },
  ]);
});

test('a row between ends a rectangle; of two values for one cell the last counts', () => {
  expect(gather([cell(1, 1), cell(3, 1), cell(3, 1, 'x')]).map(({ area, rows }) => [area.top, rows])).toEqual(
    [
      [1, [['1,1']]],
      [3, [['x']]],
    ],
  );
});

test('40,000 cells take no time', () => {
  const cells = Array.from({ length: 40_000 }, (_, index) => cell(index, 0));
  expect(gather(cells)[0]!.rows).toHaveLength(40_000);
});
