import { entryFor, wouldBeConverted } from './entry';

test.each([
  '=1+1',
  '=x',
  '+1',
  '-x',
  '@SUM(A1)',
  "'a",
  '1',
  '１２',
  '640102000000',
  '6.40102E+11',
  '95%',
  '2008-6-30',
  '2008年6月30日',
  '6月30日',
  '3/4',
  '(2)',
  '¥12',
  '上午9:30',
  '9:30 PM',
  '5-Mar',
  'true',
  '#N/A',
  '二〇〇八年六月',
])('%s goes behind an apostrophe', (text) => {
  expect(wouldBeConverted(text)).toBe(true);
  expect(entryFor(text, 'General')).toBe(`'${text}`);
});

test.each(['张三', '达标', '2户', '一分局', 'CM-S03', '第1名', '中山路12弄', '备注:见附页', '1+1=2两处'])(
  '%s goes as it is',
  (text) => expect(entryFor(text, 'General')).toBe(text),
);

test('a cell formatted as text takes everything as it is', () => {
  expect(entryFor('=1+1', '@')).toBe('=1+1');
  expect(entryFor("'a", '@')).toBe("''a");
});

test('figures, truth values and blanks are no text', () => {
  expect([entryFor(1, 'General'), entryFor(true, 'General'), entryFor('', 'General')]).toEqual([1, true, '']);
});
