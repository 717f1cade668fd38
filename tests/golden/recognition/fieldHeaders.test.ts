import type { SheetSnapshot } from '../../../src/workbook/snapshot';
import { vocabularyOf } from '../../../src/workbook/recognise/vocabulary';
import { run } from '../../fixtures/outcomes';
import { addColumn, mapTexts, set } from '../../fixtures/sheetEdits';
import { edited, sample } from '../../fixtures/workbooks';
import { DETAILS, fullWidth, MATRIX, onDetails, same, scheme } from './detailSheets';

describe('headers of fields', () => {
  const sheets = sample(MATRIX).sheets.filter((sheet) => !sheet.name.includes('汇总'));
  /** Sheets whose headers have the text; each is recognised for itself, so all are changed in one workbook. */
  const having = (text: string): readonly SheetSnapshot[] =>
    sheets.filter((sheet) => sheet.values.slice(0, 4).flat().includes(text));
  const cases = scheme.fields
    .filter((field) => having(field.name).length > 0 && !field.id.startsWith('sum'))
    .flatMap((field) =>
      [...field.synonyms, ...(field.weakSynonyms ?? [])].map((synonym) => [field.name, synonym] as const),
    );

  test.each(cases)('%s is called %s', (own, synonym) => {
    // 片区 stands beside 部(所) in the roster, and means itself there.
    const meant = having(own).filter(
      (sheet) => !(own === '部(所)' && synonym === '片区' && sheet.name === '人员名册'),
    );
    const rename = mapTexts(1, 4, (text) => (text === own ? synonym : text));
    const book = meant.reduce((made, sheet) => edited(made, sheet.name, rename), sample(MATRIX));
    expect(meant.length).toBeGreaterThan(0);
    same(MATRIX, book);
  });

  const dressed: [string, (text: string) => string][] = [
    ['full width', fullWidth],
    ['spaces inside', (text) => [...text].join(' ')],
    ['a line break', (text) => `${text.slice(0, 1)}\n${text.slice(1)}`],
    ['ideographic spaces around', (text) => `\u3000${text}\u3000`],
    ['a star of duty', (text) => `*${text}`],
    ['a unit', (text) => `${text}（单位）`],
    ['zero-width characters', (text) => `\u200b${text}\ufeff`],
  ];
  test.each(dressed)('%s', (_, change) => {
    const book = sheets.reduce((made, sheet) => {
      const row = sheet.values.findIndex((cells) => cells.includes('部(所)'));
      return edited(
        made,
        sheet.name,
        mapTexts(row + 1, row + 2, (text) => (/^(城|河)/.test(text) ? text : change(text))),
      );
    }, sample(MATRIX));
    // Row 2 below a one-row header is data; names survive spaces, but not a unit or a star.
    const safe = sheets.reduce((made, sheet) => {
      const row = sheet.values.findIndex((cells) => cells.includes('部(所)'));
      const rows = DETAILS.includes(sheet.name as (typeof DETAILS)[number]) ? 2 : 1;
      return edited(made, sheet.name, mapTexts(row + 1, row + rows, change));
    }, sample(MATRIX));
    expect(book.sheets).toHaveLength(safe.sheets.length);
    same(MATRIX, safe);
  });

  test('points of a part behind its name', () => {
    const fieldOf = (text: string): string | undefined => vocabularyOf(scheme).fieldClaims(text)[0]?.field;
    expect(['客户投诉20分', '客户投诉 20分', '标准服务、20分'].map(fieldOf)).toEqual([
      'section:complaints',
      'section:complaints',
      'section:standard',
    ]);
    expect(['20分', '客户投诉20', '优秀20分'].map(fieldOf)).toEqual([undefined, undefined, undefined]);
  });

  test('a bracket that makes another column of a name', () => {
    const fieldOf = (text: string): string | undefined => vocabularyOf(scheme).fieldClaims(text)[0]?.field;
    const others = [
      '毛利率(上年同期)',
      '毛利率（同比增减）',
      '期末库存(上期)',
      '违规户数(其中:无证)',
      '姓名(签字)',
    ];
    expect(others.map(fieldOf)).toEqual(others.map(() => undefined));
    expect(vocabularyOf(scheme).postOf('客户经理(签字)')).toBeNull();
    const own = [
      '毛利率(%)',
      '毛利率(上半年)',
      '期末库存(条)',
      '违规户数(本期)',
      '姓名(必填)',
      '满意度(30分)',
    ];
    expect(own.map(fieldOf)).toEqual(
      ['毛利率', '毛利率', '期末库存', '违规户数', '姓名', '满意度'].map(fieldOf),
    );
  });

  test('last year’s margin beside this year’s is the staff’s own column', () => {
    const name = '提升服务-客户经理';
    const beside = addColumn(['', '毛利率(上年同期)', ...Array<string>(99).fill('11%')]);
    same(MATRIX, edited(sample(MATRIX), name, beside));
  });

  test('the units of the contract', () => {
    const book = edited(
      sample(MATRIX),
      '提升服务-客户经理',
      mapTexts(
        2,
        2,
        (text) =>
          ({ 毛利额: '毛利额(元)', 期末库存: '期末库存（条）', 上柜户数: '上柜户数(户)' })[text] ?? text,
      ),
    );
    same(MATRIX, book);
  });

  test('客户经理(姓名) and 客户经理 over names are a person', () => {
    for (const header of ['客户经理(姓名)', '客户经理', '客户经理姓名']) {
      same(
        MATRIX,
        edited(
          sample(MATRIX),
          '提升服务-客户经理',
          mapTexts(2, 2, (t) => (t === '姓名' ? header : t)),
        ),
      );
      same(
        MATRIX,
        edited(
          sample(MATRIX),
          DETAILS[0],
          mapTexts(3, 3, (t) => (t === '姓名' ? header : t)),
        ),
      );
    }
    const names = (book: string) =>
      edited(
        sample(book),
        '明细测评表',
        mapTexts(3, 3, (t) => t),
      );
    same(
      'city-combined-dirty',
      edited(names('city-combined-dirty'), '明细测评表', set({ C3: '客户经理(姓名)', D3: '专管员(姓名)' })),
    );
  });

  test('片区 beside 部(所), and alone', () => {
    const beside = onDetails(sample(MATRIX), () => [addColumn(['', '', '片区', '', '城东第1片区'])]);
    same(MATRIX, beside);
    const satisfaction = edited(
      sample(MATRIX),
      '客户满意度',
      addColumn(['', '片区', '城东第1片区', '城东第2片区']),
    );
    same(MATRIX, satisfaction);
    const department = edited(
      sample(MATRIX),
      '客户满意度',
      mapTexts(2, 2, (t) => (t === '部(所)' ? '营销部' : t)),
      addColumn(['', '片区', '城东第1片区', '城东第2片区']),
    );
    same(MATRIX, department);
    same(
      MATRIX,
      edited(
        sample(MATRIX),
        '客户满意度',
        mapTexts(2, 2, (t) => (t === '部(所)' ? '片区' : t)),
      ),
    );
  });

  const weak: [string, string, string][] = [
    ['部(所)', '线路', '北线'],
    ['部门', '线路', '北线'],
    ['单位', '区域', '城东'],
    ['部门', '片区', '第1片区'],
    ['许可证号', '客户编码', 'C001'],
    ['专卖证号', '客户代码', 'C001'],
  ];
  test.each(weak)('%s beside %s', (strong, other, value) => {
    const own = ['部(所)', '部门', '单位'].includes(strong) ? '部(所)' : '许可证号';
    const book = onDetails(sample(MATRIX), () => [
      mapTexts(3, 4, (t) => (t === own ? strong : t)),
      addColumn(['', '', other, '', ...Array.from({ length: 9 }, () => value)]),
    ]);
    same(MATRIX, book);
  });

  test('two departments that could both be meant are asked about', () => {
    const name = DETAILS[0];
    const book = edited(
      sample(MATRIX),
      name,
      mapTexts(3, 4, (t) => (t === '部(所)' ? '部门' : t)),
      addColumn(['', '', '单位', '', '城东营销部']),
    );
    const found = run(book).issues.filter((issue) => issue.startsWith('header-ambiguous'));
    expect(found).toEqual([`header-ambiguous ${name}!V3`]);
  });

  test('负责人, 店名 and 客户编码 beside the licence are no second household', () => {
    const book = onDetails(sample(MATRIX), () => [
      addColumn(['', '', '负责人', '', '老王']),
      addColumn(['', '', '店名', '', '小店']),
      addColumn(['', '', '客户编码', '', 'C001']),
    ]);
    same(MATRIX, book);
  });
});
