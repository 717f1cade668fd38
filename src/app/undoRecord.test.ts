import { yinchuan2008 } from '../schemes';
import { readMemory, writeMemory, EMPTY_MEMORY } from '../workbook/memory';
import { cityValues } from '../../bench/city';
import { snapshotOf } from '../../bench/snapshot';
import { evaluate } from './evaluate';
import { planFill } from './fill';
import { undoRecord } from './undoRecord';

describe('what a fill keeps for its undo', () => {
  const snapshot = snapshotOf(cityValues(1_000));
  const plan = planFill(evaluate(snapshot, yinchuan2008()));
  const record = undoRecord(snapshot, plan);
  const xml = writeMemory({ ...EMPTY_MEMORY, undo: record })!;

  it('holds every cell that was written, and comes back as it was', () => {
    expect(record.cells.length).toBeGreaterThan(1_400);
    expect(record.cells).toHaveLength(plan.cells.length);
    expect(readMemory(xml).undo).toEqual(record);
  });

  // Excel takes 5 MB in one request, and a custom XML part goes in one piece: a city's fill has tens of thousands of cells.
  it('takes little more room than what was written', () => {
    const values = JSON.stringify(plan.cells.map(({ after }) => after));
    expect(Buffer.byteLength(xml) / Buffer.byteLength(values)).toBeLessThan(1.6);
  });
});
