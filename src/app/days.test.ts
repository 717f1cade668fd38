import fc from 'fast-check';
import type { FindingRow } from '../model';
import { countFindingDays } from './days';

/** All that is looked at of a listed finding: its date. */
const dated = (serial: number | null): FindingRow =>
  ({ date: { serial, yearless: null } }) as unknown as FindingRow;

test('days are counted however far they lie from one another, and with a time by themselves', () => {
  const days = [
    39_500,
    39_500,
    39_501,
    39_501.5,
    1,
    60_000,
    60_000,
    39_500 - 512,
    39_500 + 511,
    39_500 + 512,
  ];
  const counted = countFindingDays([...days, null].map(dated));
  expect(new Map(counted)).toEqual(
    new Map([
      [39_500, 2],
      [39_501, 1],
      [39_501.5, 1],
      [1, 1],
      [60_000, 2],
      [38_988, 1],
      [40_011, 1],
      [40_012, 1],
    ]),
  );
});

test('as many are counted as there are, each under its own day', () => {
  const serial = fc.oneof(
    fc.integer({ min: 39_000, max: 41_000 }),
    fc.double({ min: 0, max: 80_000, noNaN: true }),
  );
  fc.assert(
    fc.property(fc.array(serial), (serials) => {
      const plain = new Map<number, number>();
      for (const each of serials) plain.set(each, (plain.get(each) ?? 0) + 1);
      const byDay = (days: ReadonlyMap<number, number>) => [...days].sort((one, other) => one[0] - other[0]);
      expect(byDay(countFindingDays(serials.map(dated)))).toEqual(byDay(plain));
    }),
  );
});
