import fc from 'fast-check';
import Fraction from 'fraction.js';
import { emptyDesk, figuresOf, rowOf, sheetOf } from '../../tests/fixtures/checkRows';
import { FigureTable, type Indicator, type Measure, slotOf } from '../model';
import { yinchuan2008 } from '../schemes';
import { combineRates } from '../scoring';
import { InputCheck } from './inputs';
import { doubtfulRows } from './soundInputs';

/* The quick look may leave something to the slow one, but never the other way round. */

const scheme = yinchuan2008();
const CELL = { sheet: '数据', row: 3, column: 0 };
const measured = scheme.indicators.filter(({ kind }) => kind !== 'perFinding');

/** Field ids that an indicator speaks of. */
const fieldsOf = (indicator: Indicator): readonly string[] =>
  scheme.fields.map(({ id }) => id).filter((id) => JSON.stringify(indicator).includes(`"${id}"`));

const value: fc.Arbitrary<Measure['value'] | undefined> = fc.oneof(
  fc.constant(undefined),
  fc.nat(3).map((n) => new Fraction(n)),
  fc.constantFrom(new Fraction(1, 3), new Fraction('1234567890123456789'), new Fraction(-1)),
  fc.boolean(),
);

const cases = fc
  .constantFrom(...measured)
  .chain((indicator) =>
    fc
      .tuple(...fieldsOf(indicator).map((field) => fc.tuple(fc.constant(field), value)))
      .map((figures) => ({ indicator, figures })),
  );

function measuresOf(
  figures: readonly (readonly [string, Measure['value'] | undefined])[],
): Map<string, Measure> {
  const measures = new Map<string, Measure>();
  for (const [field, own] of figures)
    if (own !== undefined) measures.set(field, { field, value: own, cell: CELL });
  return measures;
}

const isSound = (indicator: Indicator, measures: ReadonlyMap<string, Measure>): boolean =>
  doubtfulRows(figuresOf(measures).figures, [indicator])[0] === 0;

test('what the quick look calls sound has nothing to report and nothing to block', () => {
  let sound = 0;
  fc.assert(
    fc.property(cases, ({ indicator, figures }) => {
      const measures = measuresOf(figures);
      if (!isSound(indicator, measures)) return;
      sound += 1;
      const desk = emptyDesk();
      const block = desk.block.bind(desk);
      let blocked = 0;
      desk.block = (...given) => {
        blocked += 1;
        block(...given);
      };
      const source = sheetOf(
        '数据',
        figures.map(([field]) => field),
      );
      const row = rowOf(source, 4, '城东 李明 客户经理', {
        section: indicator.section,
        ...figuresOf(measures),
        broken: new Set<string>(),
      });
      // Looked at slowly: an unreadable cell of another field forbids the quick look.
      const slow = { ...row, broken: new Set(['remark']) };
      new InputCheck(desk, { marketPurity: 'mean' }, (rates) => combineRates(rates, 'mean')).check(slow, 3, [
        indicator,
      ]);
      expect(desk.issues).toEqual([]);
      // Once for the unreadable cell.
      expect(blocked).toBe(1);
    }),
    { numRuns: 4_000 },
  );
  expect(sound).toBeGreaterThan(400);
});

test('figures that are all there and possible are sound at first sight', () => {
  const five = (fields: readonly string[]): Map<string, Measure> =>
    measuresOf(fields.map((field) => [field, new Fraction(5)]));
  const unsound = measured.filter((indicator) => {
    const entered = 'rate' in indicator ? indicator.rate?.entered : undefined;
    const parts = fieldsOf(indicator).filter((field) => field !== entered);
    const ways = entered === undefined ? [parts] : [[entered]];
    return !ways.every((fields) => isSound(indicator, five(fields)));
  });
  expect(unsound.map(({ id }) => id)).toEqual([]);
});

test('each row of a sheet is told by its own figures, and for each list of indicators', () => {
  const indicators = measured.filter(({ kind }) => kind === 'perCount');
  const [first] = indicators;
  const fields = fieldsOf(first!);
  const figures = new FigureTable(
    fields.map((field, column) => ({ field, column })),
    3,
  );
  fields.forEach((_, position) => figures.set(position, 1, new Fraction(0)));
  expect([...doubtfulRows(figures, [first!])]).toEqual([1, 0, 1]);
  expect([...doubtfulRows(figures, [])]).toEqual([0, 0, 0]);
});

test('fields keep their slots', () => {
  expect(slotOf('sales')).toBe(slotOf('sales'));
  expect(slotOf('sales')).not.toBe(slotOf('grossProfit'));
});
