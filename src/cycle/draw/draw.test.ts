import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { newWorkbook } from '../../hosts/file';
import { readWorkbook } from '../../hosts/file/bytes';
import { atLength } from '../../../tests/fixtures/atLength';
import { evaluate } from '../../app/evaluate';
import type { CellValue } from '../../model';
import { yinchuan2008 } from '../../schemes';
import type { SheetSnapshot, Snapshot } from '../../workbook/snapshot';
import { compareVisits } from './compareVisits';
import type { Customer } from './customer';
import { draw, sampleSize } from './draw';
import { readCustomers } from './readCustomers';
import { drawOf, recordOf } from './record';
import { sha256Text } from './sha256';
import { drawSheets } from './sheets';
import { drawMemory } from './workbook';

jest.setTimeout(120_000);

const scheme = yinchuan2008();
const none: ReadonlySet<string> = new Set();

function customers(count: number, area = '东片'): Customer[] {
  return Array.from({ length: count }, (_, at) => ({
    key: String(640100000000 + at),
    licence: String(640100000000 + at),
    household: `${area}${at}`,
    department: '城东营销部',
    area,
    persons: { CM: '李明', MS: '王芳' },
    strata: { format: at % 5 === 0 ? '超市' : '食杂店', settlement: at % 2 === 0 ? '城' : '乡' },
    place: `清单!A${at + 2}`,
  }));
}

function book(rows: readonly (readonly CellValue[])[], name = '客户清单'): Snapshot {
  const sheet: SheetSnapshot = {
    name,
    top: 0,
    left: 0,
    values: rows,
    merges: [],
    formats: new Map(),
    formulas: new Map(),
    uncalculated: new Set(),
    errors: new Set(),
    visible: true,
  };
  return { name: '清单.xlsx', sheets: [sheet], memory: null, date1904: false };
}

it('SHA-256 is that of everybody else', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300, unit: 'grapheme' }), (whole) => {
      expect(sha256Text(whole)).toBe(createHash('sha256').update(whole, 'utf8').digest('hex'));
    }),
    { numRuns: 300 },
  );
});

describe('how many', () => {
  // E11: 203 shops × 5 % = 10.15 → 11.
  it.each([
    [203, 11],
    [200, 10],
    [1, 1],
    [20, 1],
    [21, 2],
    [140, 7],
  ])('%i customers: %i', (count, wanted) => expect(sampleSize(count, '0.05', 1)).toBe(wanted));
});

