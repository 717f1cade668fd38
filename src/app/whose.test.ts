import { set } from '../../tests/fixtures/sheetEdits';
import { edited, sample } from '../../tests/fixtures/workbooks';
import { cellName } from '../model';
import { yinchuan2008 } from '../schemes';
import { evaluate } from './evaluate';

const scheme = yinchuan2008();
const NAME = '华立新';
const SHEET = '客户满意度';

test('namesakes in two departments: an issue says whose it is', () => {
  const book = sample('existing-summary');
  const plain = evaluate(book, scheme);
  const namesakes = plain.scores.persons.filter(({ assessee }) => assessee.name === NAME);
  expect(namesakes.map(({ assessee }) => assessee.department)).toEqual(['城东营销部', '城西营销部']);
  const { values, top, left } = book.sheets.find(({ name }) => name === SHEET)!;
  const rows = values.flatMap((cells, row) => (cells.includes(NAME) ? [row + top] : []));
  const header = values.find((cells) => cells.includes('满意度'))!;
  const faulty = edited(book, SHEET, set({ [cellName(rows[1]!, header.indexOf('满意度') + left)]: '很好' }));
  const issue = evaluate(faulty, scheme).issues.find(
    ({ sheet, code }) => sheet === SHEET && code === 'not-a-number',
  )!;
  expect(issue).toMatchObject({ person: NAME, department: '城西营销部' });
});

test('a name of one department alone carries none', () => {
  const { issues, scores } = evaluate(sample('list-with-defects'), scheme);
  const departments = (name: string | null) =>
    new Set(scores.persons.flatMap(({ assessee }) => (assessee.name === name ? [assessee.department] : [])));
  const named = issues.filter(({ person }) => departments(person).size === 1);
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter(({ department }) => department !== null)).toEqual([]);
});
