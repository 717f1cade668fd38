import { yinchuan2008 } from '../../src/schemes';
import type { CellValue } from '../../src/model';
import type { SheetSnapshot, Snapshot } from '../../src/workbook/snapshot';
import {
  addColumn,
  difference,
  type Edit,
  edited,
  insertRows,
  mapTexts,
  merged,
  NO_DIFFERENCE,
  permuted,
  plain,
  removeColumn,
  renamed,
  run,
  sample,
  set,
  sheetOfRows,
  without,
  withSheets,
} from '../fixtures/workbooks';

const scheme = yinchuan2008();
const rules = scheme.indicators.filter((each) => each.kind === 'perFinding');
const DETAILS = ['明细测评表-客户经理', '明细测评表-专管员', '明细测评表-送货员'] as const;
const POSTS: Readonly<Record<string, string>> = {
  '明细测评表-客户经理': 'CM',
  '明细测评表-专管员': 'MS',
  '明细测评表-送货员': 'DL',
};
const MATRIX = 'existing-summary';

/** Figures and issues are those of the sample, places of issues apart where rows or columns moved. */
function same(name: string, book: Snapshot): void {
  expect(difference(plain(name), run(book))).toEqual(NO_DIFFERENCE);
}

function onDetails(book: Snapshot, edit: (post: string, name: string) => readonly Edit[]): Snapshot {
  return DETAILS.reduce((made, name) => edited(made, name, ...edit(POSTS[name]!, name)), book);
}

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
const fullWidth = (text: string): string =>
  [...text].map((c) => (c >= '!' && c <= '~' ? String.fromCharCode(c.charCodeAt(0) + 0xfee0) : c)).join('');

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