describe('who', () => {
  it('each customer with the same probability: chi-square over thousands of draws', () => {
    const list = customers(60);
    const counts = new Map<string, number>();
    const runs = atLength(2_500, 10_000);
    for (let seed = 0; seed < runs; seed += 1) {
      const { areas } = draw(list, scheme, { seed: `种子${seed}`, strata: [], exclude: none });
      for (const { key } of areas[0]!.drawn) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const [n, wanted] = [list.length, 3];
    const expected = (runs * wanted) / n;
    const sum = list.reduce(
      (total, { key }) => total + ((counts.get(key) ?? 0) - expected) ** 2 / expected,
      0,
    );
    // Draws without replacement vary less than independent ones: (n - 1) / (n - wanted) makes up for it.
    const chiSquare = (sum * (n - 1)) / (n - wanted);
    // 99.9 % of the chi-square distribution with 59 degrees of freedom lie below 98.3, 0.1 % below 30.3.
    expect(chiSquare).toBeLessThan(98.3);
    expect(chiSquare).toBeGreaterThan(30.3);
  });

  it('is the same for the same seed, in whatever order the list stands', () => {
    const list = [...customers(90), ...customers(40, '西片')];
    const keys = (all: readonly Customer[], seed: string): string[] =>
      draw(all, scheme, { seed, strata: [], exclude: none })
        .areas.flatMap(({ drawn }) => drawn.map(({ key, area }) => `${area}${key}`))
        .sort();
    expect(keys([...list].reverse(), 'a')).toEqual(keys(list, 'a'));
    expect(keys(list, 'b')).not.toEqual(keys(list, 'a'));
  });

  it('divided among strata by size, with equal chances for what is left over', () => {
    const list = customers(100);
    const drawn = (seed: string): readonly Customer[] =>
      draw(list, scheme, { seed, strata: ['format', 'settlement'], exclude: none }).areas[0]!.drawn;
    for (let seed = 0; seed < 50; seed += 1) {
      const own = drawn(String(seed));
      expect(own).toHaveLength(5);
      expect(own.filter(({ strata }) => strata.format === '食杂店').length).toBe(4);
    }
  });

  it('those of last time only where nobody else is left, and says so', () => {
    const list = customers(60);
    const exclude = new Set(list.slice(0, 58).map(({ key }) => key));
    const { areas, notes } = draw(list, scheme, { seed: 's', strata: [], exclude });
    expect(areas[0]!.drawn).toHaveLength(3);
    expect(areas[0]!.drawn.filter(({ key }) => exclude.has(key))).toHaveLength(1);
    expect(notes[0]!.message).toContain('只剩 2 户');
  });

  it('all of them where more are wanted than there are', () => {
    const { areas, notes } = draw(
      customers(0).concat(customers(1)),
      { ...scheme, sampling: { ...scheme.sampling, minimum: 3 } },
      { seed: 's', strata: [], exclude: none },
    );
    expect(areas[0]!.drawn).toHaveLength(1);
    expect(notes[0]!.message).toContain('只有 1 户,要抽 3 户');
  });
});

describe('a list', () => {
  const header = ['序号', '许可证号', '客户名称', '片区', '部(所)', '客户经理', '专管员', '业态'];

  it('is read by its headers; what is wrong is named with its cell, the rest goes on', () => {
    const {
      customers: read,
      notes,
      strata,
    } = readCustomers(
      book([
        ['客户清单'],
        header,
        [1, '640102100001', '惠民超市', '东片', '城东营销部', '李明', '王芳', '超市'],
        [2, 640102100002, '好又多', '东片', '城东营销部', '李明', '', '超市'],
        [3, '640102100001', '惠民超市', '东片', '城东营销部', '李明', '王芳', '超市'],
        [4, '640102100003', '没有片区', '', '城东营销部', '李明', '王芳', '超市'],
        [5, '6.40102E+11', '丢了数字', '东片', '城东营销部', '李明', '王芳', '超市'],
        [6, '640102100002', '好又多', '西片', '城东营销部', '李明', '王芳', '超市'],
        ['', '合计', '', '', '', '', '', ''],
      ]),
      scheme,
    );
    expect(read.map(({ key, persons }) => [key, persons])).toEqual([
      ['640102100001', { CM: '李明', MS: '王芳' }],
      ['640102100002', { CM: '李明' }],
    ]);
    expect(strata).toEqual(['format']);
    expect(notes.map(({ severity, place }) => [severity, place])).toEqual([
      ['warning', '客户清单!B5'],
      ['error', '客户清单!D6'],
      ['error', '客户清单!B7'],
      ['error', '客户清单!B8'],
    ]);
  });

  it('customers whom nobody looks after are drawn, and it is said what that means for the visits', () => {
    const { customers: read, notes } = readCustomers(
      book([
        ['许可证号', '客户名称', '片区'],
        ['640102100001', '惠民超市', '东片'],
        ['640102100002', '好又多', '东片'],
      ]),
      scheme,
    );
    expect(read).toHaveLength(2);
    expect(notes).toEqual([
      {
        severity: 'warning',
        place: '客户清单!A2',
        message: expect.stringContaining('有 2 户没有写由谁负责(客户经理、专管员、送货员)'),
      },
    ]);
  });

  it('without areas: one person of the first post looks after each; without either, it is refused', () => {
    const list = readCustomers(
      book([
        ['许可证号', '客户名称', '客户经理'],
        ['640102100001', '甲', '李明'],
        ['640102100002', '乙', '赵六'],
      ]),
      scheme,
    );
    expect(list.customers.map(({ area }) => area)).toEqual(['李明', '赵六']);
    const refused = readCustomers(
      book([
        ['许可证号', '客户名称'],
        ['640102100001', '甲'],
      ]),
      scheme,
    );
    expect(refused).toMatchObject({ customers: [], sheet: null });
    expect(refused.notes[0]!.message).toContain('没有“片区”一列');
  });
});

describe.each(['list', 'matrix'] as const)('the workbook for the visits (%s)', (detail) => {
  const list = customers(60);
  const options = { seed: 's', strata: [], exclude: none };
  const { areas } = draw(list, scheme, options);
  const record = recordOf(scheme, '清单.xlsx', list, areas, options);
  const bytes = newWorkbook(drawSheets(scheme, record, [], detail), drawMemory(record));
  const snapshot = readWorkbook(bytes, '走访.xlsx');

  it('bears the draw, and scores nobody before the visits', () => {
    expect(drawOf(snapshot)).toEqual(record);
    const { scores, issues } = evaluate(snapshot, scheme, { period: '2008H1' });
    expect(scores.persons).toHaveLength(2);
    expect(scores.persons.every(({ status }) => status === 'unscored')).toBe(true);
    expect(issues.filter(({ code }) => code === 'date-invalid').length).toBe(6);
  });

  it('tells what was not visited, visited instead, and too few', () => {
    expect(compareVisits(snapshot, scheme, record)).toMatchObject({
      visited: 0,
      short: [{ area: '东片', wanted: 3 }],
    });
    const visited = filled(snapshot, (at) => (at === 0 ? '640100999999' : null));
    const comparison = compareVisits(visited, scheme, record);
    expect(comparison.missed.length).toBe(detail === 'list' ? 1 : 2);
    expect(comparison.instead[0]).toMatchObject({ licence: '640100999999', reason: '' });
    expect(comparison.short).toEqual([]);
  });
});

/** The prepared rows with dates; `other` gives another licence for a row of a sheet, by its number. */
function filled(snapshot: Snapshot, other: (at: number) => string | null): Snapshot {
  const sheets = snapshot.sheets.map((sheet) => {
    const header = sheet.values.findIndex((row) => row.includes('许可证号'));
    if (header < 0) return sheet;
    const [licence, date] = ['许可证号', '检查日期'].map((name) => sheet.values[header]!.indexOf(name));
    let at = -1;
    const values = sheet.values.map((row) => {
      if (row[date!] !== '待走访') return row;
      at += 1;
      return row.map((value, column) =>
        column === date ? 39600 : column === licence ? (other(at) ?? value) : value,
      );
    });
    return { ...sheet, values };
  });
  return { ...snapshot, sheets };
}

it('sub-totals, signatures and the header on each printed page are no customers of a list', () => {
  const header = ['序号', '部(所)', '片区', '客户经理', '客户名称', '许可证号'];
  const row = (at: number): CellValue[] => [at, '城东', '东片', '李明', `店${at}`, String(640100000000 + at)];
  const list = book([
    header,
    row(1),
    ['本页小计', '', '东片', '', '20户', ''],
    header,
    row(2),
    ['合计', '城东', '东片', '', '40户', ''],
    ['制表:王五', '', '', '', '审核:赵六', ''],
  ]);
  const { customers: found, notes } = readCustomers(list, scheme);
  expect(found.map(({ household }) => household)).toEqual(['店1', '店2']);
  expect(notes).toEqual([]);
});
