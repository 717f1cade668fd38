import { finished } from '../../model';
import type { NewCell } from '../../workbook/host';
import { inPieces, type PieceLimits } from './pieces';
import { planSteps } from './steps';

const cells = (rows: number, columns: number): NewCell[] =>
  Array.from({ length: rows * columns }, (_, index) => ({
    row: Math.floor(index / columns),
    column: index % columns,
    value: index,
    style: 'integer',
  }));

const cut = (all: readonly NewCell[], limits?: PieceLimits): NewCell[][] => finished(inPieces(all, limits));
const EIGHT = { atOnce: 8, piece: 8 };

describe('pieces of a new sheet', () => {
  it('are cut between rows, and together are the sheet', () => {
    const all = cells(10, 3);
    const pieces = cut(all, EIGHT);
    expect(pieces.map((piece) => piece.length)).toEqual([6, 6, 6, 6, 6]);
    expect(pieces.flat()).toEqual(all);
  });

  it('are one where the sheet is small, and none is lost where a row alone is too long', () => {
    expect(cut(cells(2, 3), EIGHT)).toHaveLength(1);
    expect(cut(cells(2, 9), EIGHT).map((piece) => piece.length)).toEqual([9, 9]);
  });

  it("are written after their sheet is made, which knows all cells' area for its print set-up", () => {
    const sheet = {
      name: '汇总表',
      cells: cells(9_000, 15),
      merges: [],
      columnWidths: [],
      headerRows: 0,
      landscape: false,
      lists: [],
    };
    const { restorable } = finished(planSteps([{ kind: 'addSheet', sheet }]));
    expect(restorable.map(({ step }) => step.kind)).toEqual(['addSheet', ...Array(6).fill('moreCells')]);
    expect(restorable[0]!.step).toMatchObject({ extent: { top: 0, left: 0, bottom: 8_999, right: 14 } });
    expect(Math.max(...restorable.map(({ bytes }) => bytes))).toBeLessThan(3_500_000);
  });
});
