import Fraction from 'fraction.js';
import { type Assessment, type Measure, slotOf } from '../../model';
import { Columns, type WholeLoss } from './columns';

const cell = { sheet: '提升服务', row: 1, column: 0 };
const STOCK = slotOf('closingStock');

/** A person with a figure of stock, `undefined` where it is blank. */
function person(id: number, value: Measure['value'] | undefined): Assessment {
  const measure = { field: 'closingStock', cell };
  return {
    assessee: { id, department: '城东营销部', name: `张${id}`, post: 'CM', cell },
    visits: [],
    measures: new Map(value === undefined ? [] : [['closingStock', { ...measure, value }]]),
    register: [],
    missing: new Set(),
    blocked: new Set(),
    unresolved: false,
  };
}

const FIGURES = [new Fraction(7), undefined, new Fraction(3, 4), 'done', new Fraction(-2)];
const all = (): Columns => new Columns(FIGURES.map((value, id) => person(id, value)));

test('figures stand in lowest terms; a blank is over 0, what is no number is told by nothing', () => {
  const { upper, lower } = all().figures(STOCK);
  expect([...upper]).toEqual([7, NaN, 3, NaN, -2]);
  expect([...lower]).toEqual([1, 0, 4, NaN, 1]);
});

test('some persons have the figures that they have among all', () => {
  const [whole, apart] = [all(), all()];
  whole.figures(STOCK);
  for (const columns of [whole, apart]) {
    const some = columns.some([4, 2, 0]);
    expect(some.assessments.map(({ assessee }) => assessee.id)).toEqual([4, 2, 0]);
    expect([...some.figures(STOCK).upper]).toEqual([-2, 3, 7]);
    expect([...some.figures(STOCK).lower]).toEqual([1, 4, 1]);
  }
});

test('a loss is worked out once for all, and not again for some of them', () => {
  let asked = 0;
  const loss: WholeLoss = ({ assessments }, lost) => {
    asked += 1;
    assessments.forEach(({ assessee }, at) => (lost[at]! += assessee.id * 100));
  };
  const columns = all();
  expect([...columns.lost(loss)]).toEqual([0, 100, 200, 300, 400]);
  expect([...columns.lost(loss)]).toEqual([0, 100, 200, 300, 400]);
  expect([...columns.some([3, 1]).lost(loss)]).toEqual([300, 100]);
  expect(asked).toBe(1);
});

test('a loss that nobody asked for all is worked out for those who are asked for', () => {
  const loss: WholeLoss = ({ assessments }, lost) =>
    assessments.forEach(({ assessee }, at) => (lost[at]! += assessee.id));
  expect([...all().some([4, 3]).lost(loss)]).toEqual([4, 3]);
});

test('columns are all 0 at first, however many, and none is another', () => {
  const columns = all();
  const many = Array.from({ length: 40 }, (_, at) => columns.nothing().fill(at));
  many.forEach((column, at) => expect([...column]).toEqual(FIGURES.map(() => at)));
  expect([...columns.nothing()]).toEqual([0, 0, 0, 0, 0]);
});

test('a column of all, for some of them; of all it is the same', () => {
  const columns = all();
  const points = Float64Array.of(1, 2, 3, 4, 5);
  expect([...columns.some([4, 0]).taken(points)]).toEqual([5, 1]);
  expect(columns.taken(points)).toBe(points);
});
