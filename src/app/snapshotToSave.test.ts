import { renamed, set } from '../../tests/fixtures/sheetEdits';
import { edited, sample } from '../../tests/fixtures/workbooks';
import { yinchuan2008 } from '../schemes';
import { evaluate } from './evaluate';
import { snapshotFromText } from './replay';
import { toResult } from './result';
import { namelessSnapshot, snapshotToSave } from './snapshotToSave';

const scheme = yinchuan2008();
const BOOKS = [
  'worked-examples',
  'city-matrix',
  'city-combined-dirty',
  'list-with-defects',
  'cards',
  'no-roster',
  'existing-summary',
];

test.each(BOOKS)('%s: without names, replayed, the figures and issues are the same', (book) => {
  const before = evaluate(sample(book), scheme);
  const text = snapshotToSave(before, { replaceNames: true });
  expect(text).not.toBeNull();
  const after = evaluate(snapshotFromText(text!, 'x.json'), scheme, { period: before.period! });
  const figures = (evaluation: typeof before) =>
    toResult(evaluation).persons.map(({ name: _name, ...rest }) => rest);
  expect(figures(after)).toEqual(figures(before));
  expect(toResult(after).departments).toEqual(toResult(before).departments);
  const places = ({ issues }: typeof before) =>
    issues.map(({ code, cell }) => [code, cell?.row, cell?.column]);
  expect(places(after)).toEqual(places(before));
});

test.each(BOOKS)('%s: no name, customer or licence of the rows is left', (book) => {
  const evaluation = evaluate(sample(book), scheme);
  const text = snapshotToSave(evaluation, { replaceNames: true })!;
  for (const { assessee, step } of evaluation.scores.persons) {
    expect(text).not.toContain(assessee.name);
    expect(step).toBeDefined();
  }
  for (const licence of text.match(/\d{12}/g) ?? []) expect(licence).toMatch(/^1000000/);
  expect(text).not.toContain('便利店');
});

test('with names the snapshot is what was read', () => {
  const evaluation = evaluate(sample('worked-examples'), scheme);
  const text = snapshotToSave(evaluation, { replaceNames: false })!;
  expect(snapshotFromText(text, 'x.json')).toEqual(evaluation.snapshot);
});

test('a tab named after a person and a name in a remark are replaced too', () => {
  const book = sample('worked-examples');
  const named = edited(book, '客户满意度', renamed('李明的满意度'), set({ H9: '李明补填' }));
  const nameless = namelessSnapshot(evaluate(named, scheme))!;
  expect(JSON.stringify(nameless.sheets.map(({ name, values }) => [name, values]))).not.toContain('李明');
});
