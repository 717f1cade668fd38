import { emptyDesk, placesOf } from '../../tests/fixtures/checkRows';

const cell = (row: number, column = 0, sheet = '明细') => ({ sheet, row, column });
const details = (at: ReturnType<typeof cell> | null) => ({ cell: at, message: '请核对。' });

test('a fault is told once for its cell, however many rules look at it', () => {
  const desk = emptyDesk();
  for (const at of [cell(3), cell(3), cell(3, 1), cell(4), cell(3, 0, '另一张')])
    desk.reportOnce('licence-format', details(at));
  desk.reportOnce('date-missing', details(cell(3)));
  desk.reportOnce('date-missing', details(null));
  desk.reportOnce('date-missing', details(null));
  expect(placesOf(desk)).toEqual([
    'licence-format 明细!A4',
    'licence-format 明细!B4',
    'licence-format 明细!A5',
    'licence-format 另一张!A4',
    'date-missing 明细!A4',
    'date-missing -',
  ]);
});

test('what may be told twice is', () => {
  const desk = emptyDesk();
  desk.report('licence-format', details(cell(3)));
  desk.report('licence-format', details(cell(3)));
  expect(placesOf(desk)).toHaveLength(2);
});

test('sections and persons whose figures are not known', () => {
  const desk = emptyDesk();
  desk.block(1, 'standard');
  desk.block(1, 'enhanced');
  desk.unresolve(2);
  expect([0, 1, 2].map((id) => [...desk.blockedSections(id)])).toEqual([[], ['standard', 'enhanced'], []]);
  expect([0, 1, 2].map((id) => desk.isUnresolved(id))).toEqual([false, false, true]);
});

test('a department whose mean is not published; a blank one is none', () => {
  const desk = emptyDesk();
  desk.withhold('城东');
  desk.withhold('');
  expect([...desk.withheld]).toEqual(['城东']);
});

test('names of the scheme, and what it does not know as it stands', () => {
  const desk = emptyDesk();
  expect([desk.postName('MS'), desk.postName('XX')]).toEqual(['专管员', 'XX']);
  expect([desk.fieldName('licence'), desk.fieldName('xx')]).toEqual(['许可证号', 'xx']);
  expect([desk.clauseOf('complaints'), desk.clauseOf('xx')]).toEqual(['第七条', null]);
});