describe('columns, rows and sheets in another place', () => {
  test('columns in reverse', () => {
    const reversed = (sheet: SheetSnapshot): SheetSnapshot => {
      const width = Math.max(...sheet.values.map((row) => row.length));
      return permuted(Array.from({ length: width }, (_, at) => width - 1 - at))({
        ...sheet,
        merges: sheet.merges.filter((area) => area.top >= 2),
      });
    };
    const book = {
      ...sample(MATRIX),
      sheets: sample(MATRIX).sheets.map((s) => (s.name.includes('汇总') ? s : reversed(s))),
    };
    const { added, gone, unscored, changed, withheld } = difference(plain(MATRIX), run(book));
    expect({ unscored, changed, withheld }).toEqual({ unscored: [], changed: [], withheld: [] });
    const codes = (issues: readonly string[]) => issues.map((issue) => issue.split('!')[0]);
    expect(codes(added)).toEqual(codes(gone));
  });

  test('sheets moved, tabs renamed to nonsense', () => {
    for (const name of [MATRIX, 'city-combined-dirty', 'cards', 'no-roster']) {
      const book = sample(name);
      const shuffled = {
        ...book,
        sheets: [...book.sheets].reverse().map((s, at) => renamed(`Sheet${at}`)(s)),
      };
      const found = difference(plain(name), run(shuffled));
      expect({ name, unscored: found.unscored, changed: found.changed, vanished: found.vanished }).toEqual({
        name,
        unscored: [],
        changed: [],
        vanished: [],
      });
      const codes = (issues: readonly string[]) => issues.map((issue) => issue.split(' ')[0]).sort();
      expect(codes(found.added)).toEqual(codes(found.gone));
    }
  });

  test('tabs renamed and no title above the tables', () => {
    const book = sample(MATRIX);
    const bare = book.sheets.map((s, at) =>
      renamed(`Sheet${at}`)(s.name.includes('汇总') ? s : set({ A1: '' })(s)),
    );
    const safe = bare.map((s) => (s.values[0]![0] === '' && s.values.length > 100 ? s : s));
    const found = difference(
      plain(MATRIX),
      run({ ...book, sheets: safe.map((s, at) => (at === 0 ? renamed('Sheet0')(book.sheets[0]!) : s)) }),
    );
    expect({ unscored: found.unscored, changed: found.changed }).toEqual({ unscored: [], changed: [] });
  });

  test('sheets that begin further down and to the right', () => {
    const book = sample(MATRIX);
    const moved = (sheet: SheetSnapshot): SheetSnapshot => ({
      ...sheet,
      top: 3,
      left: 2,
      merges: sheet.merges.map((a) => ({
        top: a.top + 3,
        bottom: a.bottom + 3,
        left: a.left + 2,
        right: a.right + 2,
      })),
      formats: new Map([...sheet.formats].map(([key, value]) => [key + 3 * 16384 + 2, value])),
      formulas: new Map([...sheet.formulas].map(([key, value]) => [key + 3 * 16384 + 2, value])),
    });
    const found = difference(plain(MATRIX), run({ ...book, sheets: book.sheets.map(moved) }));
    expect({ unscored: found.unscored, changed: found.changed }).toEqual({ unscored: [], changed: [] });
  });

  test('header without merges known', () => {
    const dirty = sample('city-combined-dirty');
    const unmerged = edited(dirty, '明细测评表', (s) => ({
      ...s,
      merges: s.merges.filter((a) => a.top > 3),
    }));
    same('city-combined-dirty', unmerged);
    const title = edited(dirty, '明细测评表', (s) => ({
      ...s,
      merges: s.merges.filter((a) => a.top > 3 || a.top < 2),
    }));
    same('city-combined-dirty', title);
    const fields = edited(dirty, '明细测评表', (s) => ({
      ...s,
      merges: s.merges.filter((a) => a.top !== 2 || a.bottom !== 2),
    }));
    same('city-combined-dirty', fields);
  });

  test('three header rows: post, group, leaf', () => {
    const groups: CellValue[] = [
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      '理货(陈列)',
      '',
      '',
      '',
      '订单指导',
      '',
      '',
      '新品',
      '',
      '',
      '其他',
      '',
      '证照',
      '明码',
      '政策',
      '',
      '打码',
      '',
      '签字',
      '破损',
      '',
      '现金',
    ];
    const dirty = edited(sample('city-combined-dirty'), '明细测评表', insertRows(4, groups));
    const whole = edited(dirty, '明细测评表', (s) => ({
      ...s,
      merges: s.merges.map((a) => (a.top === 2 && a.bottom === 4 ? a : a)),
    }));
    const found = difference(plain('city-combined-dirty'), run(whole));
    expect({ unscored: found.unscored, changed: found.changed }).toEqual({ unscored: [], changed: [] });
    const bare = edited(dirty, '明细测评表', (s) => ({ ...s, merges: s.merges.filter((a) => a.top > 4) }));
    const other = difference(plain('city-combined-dirty'), run(bare));
    expect({ unscored: other.unscored, changed: other.changed }).toEqual({ unscored: [], changed: [] });
    const merges = edited(
      bare,
      '明细测评表',
      merged(
        { top: 3, left: 8, bottom: 3, right: 11 },
        { top: 2, left: 8, bottom: 2, right: 19 },
        { top: 2, left: 20, bottom: 2, right: 23 },
        { top: 2, left: 24, bottom: 2, right: 29 },
      ),
    );
    const third = difference(plain('city-combined-dirty'), run(merges));
    expect({ unscored: third.unscored, changed: third.changed }).toEqual({ unscored: [], changed: [] });
  });

  test('page-repeated titles and headers, subtotals, notes, signatures', () => {
    const book = onDetails(sample(MATRIX), (_, name) => {
      const { values } = sample(MATRIX).sheets.find((s) => s.name === name)!;
      return [
        insertRows(15, values[0]!, values[1]!, values[2]!, values[3]!),
        insertRows(15, ['小计', '', '', '', '', '', '', 3, 4, 5]),
        insertRows(
          80,
          ['', '合计', '', '', '', '', '', 30, 41, 52],
          ['', '', '平均扣分', '', '', '', '', 0.3, 0.4, 0.5],
          ['合计扣分', '', '', '', '', '', '', 30, 41],
          ['共计', '', '', '', '', '', '', 30, 41],
          ['', '', '', '（以下空白）'],
          ['以下空白'],
          ['说明：本表一式两份'],
          ['注1：扣分按项计'],
          ['测评人签字：', '', '', '被测评人签字：'],
          ['制表:王某', '', '', '', '2008年6月30日'],
          ['', '', '第 1 页　共 3 页'],
          ['第2页'],
        ),
      ];
    });
    same(MATRIX, book);
  });

  test('subtotal beside the department in sheets of figures', () => {
    const book = edited(
      sample(MATRIX),
      '客户满意度',
      insertRows(10, ['城东营销部', '平均', '', 92.2], ['城东营销部', '小计', '', 645]),
      insertRows(30, ['', '合计', '', 900]),
    );
    same(MATRIX, book);
  });

  test('meta row whose labels and values stand in cells of their own', () => {
    const meta: CellValue[] = [
      '部(所):',
      '城东营销部',
      '',
      '',
      '测评时间:',
      '2008年6月',
      '测评人:',
      '',
      '岗位:',
      '',
    ];
    const book = onDetails(sample(MATRIX), () => [
      (s) => ({
        ...s,
        merges: s.merges.filter((a) => a.top !== 1),
        values: s.values.map((row, at) => (at === 1 ? meta : row)),
      }),
    ]);
    same(MATRIX, book);
  });

  test('a sheet of a single department where 部(所) stands in the meta row alone', () => {
    const book = sample(MATRIX);
    const rowsOf = (sheet: SheetSnapshot, from: number, to: number): SheetSnapshot => ({
      ...sheet,
      values: sheet.values.filter((_, at) => at < 4 || (at >= from && at <= to)),
      merges: sheet.merges
        .filter((a) => a.top < 4 && !(a.left === 1 && a.right === 1))
        .concat(
          sheet.merges
            .filter((a) => a.left === 2 && a.top >= from && a.bottom <= to)
            .map((a) => ({ ...a, top: a.top - from + 4, bottom: a.bottom - from + 4 })),
        ),
    });
    const source = book.sheets.find((s) => s.name === DETAILS[0])!;
    const parts = [
      ['城东营销部', 4, 23],
      ['城西营销部', 24, 44],
      ['河湾营销部', 45, 62],
    ] as const;
    const department = (at: number): string =>
      String(
        source.values
          .slice(0, at + 1)
          .map((r) => r[1])
          .filter((v) => v !== '')
          .at(-1),
      );
    for (const [name, from, to] of parts) expect([department(from), department(to)]).toEqual([name, name]);
    const sheets = parts.map(([name, from, to]) => {
      const part = removeColumn('B')({ ...rowsOf(source, from, to) });
      return {
        ...set({ A2: `部(所):${name}   测评时间:2008年6月  测评人:` })(part),
        name: `${name}客户经理`,
      };
    });
    const found = difference(plain(MATRIX), run(withSheets(without(book, DETAILS[0]), ...sheets)));
    expect(found).toEqual({ ...NO_DIFFERENCE, added: found.added, gone: found.gone });
    expect(found.added.length).toBe(found.gone.length);
  });

  test('department in the meta row alone: satisfaction, complaints, roster, figures', () => {
    for (const name of ['提升服务-专管员', '客户满意度']) {
      const source = sample(MATRIX).sheets.find((s) => s.name === name)!;
      const departments = ['城东营销部', '城西营销部', '河湾营销部'];
      const parts = departments.map((each) => ({
        ...removeColumn('A')({
          ...source,
          merges: [],
          formats: new Map(),
          values: [
            source.values[0]!,
            ['', ''],
            source.values[1]!,
            ...source.values.slice(2).filter((row) => row[0] === each),
          ].map((row) => [...row]),
        }),
        name: `${name}${each}`,
      }));
      const labelled = parts.map((part, at) => set({ A2: `部(所):${departments[at]}` })(part));
      const found = difference(plain(MATRIX), run(withSheets(without(sample(MATRIX), name), ...labelled)));
      expect({ name, unscored: found.unscored, changed: found.changed }).toEqual({
        name,
        unscored: [],
        changed: [],
      });
    }
  });
});

