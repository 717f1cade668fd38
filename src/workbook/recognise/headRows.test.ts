import { yinchuan2008 } from '../../schemes';
import { sheetOf } from '../../../tests/fixtures/snapshots';
import { DEEPEST_HEADER } from './head';
import { fieldsInRow, headRows } from './headRows';
import { FIELD, FINDINGS, kindsOf, LABEL, RULE } from './textKinds';
import { Vocabulary, vocabularyOf } from './vocabulary';

const vocabulary = vocabularyOf(yinchuan2008());

test('a text is a field, a rule, a label or nothing', () => {
  expect(kindsOf('部(所)', vocabulary)).toBe(FIELD);
  expect(kindsOf('扣分', vocabulary)).toBe(FIELD | FINDINGS);
  expect(kindsOf('价签维护', vocabulary)).toBe(RULE);
  expect(kindsOf('部(所):', vocabulary)).toBe(FIELD | LABEL);
  expect(kindsOf('说明:', vocabulary)).toBe(LABEL);
  expect(kindsOf('便民商店', vocabulary)).toBe(0);
  expect(kindsOf('', vocabulary)).toBe(0);
});

test('a header counts its fields, rules and printed numbers; a label above a table is none of it', () => {
  const sheet = sheetOf('明细', [
    ['部(所):', '城东营销部', '测评时间:', '2008年6月'],
    ['部(所)', '姓名', '价签维护', 1.2, 2, '便民商店'],
  ]);
  expect(headRows(sheet, vocabulary)).toEqual({ known: [0, 4], fields: [2, 2] });
});

test('below the rows in which a header may stand fields are counted all the same', () => {
  const rows = Array.from({ length: DEEPEST_HEADER + 1 }, () => ['部(所)', '姓名', '序']);
  const sheet = sheetOf('汇总', rows);
  expect(headRows(sheet, vocabulary).known).toHaveLength(DEEPEST_HEADER);
  const [first, last] = [sheet.top, sheet.top + DEEPEST_HEADER];
  expect(fieldsInRow(sheet, vocabulary, last)).toBe(fieldsInRow(sheet, vocabulary, first));
  expect(fieldsInRow(sheet, vocabulary, last + 1)).toBe(0);
});

test('of the many texts further down nobody asks whether they are rules', () => {
  const own = new Vocabulary(yinchuan2008());
  let asked = 0;
  const ruleClaim = own.ruleClaim.bind(own);
  own.ruleClaim = (text, post) => {
    asked += 1;
    return ruleClaim(text, post);
  };
  const rows = Array.from({ length: 100 }, (_, at) => ['部(所)', `王${at}`]);
  const sheet = sheetOf('汇总', rows);
  for (let at = DEEPEST_HEADER; at < rows.length; at++)
    expect(fieldsInRow(sheet, own, sheet.top + at)).toBe(1);
  expect(asked).toBe(0);
});
