import type { CellValue } from '../../../src/model';
import { difference, NO_DIFFERENCE, plain, run } from '../../fixtures/outcomes';
import { addColumn, type Edit, insertRows, mapTexts, renamed, set } from '../../fixtures/sheetEdits';
import { edited, sample } from '../../fixtures/workbooks';
import { DETAILS, fullWidth, MATRIX, onDetails, rules, same } from './detailSheets';

/** The rule headers of a matrix (row 4) under other texts. */
function ruleHeaders(post: string, text: (rule: (typeof rules)[number]) => CellValue): Edit {
  return (sheet) => ({
    ...sheet,
    values: sheet.values.map((row, at) =>
      at === 3
        ? row.map((value) => {
            const rule = rules.find((each) => each.posts.includes(post) && each.title === value);
            return rule ? text(rule) : value;
          })
        : row,
    ),
  });
}

const SHARED = new Set(['CM-S08a', 'CM-S08b', 'DL-S04a', 'DL-S04b']);

describe('headers of household rules', () => {
  const forms: [string, (rule: (typeof rules)[number]) => CellValue][] = [
    ['id', (rule) => rule.id],
    ['id and title', (rule) => `${rule.id} ${rule.title}`],
    ['id in lower case', (rule) => rule.id.toLowerCase()],
    ['full width', (rule) => fullWidth(`${rule.id} ${rule.title}`)],
    ['number and title and points', (rule) => `${rule.printed[0]} ${rule.title}(${rule.points}分)`],
    ['number joined to the title', (rule) => `${rule.printed[0]}${rule.title}（${rule.points}分）`],
    ['number with 、', (rule) => `${rule.printed[0]}、${rule.title}`],
    ['the whole number', (rule) => `${/\d\).*$/.exec(rule.clause)?.[0] ?? ''}${rule.title}`],
    ['line breaks inside', (rule) => `${rule.title.slice(0, 2)}\n${rule.title.slice(2)} (${rule.points} 分)`],
    ['points in square brackets', (rule) => `${rule.title}【${rule.points}分】`],
    ['printed number', (rule) => (SHARED.has(rule.id) ? rule.title : rule.printed[0]!)],
    [
      'printed number as a number',
      (rule) =>
        /^\d\.\d$/.test(rule.printed[0]!) && !SHARED.has(rule.id) ? Number(rule.printed[0]) : rule.title,
    ],
    ['first alias', (rule) => rule.aliases[0] ?? rule.title],
    ['last alias', (rule) => rule.aliases.at(-1) ?? rule.title],
  ];
  test.each(forms)('%s', (_, text) => {
    same(
      MATRIX,
      onDetails(sample(MATRIX), (post) => [ruleHeaders(post, text)]),
    );
  });

  test('printed numbers that two rules share are asked about', () => {
    const book = edited(
      sample(MATRIX),
      DETAILS[0],
      ruleHeaders('CM', (rule) => rule.printed[0]!),
    );
    const codes = difference(plain(MATRIX), run(book));
    expect(codes.added).toEqual([
      'header-ambiguous 明细测评表-客户经理!O4',
      'header-ambiguous 明细测评表-客户经理!P4',
    ]);
    expect(codes.unscored).toHaveLength(6);
  });

  test('points in a row of their own below the titles', () => {
    const book = onDetails(sample(MATRIX), (post, name) => {
      const header = sample(MATRIX).sheets.find((sheet) => sheet.name === name)!.values[3]!;
      const points = header.map(
        (value) => rules.find((r) => r.posts.includes(post) && r.title === value)?.points ?? '',
      );
      const width = points.findIndex((each) => each !== '');
      return [
        insertRows(
          5,
          points.map((each, at) => (at === width - 1 ? '' : each)),
        ),
      ];
    });
    same(MATRIX, book);
    const texts = onDetails(sample(MATRIX), (post, name) => {
      const header = sample(MATRIX).sheets.find((sheet) => sheet.name === name)!.values[3]!;
      const points = header.map((value) => {
        const rule = rules.find((r) => r.posts.includes(post) && r.title === value);
        return rule ? `${rule.points}分` : '';
      });
      return [insertRows(5, ['分值', ...points.slice(1)])];
    });
    same(MATRIX, texts);
  });

  test('an extra column that only begins like a rule is left alone', () => {
    const book = edited(
      sample(MATRIX),
      DETAILS[0],
      addColumn(['', '', '价签维护照片编号', '', 'A-1', 'A-2']),
      addColumn(['', '', '客户信息备注', '', '甲', '乙']),
      addColumn(['', '', '卷烟库存数量(条)', '', 120, 88]),
    );
    same(MATRIX, book);
  });
});

describe('a matrix whose post nothing tells', () => {
  const name = DETAILS[1];
  const numbers = ruleHeaders('MS', (rule) => rule.printed[0]!);
  const bare = edited(
    sample(MATRIX),
    name,
    numbers,
    set({ A1: '明细测评表', A2: '', H3: '测评项目' }),
    renamed('六月检查'),
  );
  const persons = plain(MATRIX).result.persons;
  const ms = persons.filter((person) => person.role === '专管员');

  test('is asked about at its header; those whom it names are unscored, nobody else', () => {
    const found = difference(plain(MATRIX), run(bare));
    expect(found.added).toEqual(['header-ambiguous 六月检查!H4']);
    expect(found.gone).toEqual([]);
    expect(found.unscored).toHaveLength(ms.length);
    expect(found.unscored.every((key) => key.endsWith('专管员'))).toBe(true);
    expect(found.changed).toEqual([]);
  });
  test('once told, it is as ever', () => {
    const answers = { sheets: [{ sheet: '六月检查', definition: 'matrix-MS' }] };
    expect(difference(plain(MATRIX), run(bare, { answers }))).toEqual(NO_DIFFERENCE);
    same(MATRIX, edited(bare, '六月检查', set({ A1: '专管员明细测评表' })));
    same(MATRIX, edited(bare, '六月检查', renamed('专管员六月')));
    same(
      MATRIX,
      edited(
        bare,
        '六月检查',
        mapTexts(3, 4, (text) => (text === '姓名' ? '专管员' : text)),
      ),
    );
  });
});