describe('sheets that are something else are left alone', () => {
  const foreign: [string, readonly (readonly CellValue[])[]][] = [
    [
      '通讯录',
      [
        ['部门', '姓名', '职务', '电话'],
        ['城东营销部', '赵六', '部长', '13900000000'],
        ['城东营销部', '华立新', '客户经理', '13900000001'],
      ],
    ],
    [
      '电话表',
      [
        ['部门', '姓名', '电话'],
        ['城东营销部', '赵六', '13900000000'],
      ],
    ],
    [
      '考勤',
      [
        ['部门', '姓名', '日期', '出勤'],
        ['城东营销部', '赵六', 39500, '√'],
      ],
    ],
    ['空表', []],
    [
      '图表数据',
      [
        ['月份', '销量', '库存'],
        ['1月', 120, 40],
        ['2月', 130, 42],
      ],
    ],
    [
      '零售户名单',
      [
        ['许可证号', '客户名称', '姓名', '片区', '业态', '电话'],
        ['640110074986', '五村顺达超市', '老王', '城东第1片区', '食杂店', '138'],
      ],
    ],
    [
      '客户档案',
      [
        ['部门', '客户经理', '客户名称', '许可证号', '地址'],
        ['城东营销部', '华立新', '五村顺达超市', '640110074986', '五村'],
      ],
    ],
    [
      '签收单',
      [
        ['客户名称', '许可证号', '订货单签字', '客户验收', '日期'],
        ['五村顺达超市', '640110074986', '是', '是', 39500],
      ],
    ],
    [
      '校验结果',
      [
        ['序号', '级别', '代码', '工作表', '单元格', '条款', '部(所)', '姓名', '岗位', '说明', '备注'],
        [
          1,
          '错误',
          'not-a-number',
          '明细',
          'D12',
          '第五条',
          '城东营销部',
          '华立新',
          '客户经理',
          '不是数',
          '',
        ],
      ],
    ],
    [
      '填写说明',
      [
        ['填写说明'],
        ['编号', '测评项目', '岗位', '分值'],
        ...rules.map((r) => [r.id, r.title, r.posts[0]!, r.points]),
      ],
    ],
    [
      '评分标准',
      [
        ['序号', '测评项目', '评分标准', '分值'],
        ...rules.map((r) => [r.printed[0]!, r.title, '一项不符扣分', r.points]),
      ],
    ],
    ['指标', rules.map((r) => [r.id, r.title])],
    [
      '培训',
      [
        ['日期', '部门', '项目', '备注'],
        [39500, '城东营销部', '价签维护', ''],
      ],
    ],
    [
      '说明',
      [
        ['本工作簿由测评小组填写'],
        ['部(所):城东营销部   测评人:张三'],
        ['姓名:', '张三', '岗位:', '客户经理'],
      ],
    ],
  ];
  test.each(foreign)('%s', (name, rows) => {
    for (const book of [MATRIX, 'no-roster', 'cards'] as const) {
      const found = difference(plain(book), run(withSheets(sample(book), sheetOfRows(name, rows))));
      expect({ book, ...found }).toEqual({ book, ...NO_DIFFERENCE });
      const first = { ...sample(book), sheets: [sheetOfRows(name, rows), ...sample(book).sheets] };
      expect(difference(plain(book), run(first))).toEqual(NO_DIFFERENCE);
    }
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
