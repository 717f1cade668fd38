import { sheetOf, snapshotOf } from '../../tests/fixtures/snapshots';
import { yinchuan2008 } from '../schemes';
import { blankWorkbook, templateChanges } from './template';

const scheme = yinchuan2008();
const names = blankWorkbook(scheme).map(({ name }) => name);

test('an empty workbook gets all sheets in their order', () => {
  const changes = templateChanges(snapshotOf(sheetOf('Sheet1', [])), scheme);
  expect(changes.map((change) => (change.kind === 'addSheet' ? change.sheet.name : change.kind))).toEqual(
    names,
  );
});

test('a tab that is there already is left alone', () => {
  const [first, ...others] = names;
  const changes = templateChanges(snapshotOf(sheetOf(first!, [['自己写的']])), scheme);
  expect(changes.map((change) => (change.kind === 'addSheet' ? change.sheet.name : change.kind))).toEqual(
    others,
  );
});
